import { html, type TemplateResult } from 'lit';
import type { TextSpan } from '../../../../edition.js';
import type { Difference, StudioEdition, StudioSegment } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { sourceOfSpeech } from '../text/across.js';
import { partsOf, type TextPart } from '../text/parts.js';
import { offsetIn } from '../text/ranges.js';

const WHY: Readonly<Record<Difference['kind'], string>> = {
  edited: 'Changed here',
  lexicon: 'Said as the lexicon says',
  verbalized: 'Written out for the voice',
  silent: 'Not said',
};

/**
 * The words as written, with a dotted line under what is said otherwise. A click picks a word. No white space may
 * stand inside the element but the text's own: places in it are places in the text.
 */
export function writtenTextView(
  studio: Studio,
  edition: StudioEdition,
  segment: StudioSegment,
): TemplateResult {
  const { source, differences } = segment;
  if (source === '') return html`<p class="text written nobody">Added by the show</p>`;
  const pick = (event: MouseEvent): void => {
    const touched = selectionIn(event.currentTarget as Element);
    if (touched !== undefined) studio.desk.pick(segment, touched);
  };
  return html`<p class="text written" dir="auto" lang=${edition.language} @mouseup=${pick} @dblclick=${() => studio.saying.open()}>${partsOf(source, differences, 'source').map(writtenPart)}</p>`;
}

/** The words as spoken; a click picks the written word behind it, a double click changes the text. */
export function spokenTextView(
  studio: Studio,
  edition: StudioEdition,
  segment: StudioSegment,
): TemplateResult {
  const { speech, differences, tokens } = segment;
  const pick = (event: MouseEvent): void => {
    const touched = selectionIn(event.currentTarget as Element);
    const source = touched && sourceOfSpeech(tokens, touched);
    if (source !== undefined) studio.desk.pick(segment, source);
  };
  return html`<p class="text spoken" dir="auto" lang=${edition.language} @mouseup=${pick} @dblclick=${() => studio.desk.edit(segment.id)}>${partsOf(speech, differences, 'speech').map(spokenPart)}</p>`;
}

function writtenPart({ text, difference }: TextPart): TemplateResult | string {
  return difference === undefined ? text : html`<del title=${WHY[difference.kind]}>${text}</del>`;
}

function spokenPart({ text, difference }: TextPart): TemplateResult | string {
  return difference === undefined ? text : html`<ins title=${WHY[difference.kind]}>${text}</ins>`;
}

/** What is selected in an element's text; a mere click is an empty stretch. */
function selectionIn(element: Element): TextSpan | undefined {
  const selection = getSelection();
  if (selection === null || selection.anchorNode === null || selection.focusNode === null) return undefined;
  const from = offsetIn(element, selection.anchorNode, selection.anchorOffset);
  const to = offsetIn(element, selection.focusNode, selection.focusOffset);
  if (from === undefined || to === undefined) return undefined;
  return from <= to ? [from, to] : [to, from];
}

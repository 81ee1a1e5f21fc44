import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { StudioEdition, StudioSegment } from '../../api.js';
import { isKeepKey, modifierName } from '../keys.js';
import type { Studio } from '../model/studio.js';
import { costText } from '../text/amounts.js';
import { tapView } from './controls.js';

/** The spoken text as a field, in its place. ⌘↵ keeps it, Escape gives up. */
export function editView(
  { desk, wording }: Studio,
  edition: StudioEdition,
  segment: StudioSegment,
): TemplateResult {
  const { originalSpeech } = segment;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') wording.close(segment);
    else if (isKeepKey(event)) void wording.keep(segment, typed(event));
    else return;
    event.preventDefault();
  };
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    void wording.keep(segment, String(new FormData(event.target as HTMLFormElement).get('speech') ?? ''));
  };
  const cost = wording.cost === undefined ? 'paid when it is heard or published' : costText(wording.cost);
  return html`<form class="edit" @submit=${submitted}>
    <textarea
      class="field"
      name="speech"
      dir="auto"
      lang=${edition.language}
      aria-label="Spoken text"
      aria-describedby="edit-cost"
      @keydown=${pressed}
      @input=${(event: InputEvent) => wording.type(segment, typed(event))}
      ${ref(begin(wording.textOf(segment), desk.segmentId === segment.id))}
    ></textarea>
    <div class="edit-foot">
      <span class="cost" id="edit-cost">${cost}</span>
      ${originalSpeech === undefined ? nothing : tapView({ label: 'As it was', act: () => void wording.restore(segment) })}
      ${tapView({ label: 'Give up', act: () => wording.close(segment) })}
      <button class="tap words edge" type="submit">Keep <kbd>${modifierName} ↵</kbd></button>
    </div>
  </form>`;
}

function typed(event: Event): string {
  return (event.target as HTMLTextAreaElement).value;
}

const begun = new WeakSet<Element>();

/** Puts the words into a fresh field, once, and the focus with them where the editor is: what is typed since stays. */
function begin(speech: string, isHere: boolean): (element?: Element) => void {
  return (element) => {
    if (!(element instanceof HTMLTextAreaElement) || begun.has(element)) return;
    begun.add(element);
    element.value = speech;
    // Once it stands in the page.
    if (isHere) queueMicrotask(() => enter(element));
  };
}

/** With what stands below the field in sight: a button that keeps is of no use where it is not seen. */
function enter(field: HTMLTextAreaElement): void {
  field.focus({ preventScroll: true });
  field.form?.scrollIntoView({ block: 'nearest' });
}

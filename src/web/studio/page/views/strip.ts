import { html, nothing, type TemplateResult } from 'lit';
import { EyeOff, Merge, Pencil, RefreshCw, Speech } from 'lucide';
import { clockTime } from '../../../player/clock.js';
import type { StudioSegment } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { costText } from '../text/amounts.js';
import { playView, tapView } from './controls.js';
import { takesView } from './takes.js';
import { waveView } from './wave.js';

/** A segment's sound and what can be done with it. The rarer things stand at the segment at hand alone. */
export function stripView(studio: Studio, segment: StudioSegment, isCurrent: boolean): TemplateResult {
  const { id, newTakeCost, take } = segment;
  const costId = `cost-${id}`;
  return html`<div class="strip">
    <div class="sounds">
      ${playView(studio, `segment:${id}`, {
        label: 'Play',
        name: playName(segment),
        isIconOnly: true,
        keys: 'Space',
        act: () => studio.hearing.playSegment(segment),
      })}
      ${playView(studio, `join:${id}`, {
        label: 'Join',
        name: 'Play the join to the next segment',
        node: Merge,
        keys: 'Shift+J',
        act: () => studio.hearing.playJoin(segment),
      })}
      ${waveView(studio, segment)}
      <span class="length">${take === undefined ? '' : clockTime(Math.max(1, Math.round(take.endSeconds - take.startSeconds)))}</span>
    </div>
    <div class="takes">
      ${tapView({
        label: 'New take',
        node: RefreshCw,
        hasEdge: true,
        keys: 'R',
        describedBy: costId,
        act: () => void studio.comparison.make(segment),
      })}
      <span class="cost" id=${costId}>${studio.isAlwaysAlike ? 'sounds the same, free' : costText(newTakeCost)}</span>
    </div>
    ${isCurrent ? moreView(studio, segment) : nothing}
  </div>`;
}

/** What is not spoken yet is spoken first, and that costs something. */
function playName({ take, cost }: StudioSegment): string {
  return take === undefined && cost.newCharacters > 0 ? `Play; speaks ${costText(cost)} first` : 'Play';
}

function moreView(studio: Studio, segment: StudioSegment): TemplateResult {
  const { picked } = studio.desk;
  const words = picked?.segment === segment.id ? picked.text : undefined;
  return html`<div class="more">
    ${takesView(studio, segment)}
    ${tapView({
      label: words === undefined ? 'Say it like this' : `Say “${shortened(words)}” like this`,
      node: Speech,
      hasEdge: words !== undefined,
      keys: 'S',
      isDisabled: segment.source === '',
      act: () => studio.saying.open(),
    })}
    ${tapView({
      label: 'Change the text',
      name: 'Change the text that is spoken',
      node: Pencil,
      keys: 'Enter',
      act: () => studio.desk.edit(segment.id),
    })}
    ${tapView({
      label: 'Leave out',
      name: 'Leave out the segment',
      node: EyeOff,
      keys: 'X',
      act: () => void studio.orders.toggleSegment(segment),
    })}
  </div>`;
}

function shortened(words: string): string {
  return words.length <= 24 ? words : `${words.slice(0, 23)}…`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { ChevronRight, ListChecks, Menu } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import { KEYS } from '../keys.js';
import type { Studio } from '../model/studio.js';
import { tapView } from './controls.js';

/** The keys that one needs first; `?` shows all. */
const FIRST_KEYS = [
  ['play', 'play'],
  ['next', 'next'],
  ['say', 'say it like this'],
  ['new-take', 'new take'],
  ['undo', 'undo'],
] as const;

/** Where one is, and how to go on by keyboard. */
export function topView(studio: Studio): TemplateResult {
  const isEdition = studio.place.view === 'edition';
  return html`<header class="top">
    <span class="drawer-tap for-left">
      ${tapView({ label: 'Editions and stories', node: Menu, isIconOnly: true, isExpanded: studio.drawer === 'left', act: () => toggle(studio, 'left') })}
    </span>
    <nav class="path-box" aria-label="Where you are">
      <ol class="path">${pathOf(studio).map(stepView)}</ol>
    </nav>
    <div class="hints">
      ${isEdition ? FIRST_KEYS.map(([command, does]) => hintView(command, does)) : nothing}
      <button class="tap words" type="button" aria-label="All keys" aria-keyshortcuts="?" @click=${() => studio.openHelp(true)}>
        <kbd>?</kbd> all keys
      </button>
    </div>
    ${
      isEdition
        ? html`<span class="drawer-tap for-right">
          ${tapView({ label: 'Checks', name: 'Checks, pronunciations and history', node: ListChecks, isExpanded: studio.drawer === 'right', act: () => toggle(studio, 'right') })}
        </span>`
        : nothing
    }
  </header>`;
}

function toggle(studio: Studio, drawer: 'left' | 'right'): void {
  studio.openDrawer(studio.drawer === drawer ? undefined : drawer);
}

function hintView(command: string, does: string): TemplateResult {
  const shown = KEYS.find((row) => row.command === command)?.shown ?? '';
  return html`<span class="hint"><kbd>${shown}</kbd> ${does}</span>`;
}

function pathOf({ library, place, desk, intake }: Studio): readonly string[] {
  const show = library.session?.show.title ?? 'Studio';
  if (place.view === 'new') return [show, 'A new edition'];
  if (place.view === 'issue') return [show, intake.plan?.title ?? 'A new edition'];
  if (place.view === 'job') return [show, 'Building'];
  return [show, desk.edition?.title, desk.story?.title].filter((step) => step !== undefined);
}

function stepView(step: string, index: number, { length }: readonly string[]): TemplateResult {
  const isLast = index === length - 1;
  return html`<li>
    ${index === 0 ? nothing : icon(ChevronRight)}
    <span dir="auto" aria-current=${isLast ? 'page' : nothing}>${step}</span>
  </li>`;
}

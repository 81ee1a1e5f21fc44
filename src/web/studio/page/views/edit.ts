import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { StudioEdition, StudioSegment } from '../../api.js';
import { modifierName } from '../keys.js';
import type { Studio } from '../model/studio.js';
import { costText } from '../text/amounts.js';
import { tapView } from './controls.js';

/** The spoken text as a field, in its place. ⌘↵ keeps it, Escape gives up. */
export function editView(
  { wording }: Studio,
  edition: StudioEdition,
  segment: StudioSegment,
): TemplateResult {
  const { originalSpeech, speech } = segment;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') wording.close();
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
      void wording.keep(segment, typed(event));
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
      ${ref(begin(speech))}
    ></textarea>
    <div class="edit-foot">
      <span class="cost" id="edit-cost">${cost}</span>
      ${originalSpeech === undefined ? nothing : tapView({ label: 'As it was', act: () => void wording.restore(segment) })}
      ${tapView({ label: 'Give up', act: () => wording.close() })}
      <button class="tap words edge" type="submit">Keep <kbd>${modifierName} ↵</kbd></button>
    </div>
  </form>`;
}

function typed(event: Event): string {
  return (event.target as HTMLTextAreaElement).value;
}

const begun = new WeakSet<Element>();

/** Puts the words into a fresh field, once, and the focus with them: what is typed since stays. */
function begin(speech: string): (element?: Element) => void {
  return (element) => {
    if (!(element instanceof HTMLTextAreaElement) || begun.has(element)) return;
    begun.add(element);
    element.value = speech;
    // Once it stands in the page.
    queueMicrotask(() => element.focus());
  };
}

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { isKeepKey, modifierName } from '../keys.js';
import type { Rewriting } from '../model/rewriting.js';
import type { Studio } from '../model/studio.js';
import { costText } from '../text/amounts.js';
import { tapView } from './controls.js';
import { dialogView } from './dialog.js';

/** The whole text of a story, as Markdown. ⌘↵ keeps it. */
export function storyTextDialog({ rewriting, desk }: Studio): TemplateResult | typeof nothing {
  const { opened } = rewriting;
  if (opened === undefined) return nothing;
  const pressed = (event: KeyboardEvent): void => {
    if (!isKeepKey(event)) return;
    event.preventDefault();
    void rewriting.keep();
  };
  return dialogView({
    title: `The text of “${opened.story.title}”`,
    close: () => rewriting.close(),
    content: html`<p class="quiet help" id="story-text-help">
        Markdown: an empty line between paragraphs, “- ” before a bullet. A heading (# …) gives the story another title.
        What is said of it before, its voice and its place stay.
      </p>
      <textarea
        class="field story-text"
        autofocus
        dir="auto"
        lang=${desk.edition?.language ?? nothing}
        aria-label="Text of the story"
        aria-describedby="story-text-help story-text-cost"
        .value=${rewriting.markdown}
        @input=${(event: InputEvent) => rewriting.type((event.target as HTMLTextAreaElement).value)}
        @keydown=${pressed}
        ${ref(beginAtItsStart)}
      ></textarea>
      <div class="dialog-foot">
        <span class="cost" id="story-text-cost">${costLine(rewriting)}</span>
        ${
          opened.story.markdown === undefined
            ? nothing
            : tapView({ label: 'The issue’s own text', act: () => void rewriting.restore() })
        }
        <button class="button" type="button" @click=${() => rewriting.close()}>Give up</button>
        <button class="button main" type="button" ?disabled=${!rewriting.isNew} @click=${() => void rewriting.keep()}>
          Keep <kbd>${modifierName} ↵</kbd>
        </button>
      </div>`,
  });
}

/** A field that is filled has its cursor at the end, and would be scrolled there. */
function beginAtItsStart(element?: Element): void {
  if (element instanceof HTMLTextAreaElement) element.setSelectionRange(0, 0);
}

function costLine({ isNew, cost }: Rewriting): string {
  if (!isNew) return 'Nothing is changed yet';
  return cost === undefined ? 'Only new paragraphs are spoken anew' : costText(cost);
}

import { html, nothing, type TemplateResult } from 'lit';
import { Volume2 } from 'lucide';
import { isKeepKey, modifierName } from '../keys.js';
import type { SayScope } from '../model/saying.js';
import type { Studio } from '../model/studio.js';
import { costText, count } from '../text/amounts.js';
import { rangeOver } from '../text/ranges.js';
import { playView } from './controls.js';
import { dialogView } from './dialog.js';

/** Beside the picked words: how they sound, hear it, and where it is kept. */
export function sayDialog(studio: Studio): TemplateResult | typeof nothing {
  const { saying } = studio;
  if (saying.words === undefined) return nothing;
  const { text, segment, source } = saying.words;
  return dialogView({
    title: `Say “${text}” like this`,
    content: sayView(studio),
    close: () => saying.close(),
    near: () => {
      const written = document.getElementById(`segment-${segment}`)?.querySelector('.written');
      return written ? rangeOver(written, source)?.getBoundingClientRect() : undefined;
    },
  });
}

function sayView(studio: Studio): TemplateResult {
  const { saying, isAlwaysAlike: isEmbedded } = studio;
  const trial = saying.answers.segment;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (isKeepKey(event)) void saying.keep();
    else void saying.hear(isEmbedded);
  };
  return html`<div class="say">
      <input
        class="field"
        autofocus
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        aria-label="How it is said"
        aria-describedby="say-help"
        .value=${saying.spoken}
        @input=${(event: InputEvent) => saying.type((event.target as HTMLInputElement).value)}
        @keydown=${pressed}
      />
      ${playView(studio, 'trial:say', {
        label: 'Hear it',
        name: isEmbedded
          ? 'Hear it'
          : `Hear it, ${trial === undefined ? 'with the edition’s voice' : costText(trial.cost)}`,
        node: Volume2,
        hasEdge: true,
        act: () => void saying.hear(isEmbedded),
      })}
    </div>
    <p class="quiet help" id="say-help">
      Enter plays the segment with it${isEmbedded || trial === undefined ? '' : `, ${costText(trial.cost)}`}.
      ${isEmbedded ? nothing : html`<button class="link" type="button" @click=${() => void saying.hear(true)}>Hear it with the local voice, free</button>`}
    </p>
    ${scopesView(studio)}
    <div class="dialog-foot">
      <span class="cost">${costOf(studio)}</span>
      <button class="button main" type="button" ?disabled=${saying.spoken.trim() === ''} @click=${() => void saying.keep()}>
        Say it <kbd>${modifierName} ↵</kbd>
      </button>
    </div>`;
}

function costOf({ saying }: Studio): string {
  const answer = saying.answers[saying.scope];
  return answer === undefined ? '' : costText(answer.cost);
}

function scopesView({ saying }: Studio): TemplateResult {
  const { answers } = saying;
  const inEdition = answers.edition === undefined ? '' : count(answers.edition.segments.length, 'segment');
  return html`<fieldset>
    <legend class="hidden">Where it is said like this</legend>
    <div class="choices">
      ${scopeView(saying, 'segment', 'Here', '1 segment')} ${scopeView(saying, 'edition', 'This edition', inEdition)}
      ${scopeView(saying, 'show', 'The show', 'from now on')}
    </div>
  </fieldset>`;
}

function scopeView(saying: Studio['saying'], scope: SayScope, name: string, detail: string): TemplateResult {
  return html`<label>
    <input type="radio" name="scope" value=${scope} .checked=${saying.scope === scope} @change=${() => saying.choose(scope)} />
    ${name}<small>${detail === '' ? '\u00a0' : detail}</small>
  </label>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Studio } from '../model/studio.js';
import { dialogView } from './dialog.js';

/** Asks before listeners hear the former state again. */
export function takeBackDialog({ publishing }: Studio): TemplateResult | typeof nothing {
  if (!publishing.isTakingBack) return nothing;
  const close = (): void => publishing.askTakeBack(false);
  return dialogView({
    title: 'Take back what was published last?',
    close,
    content: html`<p>
        The edition is published again as it was before. Its takes are kept, so nothing is paid. What it brought
        into the show’s lexicon goes back as well.
      </p>
      <div class="dialog-foot">
        <button class="button" type="button" autofocus @click=${close}>Keep it</button>
        <button class="button main" type="button" @click=${() => void publishing.takeBack()}>Take it back</button>
      </div>`,
  });
}

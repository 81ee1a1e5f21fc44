import { html, nothing, type TemplateResult } from 'lit';
import { KEYS } from '../keys.js';
import type { Studio } from '../model/studio.js';
import { areSingleKeysOn, setSingleKeys } from '../settings.js';
import { dialogView } from './dialog.js';

/** All keys, and a way to turn off those that are single letters. */
export function keysDialog(studio: Studio): TemplateResult | typeof nothing {
  if (!studio.isHelpOpen) return nothing;
  return dialogView({
    title: 'Keys',
    close: () => studio.openHelp(false),
    content: html`<dl class="key-table">
        ${KEYS.map(({ shown, does }) => html`<div><dt><kbd>${shown}</kbd></dt><dd>${does}</dd></div>`)}
      </dl>
      <label class="check-line">
        <input
          type="checkbox"
          .checked=${areSingleKeysOn()}
          @change=${(event: Event) => setSingleKeys((event.target as HTMLInputElement).checked)}
        />
        <span>Single letters are commands (turn this off if you speak to your computer)</span>
      </label>`,
  });
}

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { Link, X } from 'lucide';
import { clockTime } from '../clock.js';
import { fill } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';
import { icon } from './icon.js';

/** The link to the story that is heard, with its time if wished. Opens below the controls; Escape closes it. */
export function shareView({ share, strings, actions }: PlayerView): TemplateResult | typeof nothing {
  if (share === undefined) return nothing;
  return html`<div class="share" part="share" role="group" aria-label=${strings.share}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && actions.closeShare()}>
    <input class="field" type="text" readonly aria-label=${strings.shareStory} .value=${live(share.url)}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
    <button class="tap wide" part="button" type="button" aria-pressed=${String(share.withTime)}
      @click=${() => actions.shareTime(!share.withTime)}>
      ${fill(strings.shareTime, { time: clockTime(share.seconds) })}
    </button>
    <button class="button" part="button" type="button" @click=${actions.copyLink}>${icon(Link, { small: true })}${strings.copy}</button>
    <button class="tap" part="button" type="button" aria-label=${strings.close} @click=${actions.closeShare}>${icon(X, { small: true })}</button>
  </div>`;
}

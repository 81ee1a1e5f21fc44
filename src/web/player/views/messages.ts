import { html, nothing, type TemplateResult } from 'lit';
import type { ManifestProblem } from '../manifest.js';
import type { Strings } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';

/** What went wrong with the audio, and the way to the page, where the text is. */
export function problemView({ playback, strings, pageUrl }: PlayerView): TemplateResult | typeof nothing {
  switch (playback.problem) {
    case undefined:
      return nothing;
    case 'offline':
      return message(strings.offline);
    case 'missing':
      return message(strings.audioMissing, pageLink(strings, pageUrl));
    case 'failed':
      return message(strings.audioFailed, pageLink(strings, pageUrl));
  }
}

/** What went wrong with the edition itself; the element's own content stands below it. */
export function manifestProblemView(
  problem: ManifestProblem,
  strings: Strings,
  pageUrl: string,
): TemplateResult {
  const text = problem === 'missing' ? strings.editionMissing : strings.editionFailed;
  return message(text, pageLink(strings, pageUrl));
}

function message(text: string, link?: TemplateResult): TemplateResult {
  return html`<p class="message" part="message" role="alert">${text} ${link ?? nothing}</p>`;
}

function pageLink(strings: Strings, pageUrl: string): TemplateResult {
  return html`<a href=${pageUrl}>${strings.openPage}</a>`;
}

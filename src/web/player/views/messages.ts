import { html, nothing, type TemplateResult } from 'lit';
import type { ManifestProblem } from '../manifest.js';
import type { Strings } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';

/** What went wrong with the audio, and the way to the page, where the text is. */
export function problemView({ playback, strings, pageUrl }: PlayerView): TemplateResult | typeof nothing {
  if (playback.problem === undefined) return nothing;
  const text = { offline: strings.offline, missing: strings.audioMissing, failed: strings.audioFailed }[
    playback.problem
  ];
  return message(text, strings, pageUrl);
}

/** What went wrong with the edition itself; the element's own content stands below it. */
export function manifestProblemView(
  problem: ManifestProblem,
  strings: Strings,
  pageUrl: string,
): TemplateResult {
  return message(problem === 'missing' ? strings.editionMissing : strings.editionFailed, strings, pageUrl);
}

function message(text: string, strings: Strings, pageUrl: string): TemplateResult {
  return html`<p class="message" part="message" role="alert">${text} <a href=${pageUrl}>${strings.openPage}</a></p>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { ShieldCheck } from 'lucide';
import { clockTime } from '../../../player/clock.js';
import { icon } from '../../../player/views/icon.js';
import type { EditionLinks, JobResult, PublishedProof } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { count } from '../text/amounts.js';
import { dialogView } from './dialog.js';

/** What a finished publication made: the proof that nothing else changed, and where it is found. */
export function publishedDialog(studio: Studio): TemplateResult | typeof nothing {
  const { jobs, desk } = studio;
  const job = jobs.shownJob;
  const result = job?.result;
  if (job === undefined || result === undefined) return nothing;
  const titles = new Map(desk.edition?.stories.map(({ slug, title }) => [slug, title]));
  const close = (): void => jobs.show(undefined);
  return dialogView({
    title: job.kind === 'take-back' ? 'Taken back' : 'Published',
    close,
    content: html`${result.proof === undefined ? nothing : proofView(result.proof, titles)} ${sumsView(result)}
      ${lexiconView(studio, result)} ${linksView(result.links)}
      <div class="dialog-foot"><button class="button main" type="button" autofocus @click=${close}>Done</button></div>`,
  });
}

function proofView(
  { changed, unchanged, removed }: PublishedProof,
  titles: ReadonlyMap<string, string>,
): TemplateResult {
  const total = changed.length + unchanged.length;
  const named = (slugs: readonly string[]): string =>
    slugs.map((slug) => titles.get(slug) ?? slug).join(', ');
  return html`<div class="proof-line">
    ${icon(ShieldCheck)}
    <p>
      <b>${unchanged.length} of ${count(total, 'story', 'stories')} unchanged, byte for byte.</b>
      ${changed.length === 0 ? nothing : html`Made anew: <span dir="auto">${named(changed)}</span>.`}
      ${removed.length === 0 ? nothing : html`No longer in it: <span dir="auto">${named(removed)}</span>.`}
    </p>
  </div>`;
}

function sumsView({ durationSeconds, proof, bill }: JobResult): TemplateResult {
  const added = proof?.addedSeconds ?? 0;
  const change = Math.abs(added) < 0.05 ? '' : ` (${added > 0 ? '+' : '−'}${Math.abs(added).toFixed(1)} s)`;
  return html`<dl class="sums">
      <div><dt>Length</dt><dd>${clockTime(durationSeconds)}${change}</dd></div>
    </dl>
    ${bill.length === 0 ? nothing : html`<ul class="quiet">${bill.map((line) => html`<li>${line}</li>`)}</ul>`}`;
}

/** What holds for the show from now on, or again. */
function lexiconView({ library }: Studio, { showLexicon = {} }: JobResult): TemplateResult | typeof nothing {
  const entries = Object.entries(showLexicon);
  if (entries.length === 0) return nothing;
  return html`<h3>In ${library.session?.lexiconFile ?? 'voices.json'}</h3>
    <ul class="list">
      ${entries.map(([written, spoken]) => html`<li><span dir="auto"><b>${written}</b> ${spoken === null ? 'has no entry any more' : html`is said <b>${spoken}</b>`}</span></li>`)}
    </ul>`;
}

/** Only web addresses become links, whatever the settings say. */
function linksView(links: EditionLinks): TemplateResult {
  const all = [
    ['Page, on this machine', links.localPage],
    ['Feed, on this machine', links.localFeed],
    ['Page', links.page],
    ['Feed', links.feed],
    ['Audio', links.audio],
  ] as const;
  const known = all.flatMap(([name, url]) =>
    url !== undefined && /^https?:/.test(url) ? [[name, url] as const] : [],
  );
  return html`<ul class="list links">
    ${known.map(([name, url]) => html`<li><span>${name}</span><a href=${url} target="_blank" rel="noreferrer">${url}</a></li>`)}
  </ul>`;
}

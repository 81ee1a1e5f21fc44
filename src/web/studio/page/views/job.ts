import { html, nothing, type TemplateResult } from 'lit';
import { TriangleAlert } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { Job } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { interruptedText, jobTitle, progressShare, progressText } from '../text/job-words.js';
import { noticeView } from './notices.js';

/** A build while it runs: how far it is, what was told on the way, and a way to stop it. */
export function jobView(studio: Studio, id: string): TemplateResult {
  const job = studio.jobs.find(id);
  if (job === undefined) {
    return html`<section class="start">
      <p class="start-lead">The studio does not know this work any more.</p>
      <button class="button" type="button" @click=${() => studio.go({ view: 'edition' })}>To the editions</button>
    </section>`;
  }
  return html`<section class="start">
    <h1 dir="auto">${jobTitle(job)}</h1>
    ${job.state === 'running' ? runningView(studio, job) : endedView(studio, job)}
    <ul class="messages">${job.messages.map((message) => html`<li>${message}</li>`)}</ul>
    ${job.notices.map((notice) => html`<div class="finding">${noticeView(studio, { ...notice, remedies: [] })}</div>`)}
  </section>`;
}

function runningView({ jobs }: Studio, job: Job): TemplateResult {
  return html`<p class="start-lead">${progressText(job.progress)}</p>
    <div class="progress">
      <progress max="1" value=${progressShare(job.progress)} aria-label=${jobTitle(job)}></progress>
      <button class="button" type="button" @click=${() => void jobs.cancel(job.id)}>Cancel</button>
    </div>
    <p class="quiet">You may close this page; the work goes on, and what is spoken is kept.</p>`;
}

function endedView(studio: Studio, job: Job): TemplateResult {
  const { state, edition, result, issue } = job;
  if (state === 'done') {
    const open = (): void => studio.go({ view: 'edition', edition: result?.edition ?? edition });
    return html`<p class="start-lead">It is ready.</p>
      <button class="button main" type="button" @click=${open}>Listen</button>`;
  }
  return html`<div class="trouble">${icon(TriangleAlert)}<p>${endText(job)}</p></div>
    ${
      issue === undefined
        ? nothing
        : html`<button class="button main" type="button" @click=${() => studio.go({ view: 'issue', issue })}>Build it again…</button>`
    }
    <button class="button" type="button" @click=${() => studio.go({ view: 'new' })}>Give another issue</button>`;
}

function endText(job: Job): string {
  if (job.state === 'failed') return job.error?.message ?? 'The work failed.';
  if (job.state === 'interrupted') return interruptedText(job);
  return 'Cancelled. What was spoken is kept, and is not paid again.';
}

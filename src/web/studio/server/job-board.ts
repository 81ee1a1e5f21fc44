import { randomUUID } from 'node:crypto';
import { AudioEditionError, type PipelineHost } from '../../../index.js';
import type { Job, JobResult } from '../api.js';
import type { EventChannel } from './event-channel.js';
import { newJob, ProgressMeter } from './job-progress.js';
import { keepJson, privatePath, readJson } from './private-file.js';
import { refused } from './refusals.js';
import type { StudioSettings } from './studio-settings.js';

/** What is to be done; it works with the host that it is given. */
export interface JobOrder extends Pick<Job, 'kind' | 'edition' | 'title' | 'issue'> {
  readonly work: (host: PipelineHost) => Promise<JobResult>;
}

/** So many jobs are remembered. */
const MOST_JOBS = 30;
/** A window needs no more news of a job than it can draw. */
const TELL_EVERY_MS = 150;

/** Runs what takes a while; windows come and go meanwhile, and see where it is. */
export class JobBoard {
  readonly #settings: StudioSettings;
  readonly #events: EventChannel;
  readonly #jobs = new Map<string, Job>();
  readonly #aborts = new Map<string, AbortController>();
  readonly #running = new Set<Promise<void>>();
  readonly #toldMs = new Map<string, number>();
  #keeping: Promise<void> = Promise.resolve();
  #isClosing = false;

  private constructor(settings: StudioSettings, events: EventChannel) {
    this.#settings = settings;
    this.#events = events;
  }

  /** With the jobs of earlier runs; one that the program's end cut short is `interrupted`. */
  static async open(settings: StudioSettings, events: EventChannel): Promise<JobBoard> {
    const board = new JobBoard(settings, events);
    const kept = await readJson(board.#file);
    const endedAt = new Date().toISOString();
    for (const job of Array.isArray(kept) ? (kept as readonly Job[]) : [])
      board.#jobs.set(job.id, job.state === 'running' ? { ...job, state: 'interrupted', endedAt } : job);
    return board;
  }

  /** The newest first. */
  list(): readonly Job[] {
    return [...this.#jobs.values()].toReversed();
  }

  /** @throws AudioEditionError `job-unknown`. */
  get(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined)
      throw refused('job-unknown', 'There is no such job any more; look at the list again.');
    return job;
  }

  /** Begins to work, and returns once that is kept: whatever ends the server, the next one knows of it. */
  async start({ work, ...order }: JobOrder): Promise<Job> {
    const job = newJob({ ...order, id: randomUUID(), startedAt: new Date().toISOString() });
    const abort = new AbortController();
    const meter = new ProgressMeter();
    this.#aborts.set(job.id, abort);
    this.#jobs.set(job.id, job);
    await this.#keep();
    this.#change(job);
    const host = this.#settings.hostFor(abort.signal, (event) =>
      this.#change(meter.after(this.get(job.id), event, performance.now()), event.kind !== 'speech'),
    );
    const running = work(host)
      .then((result) => this.#end(job.id, { state: 'done', result }))
      .catch((error: unknown) => this.#end(job.id, this.#failureOf(error, abort.signal)));
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
    return job;
  }

  /** Ends a job as soon as that can be; what was synthesized is kept. */
  cancel(id: string): Job {
    const job = this.get(id);
    this.#aborts.get(id)?.abort();
    return job;
  }

  /** Ends all jobs, and waits until they have. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const abort of this.#aborts.values()) abort.abort();
    await Promise.all(this.#running);
    await this.#keeping;
  }

  #end(id: string, end: Pick<Job, 'state' | 'result' | 'error'>): Promise<void> {
    const job = { ...this.get(id), ...end, endedAt: new Date().toISOString() };
    this.#aborts.delete(id);
    this.#change(job);
    // Also one that failed may have come far enough to change something.
    this.#events.tell({ type: 'edition', edition: job.result?.edition ?? job.edition });
    return this.#keep();
  }

  #failureOf(error: unknown, signal: AbortSignal): Pick<Job, 'state' | 'error'> {
    if (signal.aborted) return { state: this.#isClosing ? 'interrupted' : 'cancelled' };
    if (error instanceof AudioEditionError)
      return { state: 'failed', error: { code: error.code, message: error.message } };
    this.#settings.onFailure(error);
    const message = 'The work failed for a reason that the program did not foresee; try it again.';
    return { state: 'failed', error: { code: 'unexpected', message } };
  }

  #change(job: Job, now = true): void {
    this.#jobs.delete(job.id);
    this.#jobs.set(job.id, job);
    const nowMs = performance.now();
    if (!now && nowMs - (this.#toldMs.get(job.id) ?? 0) < TELL_EVERY_MS) return;
    this.#toldMs.set(job.id, nowMs);
    this.#events.tell({ type: 'job', job });
  }

  #keep(): Promise<void> {
    for (const id of [...this.#jobs.keys()].slice(0, -MOST_JOBS)) this.#jobs.delete(id);
    const jobs = [...this.#jobs.values()];
    this.#keeping = this.#keeping
      .then(() => keepJson(this.#file, jobs))
      .catch((error: unknown) => this.#settings.onFailure(error));
    return this.#keeping;
  }

  get #file(): string {
    return privatePath(this.#settings.outDir, 'jobs.json');
  }
}

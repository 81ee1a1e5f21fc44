import type { Job } from '../../api.js';
import type { ModelHost } from './host.js';

/** Builds and publications, as the server tells of them; the newest first. */
export class Jobs {
  all: readonly Job[] = [];
  /** A finished job whose result is shown. */
  shown: string | undefined;
  private readonly startedHere = new Set<string>();

  constructor(
    private readonly host: ModelHost,
    /** Called once when a job that was seen running has ended. */
    private readonly ended: (job: Job, isOurs: boolean) => void,
  ) {}

  get running(): Job | undefined {
    return this.all.find(({ state }) => state === 'running');
  }

  get shownJob(): Job | undefined {
    return this.find(this.shown);
  }

  find(id: string | undefined): Job | undefined {
    return this.all.find((job) => job.id === id);
  }

  /** The latest job that concerns an edition. */
  latestOf(edition: string | undefined): Job | undefined {
    return this.all.find((job) => job.edition === edition);
  }

  /** All jobs as the server has them; one that it does not know any more went down with its server. */
  async load(): Promise<void> {
    const known = await this.host.api.jobs();
    const lost = this.all.filter(
      ({ id, state }) => state === 'running' && !known.some((job) => job.id === id),
    );
    for (const job of lost) this.apply({ ...job, state: 'interrupted' });
    for (const job of known.toReversed()) this.apply(job);
  }

  /** A job that this window began: its end is told here. */
  begin(job: Job): void {
    this.startedHere.add(job.id);
    this.apply(job);
  }

  /** What the server says of a job now. */
  apply(job: Job): void {
    const before = this.find(job.id);
    const others = this.all.filter(({ id }) => id !== job.id);
    this.all = [...others, job].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
    const wasRunning = before?.state === 'running' || (before === undefined && this.startedHere.has(job.id));
    if (wasRunning && job.state !== 'running') this.ended(job, this.startedHere.has(job.id));
    this.host.update();
  }

  async cancel(id: string): Promise<void> {
    const job = await this.host.talk.attempt(() => this.host.api.cancel(id));
    if (job !== undefined) this.apply(job);
  }

  show(id: string | undefined): void {
    this.shown = id;
    this.host.update();
  }
}

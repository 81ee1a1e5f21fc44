import type { PublicationPlan } from '../../api.js';
import type { Desk } from './desk.js';
import type { ModelHost } from './host.js';
import type { Jobs } from './jobs.js';

/** The deliberate step: read what would change and cost, then publish. */
export class Publishing {
  /** What publishing would do; present while the editor reviews it. */
  plan: PublicationPlan | undefined;
  note = '';
  reissue = false;
  isBusy = false;
  /** Whether the editor is asked if the last publication is to be taken back. */
  isTakingBack = false;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    private readonly jobs: Jobs,
  ) {}

  /** Asks what publishing would do, and shows it. */
  async review(): Promise<void> {
    const { edition } = this.desk;
    if (edition === undefined) return;
    if (edition.draft.steps.length === 0)
      return this.host.talk.announce('Nothing is changed, so there is nothing to publish.');
    this.plan = await this.host.talk.attempt(() => this.host.api.publication(edition.slug));
    this.host.update();
  }

  close(): void {
    this.plan = undefined;
    this.host.update();
  }

  setNote(note: string): void {
    this.note = note;
  }

  setReissue(reissue: boolean): void {
    this.reissue = reissue;
    this.host.update();
  }

  /** Publishes what was reviewed, and not more: neither later changes nor a higher bill. */
  async publish(): Promise<void> {
    const { plan } = this;
    const slug = this.desk.edition?.slug;
    if (plan === undefined || slug === undefined || this.isBusy) return;
    this.isBusy = true;
    const note = this.note.trim();
    const job = await this.host.talk.attempt(() =>
      this.host.api.publish(slug, {
        revision: plan.revision,
        maxCharacters: plan.cost.newCharacters,
        ...(note === '' ? {} : { note }),
        ...(this.reissue ? { reissue: true } : {}),
      }),
    );
    this.isBusy = false;
    this.plan = undefined;
    if (job !== undefined) this.begun(job);
    this.host.update();
  }

  /** Asks before anything is taken back, or gives it up. */
  askTakeBack(isAsked: boolean): void {
    this.isTakingBack = isAsked;
    this.host.update();
  }

  /** Publishes the state before the last publication again. */
  async takeBack(): Promise<void> {
    const slug = this.desk.edition?.slug;
    this.askTakeBack(false);
    if (slug === undefined) return;
    const job = await this.host.talk.attempt(() => this.host.api.takeBack(slug));
    if (job !== undefined) this.begun(job);
  }

  private begun(job: Parameters<Jobs['begin']>[0]): void {
    this.note = '';
    this.reissue = false;
    this.host.talk.announce('Publishing has begun.');
    this.jobs.begin(job);
  }
}

import type { PublicationPlan } from '../../api.js';
import type { Desk } from './desk.js';
import type { ModelHost } from './host.js';
import type { Jobs } from './jobs.js';

/** What is typed and not published. */
interface TypedReview {
  readonly note: string;
  readonly reissue: boolean;
  /** Whether the review was open when it was typed. */
  readonly isOpen: boolean;
}

/** The deliberate step: read what would change and cost, then publish. */
export class Publishing {
  /** What publishing would do; present while the editor reviews it. */
  plan: PublicationPlan | undefined;
  isBusy = false;
  /** Whether the editor is asked if the last publication is to be taken back. */
  isTakingBack = false;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    private readonly jobs: Jobs,
  ) {}

  /** What listeners are told of what was wrong, as it is typed. */
  get note(): string {
    return this.typed.note;
  }

  /** Whether it is published as a new episode. */
  get reissue(): boolean {
    return this.typed.reissue;
  }

  /** Asks what publishing would do, and shows it. */
  async review(): Promise<void> {
    const { edition } = this.desk;
    if (edition === undefined) return;
    if (edition.draft.steps.length === 0)
      return this.host.talk.announce('Nothing is changed, so there is nothing to publish.');
    this.plan = await this.host.talk.attempt(() => this.host.api.publication(edition.slug));
    this.host.update();
  }

  /** Shows it again where the editor had begun to fill it in before a reload. */
  async resume(): Promise<void> {
    const hasSteps = this.desk.edition?.draft.steps.length !== 0;
    if (hasSteps && this.typed.isOpen) await this.review();
  }

  /** Not yet; the note waits for the next review. */
  close(): void {
    this.plan = undefined;
    if (this.note === '' && !this.reissue) this.forget();
    else this.type({ isOpen: false });
    this.host.update();
  }

  setNote(note: string): void {
    this.type({ note, isOpen: true });
  }

  setReissue(reissue: boolean): void {
    this.type({ reissue, isOpen: true });
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

  private get typed(): TypedReview {
    return this.host.unkept.read<TypedReview>(this.field) ?? { note: '', reissue: false, isOpen: false };
  }

  private type(change: Partial<TypedReview>): void {
    this.host.unkept.write(this.field, { ...this.typed, ...change });
  }

  private forget(): void {
    this.host.unkept.write(this.field, undefined);
  }

  private get field(): string {
    return `review ${this.desk.edition?.slug}`;
  }

  private begun(job: Parameters<Jobs['begin']>[0]): void {
    this.forget();
    this.host.talk.announce('Publishing has begun.');
    this.jobs.begin(job);
  }
}

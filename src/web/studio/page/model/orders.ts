import type { Draft, Order, OrderAnswer, StudioSegment, StudioStory } from '../../api.js';
import type { Desk } from './desk.js';
import type { ModelHost } from './host.js';

/** Changes to the draft; each can be taken back, nothing is published by them. */
export class Orders {
  /** While one is under way, no other begins: they would meet on the server. */
  private working: Promise<unknown> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    /** Called before a change is made. */
    private readonly changing: () => void,
    /** Called where nothing is left to undo but the last publication. */
    private readonly askTakeBack: () => void,
  ) {}

  /** Whether a change is under way; the edition is asked for once it is made. */
  get isWorking(): boolean {
    return this.count > 0;
  }

  /** Orders one change, shows the edition with it, and tells what was done; false where it could not be. */
  async give(order: Order): Promise<boolean> {
    const draft = await this.change(async (slug, revision) => {
      const answer = await this.host.api.order(slug, order, revision);
      return answer.draft;
    });
    if (draft !== undefined) this.tell(draft.steps.at(-1)?.title);
    return draft !== undefined;
  }

  /** What an order would do and cost; `undefined` where that can't be said. */
  async estimate(order: Order, signal?: AbortSignal): Promise<OrderAnswer | undefined> {
    const slug = this.desk.edition?.slug;
    if (slug === undefined) return undefined;
    return this.host.api.estimate(slug, order, signal).catch(() => undefined);
  }

  async undo(): Promise<void> {
    const { edition } = this.desk;
    const last = edition?.draft.steps.at(-1);
    if (last === undefined && edition?.canTakeBack) return this.askTakeBack();
    if (last === undefined) return this.host.talk.announce('There is nothing to undo.');
    const draft = await this.change((slug, revision) => this.host.api.undo(slug, revision));
    if (draft !== undefined) this.host.talk.announce(`Undone: ${last.title}`);
  }

  async redo(): Promise<void> {
    const next = this.desk.edition?.draft.undone.at(-1);
    if (next === undefined) return this.host.talk.announce('There is nothing to do again.');
    const draft = await this.change((slug, revision) => this.host.api.redo(slug, revision));
    if (draft !== undefined) this.host.talk.announce(`Done again: ${next.title}`);
  }

  async undoStep(step: string): Promise<void> {
    const title = this.desk.edition?.draft.steps.find(({ id }) => id === step)?.title ?? '';
    const draft = await this.change((slug) => this.host.api.undoStep(slug, step));
    if (draft !== undefined) this.host.talk.announce(`Undone: ${title}`);
  }

  /** Leaves a segment out, or speaks it again. */
  async toggleSegment(segment: StudioSegment): Promise<void> {
    const { afterAll, id, spoken } = segment;
    if (afterAll !== undefined)
      await this.give({ kind: 'block-spoken', block: afterAll.block, spoken: false });
    else await this.give({ kind: 'segment-spoken', segment: id, spoken: !spoken });
  }

  /** Moves a story one place up or down. */
  async moveStory(story: StudioStory, by: 1 | -1): Promise<void> {
    const slugs = (this.desk.edition?.stories ?? []).map(({ slug }) => slug);
    const from = slugs.indexOf(story.slug);
    const neighbour = slugs[from + by];
    if (neighbour === undefined) return;
    const stories = slugs.with(from + by, story.slug).with(from, neighbour);
    await this.give({ kind: 'story-order', stories });
  }

  private async change(work: (slug: string, revision: number) => Promise<Draft>): Promise<Draft | undefined> {
    const before = this.working;
    this.count += 1;
    const done = this.host.talk.attempt(async () => {
      await before.catch(() => undefined);
      const { edition } = this.desk;
      if (edition === undefined) return undefined;
      this.changing();
      try {
        return await work(edition.slug, edition.draft.revision);
      } finally {
        await this.desk.refresh();
      }
    });
    this.working = done;
    return done.finally(() => {
      this.count -= 1;
    });
  }

  private tell(title: string | undefined): void {
    this.host.talk.announce(title ?? 'Done.');
  }
}

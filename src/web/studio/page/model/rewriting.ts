import type { Cost, Order, StudioStory } from '../../api.js';
import { markdownOf } from '../text/markdown.js';
import type { Desk } from './desk.js';
import { Estimates } from './estimates.js';
import type { ModelHost } from './host.js';
import type { Orders } from './orders.js';

/** What is typed and not kept. */
interface TypedText {
  readonly story: string;
  readonly markdown: string;
}

/** A story's whole text while it is being changed, as Markdown. */
export class Rewriting {
  /** The story whose text is open; its text as it was then. */
  opened: { readonly story: StudioStory; readonly markdown: string } | undefined;
  /** As it is typed. */
  markdown = '';
  /** What it would cost as it is typed; `undefined` while that is not known. */
  cost: Cost | undefined;
  private readonly estimates: Estimates;
  private isKeeping = false;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    private readonly orders: Orders,
  ) {
    this.estimates = new Estimates(orders);
  }

  /** Whether there is something to keep. */
  get isNew(): boolean {
    const said = this.markdown.trim();
    return said !== '' && said !== this.opened?.markdown.trim();
  }

  /** Opens the text of the story at hand. */
  open(): void {
    const { story } = this.desk;
    if (story === undefined || !story.spoken) return;
    this.opened = { story, markdown: markdownOf(story) };
    this.markdown = this.opened.markdown;
    this.cost = undefined;
    this.host.update();
  }

  /** Opens with what was typed before a reload; says whether it did. */
  resume(): boolean {
    const typed = this.host.unkept.read<TypedText>(this.field);
    if (typed === undefined || !this.desk.edition?.stories.some(({ slug }) => slug === typed.story))
      return false;
    this.desk.goTo(typed.story, this.desk.segmentId);
    this.open();
    this.type(typed.markdown);
    return this.opened !== undefined;
  }

  close(): void {
    this.host.unkept.write(this.field, undefined);
    this.estimates.cancel();
    this.opened = undefined;
    this.host.update();
  }

  type(markdown: string): void {
    this.markdown = markdown;
    this.cost = undefined;
    this.remember();
    const order = this.isNew ? this.order(markdown) : undefined;
    if (order === undefined) this.estimates.cancel();
    else
      this.estimates.ask([['typed', order]], (_, { cost }) => {
        this.cost = cost;
        this.host.update();
      });
    this.host.update();
  }

  async keep(): Promise<void> {
    if (!this.isNew) return this.close();
    await this.give(this.order(this.markdown));
  }

  /** The issue's own text again. */
  async restore(): Promise<void> {
    await this.give(this.order(undefined));
  }

  private remember(): void {
    const { opened, markdown } = this;
    if (opened === undefined) return;
    this.host.unkept.write(this.field, { story: opened.story.slug, markdown } satisfies TypedText);
  }

  private get field(): string {
    return `story-text ${this.desk.edition?.slug}`;
  }

  private order(markdown: string | undefined): Order | undefined {
    if (this.opened === undefined) return undefined;
    const { slug } = this.opened.story;
    return { kind: 'story-text', story: slug, ...(markdown === undefined ? {} : { markdown }) };
  }

  private async give(order: Order | undefined): Promise<void> {
    if (order === undefined || this.isKeeping) return;
    this.isKeeping = true;
    const isKept = await this.orders.give(order);
    this.isKeeping = false;
    if (isKept) this.close();
  }
}

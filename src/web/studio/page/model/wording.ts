import type { Cost, StudioSegment } from '../../api.js';
import { speechField } from '../unkept.js';
import type { Desk } from './desk.js';
import { Estimates } from './estimates.js';
import type { ModelHost } from './host.js';
import type { Orders } from './orders.js';

/** A segment's spoken text while it is being changed. */
export class Wording {
  /** What the text as it is typed would cost; `undefined` while that is not known. */
  cost: Cost | undefined;
  private readonly estimates: Estimates;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    private readonly orders: Orders,
  ) {
    this.estimates = new Estimates(orders);
  }

  /** What stands in the field of a segment: what was typed and not kept, else what is spoken. */
  textOf({ id, speech }: StudioSegment): string {
    return this.host.unkept.read<string>(this.fieldOf(id)) ?? speech;
  }

  /** Opens the field of the segment at hand where it stood open before a reload. */
  resume(): void {
    const { segment } = this.desk;
    if (segment === undefined || !this.host.unkept.has(this.fieldOf(segment.id))) return;
    this.desk.edit(segment.id);
    this.type(segment, this.textOf(segment));
  }

  /** Asks for the cost of what is typed. */
  type(segment: StudioSegment, speech: string): void {
    this.cost = undefined;
    this.host.unkept.write(this.fieldOf(segment.id), speech);
    const order = { kind: 'speech', segment: segment.id, speech: speech.trim() } as const;
    if (order.speech === '') this.estimates.cancel();
    else
      this.estimates.ask([['typed', order]], (_, { cost }) => {
        this.cost = cost;
        this.host.update();
      });
    this.host.update();
  }

  /** Keeps the text, unless it says what was said before. */
  async keep(segment: StudioSegment, speech: string): Promise<void> {
    const said = speech.trim();
    const isNew = said !== '' && said !== segment.speech;
    if (!isNew || (await this.orders.give({ kind: 'speech', segment: segment.id, speech: said })))
      this.close(segment);
  }

  /** The program's own words again. */
  async restore(segment: StudioSegment): Promise<void> {
    if (await this.orders.give({ kind: 'speech', segment: segment.id })) this.close(segment);
  }

  /** Closes a segment's field; what is typed in it is given up. */
  close({ id }: StudioSegment): void {
    this.host.unkept.write(this.fieldOf(id), undefined);
    this.estimates.cancel();
    this.cost = undefined;
    this.desk.edit(undefined);
  }

  private fieldOf(segment: string): string {
    return speechField(this.desk.edition?.slug, segment);
  }
}

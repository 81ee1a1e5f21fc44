import type { Cost, StudioSegment } from '../../api.js';
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

  /** Asks for the cost of what is typed. */
  type(segment: StudioSegment, speech: string): void {
    this.cost = undefined;
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
      this.close();
  }

  /** The program's own words again. */
  async restore(segment: StudioSegment): Promise<void> {
    if (await this.orders.give({ kind: 'speech', segment: segment.id })) this.close();
  }

  close(): void {
    this.estimates.cancel();
    this.cost = undefined;
    this.desk.edit(undefined);
  }
}

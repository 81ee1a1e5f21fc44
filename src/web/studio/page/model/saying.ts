import type { TextSpan } from '../../../../edition.js';
import type { Order, OrderAnswer, StudioSegment } from '../../api.js';
import type { Desk, PickedWords } from './desk.js';
import { Estimates } from './estimates.js';
import type { Hearing } from './hearing.js';
import type { ModelHost } from './host.js';
import type { Orders } from './orders.js';

export type SayScope = 'segment' | 'edition' | 'show';

/** What is typed and not kept. */
interface TypedSaying {
  readonly words: PickedWords;
  readonly spoken: string;
  readonly scope: SayScope;
}

/** "Say it like this": some written words, how they are to sound, and where that holds. */
export class Saying {
  words: PickedWords | undefined;
  spoken = '';
  scope: SayScope = 'edition';
  /** What keeping it would do and cost, by scope, for what is typed now. */
  answers: Partial<Record<SayScope, OrderAnswer>> = {};
  private readonly estimates: Estimates;
  private isKeeping = false;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    private readonly orders: Orders,
    private readonly hearing: Hearing,
  ) {
    this.estimates = new Estimates(orders);
  }

  /** Opens for the picked words of the segment at hand; without any, for its first word. */
  open(): void {
    const { segment } = this.desk;
    if (segment === undefined || segment.source === '') {
      this.host.talk.announce('Nobody wrote these words; press Enter to change what is spoken.');
      return;
    }
    const words = this.desk.picked ?? this.desk.pickNeighbour(1);
    if (words === undefined) return;
    this.words = words;
    this.spoken = saidNow(segment, words.source);
    this.scope = 'edition';
    this.estimate();
  }

  /** Opens with what was typed before a reload, where the words still stand; says whether it did. */
  resume(): boolean {
    const typed = this.host.unkept.read<TypedSaying>(this.field);
    if (typed === undefined) return false;
    this.desk.goToSegment(typed.words.segment);
    const { segment } = this.desk;
    const { words } = typed;
    if (segment?.id !== words.segment || segment.source.slice(...words.source) !== words.text) return false;
    this.desk.picked = words;
    Object.assign(this, typed);
    this.estimate();
    return true;
  }

  close(): void {
    this.words = undefined;
    this.host.unkept.write(this.field, undefined);
    this.estimates.cancel();
    if (this.hearing.stateOf('trial:say') !== 'idle') this.hearing.stop();
    this.host.update();
  }

  type(spoken: string): void {
    this.spoken = spoken;
    this.remember();
    this.estimate();
  }

  choose(scope: SayScope): void {
    this.scope = scope;
    this.remember();
    this.estimate();
  }

  /** Hears it at once, with the edition's engine or with the embedded one; what is heard is stopped. */
  async hear(embedded: boolean): Promise<void> {
    const { segment } = this.desk;
    const order = this.orderFor('segment');
    if (segment !== undefined && order !== undefined) await this.hearing.playTrial(segment, order, embedded);
  }

  /** Keeps it where the editor said. */
  async keep(): Promise<void> {
    const order = this.orderFor(this.scope);
    if (order === undefined || this.isKeeping) return;
    this.isKeeping = true;
    const isKept = await this.orders.give(order);
    this.isKeeping = false;
    if (isKept) this.close();
  }

  private remember(): void {
    const { words, spoken, scope } = this;
    if (words !== undefined)
      this.host.unkept.write(this.field, { words, spoken, scope } satisfies TypedSaying);
  }

  private get field(): string {
    return `say ${this.desk.edition?.slug}`;
  }

  private orderFor(scope: SayScope): Order | undefined {
    const { words } = this;
    const spoken = this.spoken.trim();
    if (words === undefined || spoken === '') return undefined;
    const place = scope === 'segment' ? { source: words.source } : {};
    return { kind: 'say', written: words.text, spoken, scope, segment: words.segment, ...place };
  }

  private estimate(): void {
    this.answers = {};
    const scopes = [...new Set<SayScope>([this.scope, 'segment', 'edition'])];
    const wanted = scopes.flatMap((scope) => {
      const order = this.orderFor(scope);
      return order === undefined ? [] : [[scope, order] as const];
    });
    this.estimates.ask(wanted, (scope, answer) => {
      this.answers = { ...this.answers, [scope]: answer };
      this.host.update();
    });
    this.host.update();
  }
}

/** How a stretch of the source is spoken as things are. */
function saidNow({ source, speech, differences }: StudioSegment, [from, to]: TextSpan): string {
  const inside = differences.filter((one) => one.source[0] < to && one.source[1] > from);
  const [only] = inside;
  const covers = only !== undefined && only.source[0] <= from && only.source[1] >= to;
  return inside.length === 1 && covers ? speech.slice(...only.speech) : source.slice(from, to);
}

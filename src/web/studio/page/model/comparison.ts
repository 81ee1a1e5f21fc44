import type { StudioSegment, TakeEntry } from '../../api.js';
import type { Desk } from './desk.js';
import type { Hearing } from './hearing.js';
import type { ModelHost } from './host.js';
import type { Orders } from './orders.js';

/** The takes of the segment where the editor is, two of them side by side. */
export class Comparison {
  takes: readonly TakeEntry[] = [];
  /** The take that was heard last of the two. */
  heard: string | undefined;
  private shownFor = '';

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    private readonly orders: Orders,
    private readonly hearing: Hearing,
  ) {}

  /** A: what is published, else the oldest; B: the chosen one, else the newest. */
  get pair(): readonly [a: TakeEntry, b: TakeEntry] | undefined {
    const a = this.takes.find(({ published }) => published) ?? this.takes[0];
    const others = this.takes.filter((take) => take !== a);
    const b = others.find(({ chosen }) => chosen) ?? others.at(-1);
    return a && b && [a, b];
  }

  get chosen(): TakeEntry | undefined {
    return this.takes.find(({ chosen }) => chosen);
  }

  /** Asks for the takes of the segment at hand, once for each state of the draft. */
  async follow(): Promise<void> {
    const { edition, segment } = this.desk;
    const wanted = edition && segment ? keyOf(segment, edition.draft.revision) : '';
    if (wanted === this.shownFor) return;
    const isSame = this.takes.length > 0 && wanted.startsWith(`${this.segmentShown}\n`);
    this.shownFor = wanted;
    if (!isSame) this.forget();
    if (edition === undefined || segment === undefined) return;
    const answer = await this.host.api.takes(edition.slug, segment.id).catch(() => undefined);
    if (wanted !== this.shownFor || answer === undefined) return;
    this.segmentShown = segment.id;
    this.takes = answer.takes;
    this.host.update();
  }

  private segmentShown = '';

  /** Plays take A or B of the segment at hand. */
  hear(which: 0 | 1): void {
    const { segment } = this.desk;
    const take = this.pair?.[which];
    if (segment === undefined) return;
    if (take === undefined) {
      this.host.talk.announce('There is one take only; R makes another.');
      return;
    }
    this.heard = take.key;
    this.hearing.playTake(segment, take);
    this.host.update();
  }

  /** Chooses the take that was heard last. */
  async chooseHeard(): Promise<void> {
    if (this.heard !== undefined) await this.choose(this.heard);
  }

  async choose(key: string): Promise<void> {
    const { segment } = this.desk;
    if (segment === undefined || this.chosen?.key === key) return;
    await this.orders.give({ kind: 'choose-take', segment: segment.id, take: key });
  }

  /** Another take: ordered, spoken and heard. One that is ordered and not spoken yet is the new one already. */
  async make(segment: StudioSegment): Promise<void> {
    if (segment.take === undefined && segment.changed) return this.hearing.playSegment(segment, 0);
    if (!(await this.orders.give({ kind: 'new-take', segment: segment.id }))) return;
    const ordered = this.desk.segments.find(({ id }) => id === segment.id);
    if (ordered !== undefined) this.hearing.playSegment(ordered, 0);
  }

  private forget(): void {
    this.takes = [];
    this.heard = undefined;
    this.segmentShown = '';
  }
}

/** Changes with the segment, its words, and the take that it uses. */
function keyOf({ id, speech, take }: StudioSegment, revision: number): string {
  return [id, speech, take?.key ?? '', revision].join('\n');
}

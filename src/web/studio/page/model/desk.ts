import type { TextSpan } from '../../../../edition.js';
import type { Peaks, StudioEdition, StudioSegment, StudioStory } from '../../api.js';
import { neighbourWord, wholeWords } from '../text/words.js';
import { speechField } from '../unkept.js';
import type { ModelHost } from './host.js';

/** A word or some words of a segment's source. */
export interface PickedWords {
  readonly segment: string;
  readonly source: TextSpan;
  readonly text: string;
}

/** As many rows as a window shows, and some more. */
const FIRST_ROWS = 14;
const MORE_ROWS = 60;

/** The edition on the desk, and the place in it where the editor is. */
export class Desk {
  edition: StudioEdition | undefined;
  storySlug: string | undefined;
  segmentId: string | undefined;
  picked: PickedWords | undefined;
  /** Segment whose spoken text is being changed. */
  editing: string | undefined;
  /** Ready runs fold. */
  onlyDiffering = false;
  /** So many rows of the story are drawn, beside those up to the segment at hand. */
  private drawnRows = FIRST_ROWS;
  /** Pictures of takes, by their key. */
  readonly peaks = new Map<string, Peaks>();
  private readonly askedPeaks = new Set<string>();
  private asked = 0;

  constructor(private readonly host: ModelHost) {}

  get story(): StudioStory | undefined {
    return this.edition?.stories.find(({ slug }) => slug === this.storySlug);
  }

  get segments(): readonly StudioSegment[] {
    return this.story === undefined ? [] : segmentsIn(this.story);
  }

  get segment(): StudioSegment | undefined {
    return this.segments.find(({ id }) => id === this.segmentId);
  }

  /** How many of the story's rows are to be drawn; the others follow as soon as the page has time. */
  rowsToDraw(rows: readonly unknown[], current: number): number {
    return Math.min(rows.length, Math.max(this.drawnRows, current + FIRST_ROWS));
  }

  /** Whether rows of the story are left to be drawn. */
  get hasMoreRows(): boolean {
    return (this.story?.items.length ?? 0) > this.drawnRows;
  }

  drawMoreRows(): void {
    this.drawnRows += MORE_ROWS;
    this.host.update();
  }

  /** Opens an edition; the place in it is kept where it still is. */
  async open(slug: string, story?: string, segment?: string): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const edition = await this.host.api.edition(slug);
    if (asked !== this.asked) return;
    if (slug !== this.edition?.slug) this.leave();
    this.edition = edition;
    this.goTo(story ?? this.storySlug, segment ?? this.segmentId);
  }

  /** The edition as the server has it now. */
  async refresh(): Promise<void> {
    const slug = this.edition?.slug;
    if (slug !== undefined) await this.open(slug);
  }

  close(): void {
    this.asked += 1;
    this.leave();
    this.edition = undefined;
    this.host.update();
  }

  /** Goes to a story and a segment in it; what is not there leads to the first. */
  goTo(storySlug: string | undefined, segmentId?: string): void {
    const stories = this.edition?.stories ?? [];
    const story = stories.find(({ slug }) => slug === storySlug) ?? stories[0];
    const segments = story === undefined ? [] : segmentsIn(story);
    if (story?.slug !== this.storySlug) this.drawnRows = FIRST_ROWS;
    this.storySlug = story?.slug;
    this.segmentId = (segments.find(({ id }) => id === segmentId) ?? segments[0])?.id;
    if (this.picked?.segment !== this.segmentId) this.picked = undefined;
    if (this.editing !== this.segmentId && !this.isUnkept(this.editing)) this.editing = undefined;
    if (story !== undefined) void this.loadPeaks(story);
    this.host.update();
  }

  /** Goes to a segment wherever it stands in the edition. */
  goToSegment(id: string): void {
    const story = this.edition?.stories.find((one) => segmentsIn(one).some((segment) => segment.id === id));
    if (story !== undefined) this.goTo(story.slug, id);
  }

  /** The segment after or before; at a story's edge, that of the story beside it. */
  step(by: 1 | -1): void {
    const index = this.segments.findIndex(({ id }) => id === this.segmentId);
    const next = this.segments[index + by];
    if (next !== undefined) this.goTo(this.storySlug, next.id);
    else this.stepStory(by, by === 1 ? 'start' : 'end');
  }

  stepStory(by: 1 | -1, edge: 'start' | 'end' = 'start'): void {
    const stories = this.edition?.stories ?? [];
    const next = stories[stories.findIndex(({ slug }) => slug === this.storySlug) + by];
    if (next === undefined) return;
    this.goTo(next.slug, segmentsIn(next).at(edge === 'start' ? 0 : -1)?.id);
  }

  /** Picks the words that a stretch of the source touches. */
  pick(segment: StudioSegment, touched: TextSpan): PickedWords | undefined {
    const source = wholeWords(segment.source, touched);
    this.picked =
      source === undefined
        ? undefined
        : { segment: segment.id, source, text: segment.source.slice(...source) };
    this.host.update();
    return this.picked;
  }

  pickNeighbour(by: 1 | -1): PickedWords | undefined {
    const { segment } = this;
    if (segment === undefined) return undefined;
    const span = neighbourWord(segment.source, this.picked?.source, by);
    return span === undefined ? undefined : this.pick(segment, span);
  }

  edit(segment: string | undefined): void {
    this.editing = segment;
    this.host.update();
  }

  /** Whether something is typed for a segment that is not kept: its field stays open where the editor goes on. */
  private isUnkept(segment: string | undefined): boolean {
    return segment !== undefined && this.host.unkept.has(speechField(this.edition?.slug, segment));
  }

  toggleFolding(): void {
    this.onlyDiffering = !this.onlyDiffering;
    this.host.update();
  }

  private leave(): void {
    this.storySlug = undefined;
    this.segmentId = undefined;
    this.picked = undefined;
    this.editing = undefined;
    this.peaks.clear();
    this.askedPeaks.clear();
  }

  /** Pictures are no reason to stop: without them there are none. */
  private async loadPeaks(story: StudioStory): Promise<void> {
    const slug = this.edition?.slug;
    const keys = segmentsIn(story).flatMap(({ take }) => (take === undefined ? [] : [take.key]));
    const missing = keys.filter((key) => !this.askedPeaks.has(key));
    if (slug === undefined || missing.length === 0) return;
    for (const key of missing) this.askedPeaks.add(key);
    const { takes } = await this.host.api.peaks(slug, story.slug).catch(() => ({ takes: {} }));
    for (const [key, peaks] of Object.entries(takes)) this.peaks.set(key, peaks);
    this.host.update();
  }
}

/** A story's segments, without what is left out by a rule. */
export function segmentsIn(story: StudioStory): readonly StudioSegment[] {
  return story.items.filter((item) => item.item === 'segment');
}

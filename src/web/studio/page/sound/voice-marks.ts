import { segmentElement } from '../commands.js';
import type { Studio } from '../model/studio.js';
import { rangeOver } from '../text/ranges.js';
import { WordMarks } from './marks.js';
import type { Heard } from './sound.js';

/** Where the voice is, shown in the page without drawing it anew: word, waveform, and the segment in sight. */
export class VoiceMarks {
  private readonly words = new WordMarks();
  private segment: string | undefined;

  constructor(
    private readonly page: ParentNode,
    private readonly studio: Studio,
  ) {}

  /** Follows the voice; called once a frame while something is heard. */
  moveTo(heard: Heard | undefined): void {
    const id = heard?.clip.segment;
    if (id !== this.segment) this.changeSegment(id);
    const element = this.elementOf(id);
    if (heard === undefined || element === undefined) {
      this.words.clear();
      return;
    }
    const { startSeconds, endSeconds, words } = heard.clip;
    this.words.moveTo(element, words, heard.seconds - startSeconds);
    this.showPlayed(element, (heard.seconds - startSeconds) / (endSeconds - startSeconds));
  }

  /** Marks the words that are picked. */
  showPicked(): void {
    const { picked } = this.studio.desk;
    const text = this.elementOf(picked?.segment)?.querySelector('.written');
    const range = picked && text ? rangeOver(text, picked.source) : undefined;
    if ('highlights' in CSS) CSS.highlights.set('studio-picked', new Highlight(...(range ? [range] : [])));
  }

  /** Scrolls as little as needed to see a segment. */
  reveal(id: string | undefined): void {
    this.elementOf(id)?.scrollIntoView({ block: 'nearest' });
  }

  /** A story that plays takes the editor along, unless he has gone elsewhere. */
  private changeSegment(id: string | undefined): void {
    const { desk, hearing } = this.studio;
    const before = this.segment;
    this.segment = id;
    this.showPlayed(this.elementOf(before), 0);
    const isLong = /^(story|changes)/.test(hearing.sound.playing ?? '');
    if (isLong && id !== undefined && (before === undefined || desk.segmentId === before))
      desk.goToSegment(id);
  }

  private showPlayed(element: Element | undefined, share: number): void {
    const played = element?.querySelector('clipPath rect');
    const width = Number(played?.getAttribute('data-full') ?? 0);
    played?.setAttribute('width', String(Math.min(1, Math.max(0, share)) * width));
  }

  private elementOf(id: string | undefined): Element | undefined {
    return segmentElement(this.page, id);
  }
}

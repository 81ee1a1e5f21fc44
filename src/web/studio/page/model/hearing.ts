import { type Order, type Preview, ROUTES, type StudioSegment, type StudioStory } from '../../api.js';
import { type Clip, clipOf, joinOf, type SegmentSound, soundOf } from '../sound/clips.js';
import { type Heard, Sound } from '../sound/sound.js';
import { type Desk, segmentsIn } from './desk.js';
import type { ModelHost } from './host.js';

/** What a play button of the page plays. */
export type HearingName = `${'segment' | 'join' | 'story' | 'take' | 'trial'}:${string}` | 'changes';

/** Silence between two changes that are heard one after the other. */
const BETWEEN_CHANGES_SECONDS = 0.8;

/** Playing: takes that are kept sound at once, what is not spoken yet is spoken first. */
export class Hearing {
  readonly sound: Sound;
  /** What is being spoken so that it can be heard. */
  speaking: HearingName | undefined;
  private abort: AbortController | undefined;
  /** Counts what was asked to be heard or to stop. */
  private asked = 0;

  constructor(
    private readonly host: ModelHost,
    private readonly desk: Desk,
    moved: (heard: Heard | undefined) => void,
  ) {
    this.sound = new Sound({
      moved,
      changed: (problem) => {
        if (problem !== undefined) host.talk.fail(new Error(problem));
        host.update();
      },
    });
  }

  /** How a play button stands. */
  stateOf(name: HearingName): 'idle' | 'speaking' | 'playing' | 'paused' {
    if (this.speaking === name) return 'speaking';
    if (this.sound.playing !== name) return 'idle';
    return this.sound.paused ? 'paused' : 'playing';
  }

  /** Gets a segment's sound before it is asked for. */
  prepare(segment: StudioSegment): void {
    const sound = this.soundOf(segment);
    if (sound !== undefined) this.sound.prepare(sound.url);
  }

  playSegment(segment: StudioSegment, share?: number): void {
    const name = `segment:${segment.id}` as const;
    if (share === undefined && this.sound.toggle(name)) return;
    void this.playSpoken(name, [segment], (sounds) => sounds.map((sound) => clipOf(sound, share)));
  }

  /** From 2 s before the segment's end to 2 s after the next one's start, whichever story that is in. */
  playJoin(segment: StudioSegment): void {
    const name = `join:${segment.id}` as const;
    if (this.sound.toggle(name)) return;
    const spoken = (this.desk.edition?.stories ?? []).flatMap(spokenSegments);
    const next = spoken[spoken.findIndex(({ id }) => id === segment.id) + 1];
    if (next === undefined) {
      this.host.talk.announce('This is the last segment; nothing follows it.');
      return;
    }
    void this.playSpoken(name, [segment, next], async ([before, after]) =>
      before && after ? this.joinClips(segment, before, after) : [],
    );
  }

  /** A story from one of its segments on. */
  playStory(story: StudioStory, fromSegment?: string): void {
    const name = `story:${story.slug}` as const;
    if (this.sound.toggle(name)) return;
    const segments = spokenSegments(story);
    const first = Math.max(
      0,
      segments.findIndex(({ id }) => id === fromSegment),
    );
    void this.playSpoken(name, segments.slice(first), (sounds) => sounds.map((sound) => clipOf(sound)));
  }

  /** Everything that is changed and not published, one after the other. */
  playChanges(): void {
    if (this.sound.toggle('changes')) return;
    const changed = (this.desk.edition?.stories ?? []).flatMap(spokenSegments).filter((one) => one.changed);
    void this.playSpoken('changes', changed, (sounds) =>
      sounds.map((sound) => ({ ...clipOf(sound), pauseAfterSeconds: BETWEEN_CHANGES_SECONDS })),
    );
  }

  /** One take, whether it is chosen or not. */
  playTake(segment: StudioSegment, take: SegmentSoundOfTake): void {
    const name = `take:${take.key}` as const;
    if (this.sound.toggle(name)) return;
    const { url, startSeconds, endSeconds, words } = take;
    const sound = { segment: segment.id, url, startSeconds, endSeconds, words, pauseAfterSeconds: 0 };
    void this.sound.play(name, [clipOf(sound)]);
  }

  /** Speaks a segment as if an order held too, and plays it; the draft stays as it is. */
  async playTrial(segment: StudioSegment, order: Order, embedded: boolean): Promise<void> {
    const preview = await this.speak('trial:say', segment, { order, embedded });
    if (preview === undefined) return;
    const { url, startSeconds, endSeconds } = preview.take;
    // Its words may not be those that stand on the page, so none is marked.
    const sound = { segment: segment.id, url, startSeconds, endSeconds, words: [], pauseAfterSeconds: 0 };
    await this.sound.play('trial:say', [clipOf(sound)]);
  }

  /** Silence, also where something is still being spoken. */
  stop(): void {
    this.asked += 1;
    this.abort?.abort();
    this.speaking = undefined;
    this.sound.stop();
    this.host.update();
  }

  /** What is paused may soon be another take; it must not go on as the old one. */
  dropPaused(): void {
    if (this.sound.paused) this.sound.stop();
  }

  /** The join as it is published, or would be; its address changes with the takes on both sides. */
  private async joinClips(
    segment: StudioSegment,
    before: SegmentSound,
    after: SegmentSound,
  ): Promise<readonly Clip[]> {
    const { edition } = this.desk;
    if (edition === undefined) return [];
    const state = [edition.version, edition.draft.revision, before.url, after.url].join(' ');
    const url = `${ROUTES.joinAudio(edition.slug, segment.id)}&v=${encodeURIComponent(state)}`;
    return joinOf({ url, durationSeconds: await this.sound.durationOf(url) }, before, after);
  }

  private soundOf(segment: StudioSegment): SegmentSound | undefined {
    const { edition } = this.desk;
    const story = edition?.stories.find((one) => segmentsIn(one).some(({ id }) => id === segment.id));
    return edition && story && soundOf(edition, story, segment);
  }

  /** Speaks what is not spoken yet, in order, then plays. */
  private async playSpoken(
    name: HearingName,
    segments: readonly StudioSegment[],
    clipsOf: (sounds: readonly SegmentSound[]) => readonly Clip[] | Promise<readonly Clip[]>,
  ): Promise<void> {
    this.stop();
    const sounds: SegmentSound[] = [];
    let isNew = false;
    for (const segment of segments) {
      const kept = this.soundOf(segment);
      const sound = kept ?? (await this.speakNow(name, segment));
      if (sound === undefined) return;
      isNew ||= kept === undefined;
      sounds.push(sound);
    }
    if (isNew) void this.host.talk.attempt(() => this.desk.refresh());
    const { asked } = this;
    const clips = sounds.length === 0 ? [] : await this.host.talk.attempt(async () => clipsOf(sounds));
    // Whoever stopped it has gone on to something else.
    if (clips !== undefined && clips.length > 0 && asked === this.asked) await this.sound.play(name, clips);
  }

  private async speakNow(name: HearingName, segment: StudioSegment): Promise<SegmentSound | undefined> {
    const preview = await this.speak(name, segment, {});
    if (preview === undefined) return undefined;
    const { key, url, startSeconds, endSeconds, words } = preview.take;
    this.desk.peaks.set(key, preview.peaks);
    const { pauseAfterSeconds } = segment;
    return { segment: segment.id, url, startSeconds, endSeconds, words, pauseAfterSeconds };
  }

  private async speak(
    name: HearingName,
    segment: StudioSegment,
    options: { readonly order?: Order; readonly embedded?: boolean },
  ): Promise<Preview | undefined> {
    const slug = this.desk.edition?.slug;
    if (slug === undefined) return undefined;
    this.stop();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.speaking = name;
    this.host.update();
    const preview = await this.host.talk.attempt(() =>
      this.host.api.preview(slug, { segment: segment.id, ...options }, signal),
    );
    // Whoever stopped it has gone on to something else.
    if (signal.aborted) return undefined;
    this.speaking = undefined;
    this.host.update();
    return preview;
  }
}

/** What a take needs to be heard. */
export type SegmentSoundOfTake = Pick<SegmentSound, 'url' | 'startSeconds' | 'endSeconds' | 'words'> & {
  readonly key: string;
};

function spokenSegments(story: StudioStory): readonly StudioSegment[] {
  return story.spoken ? segmentsIn(story).filter(({ spoken }) => spoken) : [];
}

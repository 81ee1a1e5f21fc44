import path from 'node:path';
import type { Config } from '../../config.js';
import type { EditionSegment, EditionStory, ScriptStory, Take } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import { joinSamples, wavParts } from '../../speech/wav.js';
import { decodeFile } from '../../stitch/decode.js';
import { renderExcerpt } from '../../stitch/excerpt.js';
import type { Ffmpeg } from '../../stitch/ffmpeg.js';
import { planStory, type StoryPlan, secondsOf } from '../../stitch/plan.js';
import { takeReader } from '../../stitch/take-reader.js';
import { DEFAULT_TARGETS } from '../../stitch/targets.js';
import type { Pcm } from '../../stitch/wav.js';
import type { PublishedEdition } from '../edition-state.js';
import type { PipelineHost } from '../host.js';
import { findTools } from '../tools.js';
import type { DraftSegment, DraftStory, DraftView } from './view-draft.js';

/** So much is heard on either side of a join; less where a segment is shorter. */
const JOIN_SECONDS = 2;

export interface JoinRequest {
  readonly outDir: string;
  readonly published: PublishedEdition;
  /** The edition as its draft has it. */
  readonly view: DraftView;
  readonly config: Config;
  /** Id of the segment before the join. */
  readonly segment: string;
}

/** A segment that is spoken, in its story. */
interface Place {
  readonly story: DraftStory;
  readonly viewed: DraftSegment;
}

type Stretch = readonly [fromSeconds: number, toSeconds: number];

/**
 * The sound from 2 s before a segment's end to 2 s after the next one's start, whichever story that is in. Where
 * nothing is changed there, it is cut out of what is published; else it is put together as it would be published,
 * with its levels and pauses, from the takes that are kept.
 *
 * @returns A WAV file.
 * @throws AudioEditionError (`input`) `segment-unknown`, `join-unknown` behind the last segment, and `take-unknown`
 *   where one of the two is not spoken yet.
 */
export async function hearJoin(request: JoinRequest, host: PipelineHost): Promise<Uint8Array> {
  const [before, after] = joinAt(request);
  const ffmpeg = await findTools(request.config.environment);
  const file = publishedJoin(before, after, request);
  const pcm =
    file === undefined
      ? await draftJoin(before, after, { ffmpeg, config: request.config })
      : await decodeFile(ffmpeg, { ...file, demuxer: 'mp3', signal: host.signal });
  return Buffer.concat(wavParts(pcm));
}

function joinAt({ view, segment }: JoinRequest): readonly [Place, Place] {
  const places = view.spoken
    .flatMap((slug) => view.stories.find(({ story }) => story.slug === slug) ?? [])
    .flatMap((story) =>
      story.segments.flatMap((viewed): Place[] => (viewed.spoken ? [{ story, viewed }] : [])),
    );
  const index = places.findIndex(({ viewed }) => viewed.segment.id === segment);
  const [before, after] = [places[index], places[index + 1]];
  if (index === -1 || before === undefined)
    throw refused('segment-unknown', `There is no spoken segment "${segment}"; look at the edition again.`);
  if (after === undefined) throw refused('join-unknown', 'This is the last segment; nothing follows it.');
  return [before, after];
}

/** Where the join stands in what is published; nothing where it is another there. */
function publishedJoin(
  before: Place,
  after: Place,
  { published, view, outDir }: JoinRequest,
): { readonly file: string; readonly stretch: Stretch } | undefined {
  const { edition, slug } = published;
  const heard = edition.stories.flatMap((story) => story.segments.map((segment) => ({ story, segment })));
  const at = heard.findIndex(({ segment }) => segment.id === before.viewed.published?.id);
  const [one, next] = [heard[at], heard[at + 1]];
  const isSame = [before, after].every(
    ({ story, viewed }) => !view.meant.has(story.story.slug) && !viewed.changed,
  );
  if (!isSame || !one || !next || next.segment.id !== after.viewed.published?.id) return undefined;
  const stretch: Stretch = [lateIn(one.segment), earlyIn(next.segment)];
  // A story's own file is the shorter one to look through.
  return one.story === next.story
    ? { file: path.join(outDir, slug, one.story.file), stretch: onClockOf(one.story, stretch) }
    : { file: path.join(outDir, slug, edition.audio.file), stretch };
}

function onClockOf({ startSeconds }: EditionStory, [from, to]: Stretch): Stretch {
  return [from - startSeconds, to - startSeconds];
}

function lateIn({ startSeconds, endSeconds }: Pick<EditionSegment, 'startSeconds' | 'endSeconds'>): number {
  return Math.max(startSeconds, endSeconds - JOIN_SECONDS);
}

function earlyIn({ startSeconds, endSeconds }: Pick<EditionSegment, 'startSeconds' | 'endSeconds'>): number {
  return Math.min(endSeconds, startSeconds + JOIN_SECONDS);
}

/** Renders the story, or the two stories, that the join is in. */
async function draftJoin(
  before: Place,
  after: Place,
  { ffmpeg, config }: { readonly ffmpeg: Ffmpeg; readonly config: Config },
): Promise<Pcm> {
  const [first, second] = [spokenPlan(before), spokenPlan(after)];
  const reader = takeReader([...first.clips, ...second.clips], ffmpeg);
  const { sound } = config.show;
  const targets = {
    targetLufs: sound?.targetLufs ?? DEFAULT_TARGETS.targetLufs,
    truePeakDbtp: sound?.truePeakDbtp ?? DEFAULT_TARGETS.truePeakDbtp,
  };
  const render = (plan: StoryPlan, stretch: Stretch) => renderExcerpt(plan, { ...reader, targets, stretch });
  const from = lateIn(clipOf(first, before));
  const to = earlyIn(clipOf(second, after));
  if (before.story === after.story) return render(first, [from, to]);
  const sounds = [await render(first, [from, secondsOf(first.lengthSamples)]), await render(second, [0, to])];
  return { samples: joinSamples(sounds.map(({ samples }) => samples)), sampleRateHz: reader.sampleRateHz };
}

/** The story's plan with those of its segments that are spoken and have a take. */
function spokenPlan({ story: { story, segments } }: Place): StoryPlan {
  const ready = segments.flatMap(({ segment, spoken, take }): (readonly [typeof segment, Take])[] =>
    spoken && take !== undefined ? [[segment, take]] : [],
  );
  const withTakes: ScriptStory = { ...story, segments: ready.map(([segment]) => segment) };
  return planStory(withTakes, new Map(ready.map(([{ id }, take]) => [id, take])));
}

function clipOf({ clips }: StoryPlan, { viewed }: Place) {
  const clip = clips.find(({ segmentId }) => segmentId === viewed.segment.id);
  if (clip === undefined)
    throw refused('take-unknown', `The segment "${viewed.segment.id}" is not spoken yet; play it first.`);
  return { startSeconds: secondsOf(clip.startSample), endSeconds: secondsOf(clip.endSample) };
}

function refused(code: string, message: string): AudioEditionError {
  return new AudioEditionError(message, { code, stage: 'stitch', fault: 'input' });
}

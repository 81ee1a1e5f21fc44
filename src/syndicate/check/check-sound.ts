import type { Edition, EditionAudio } from '../../edition.js';
import { messageOf } from '../../errors.js';
import type { Report } from './finding.js';

/** What a file says of itself and what is heard when it is decoded. */
export interface HeardSound {
  readonly durationSeconds: number;
  readonly loudnessLufs: number;
  readonly truePeakDbtp: number;
  readonly longestSilenceSeconds: number;
  /** Of its tag. */
  readonly chapters: readonly { readonly title: string; readonly startSeconds: number }[];
}

/** Decodes and measures an MP3, named by its path under `--out`; rejects where it can't be decoded. */
export type MeasureSound = (name: string) => Promise<HeardSound>;

/** Decoders that don't honour the header count up to two frames and their delay more. */
const TOLERANCE = { seconds: 0.06, loudness: 0.3, peak: 0.3 } as const;
/** A longer one sounds as if the episode had ended. */
const LONGEST_SILENCE_SECONDS = 3;

/** Whether the episode sounds as the manifest says. */
export async function checkSound(edition: Edition, measure: MeasureSound, report: Report): Promise<void> {
  try {
    const heard = await measure(`${edition.slug}/${edition.audio.file}`);
    compareLevels(heard, edition.audio, report);
    compareTimes(heard, edition, report);
  } catch (error) {
    report('sound-unreadable', `it can not be decoded (${messageOf(error)})`);
  }
}

function compareLevels(heard: HeardSound, audio: EditionAudio, report: Report): void {
  if (Math.abs(heard.loudnessLufs - audio.loudnessLufs) > TOLERANCE.loudness)
    report('loudness-differs', `it has ${heard.loudnessLufs} LUFS, the manifest says ${audio.loudnessLufs}`);
  if (Math.abs(heard.truePeakDbtp - audio.truePeakDbtp) > TOLERANCE.peak)
    report('peak-differs', `it peaks at ${heard.truePeakDbtp} dBTP, the manifest says ${audio.truePeakDbtp}`);
  if (heard.longestSilenceSeconds > LONGEST_SILENCE_SECONDS)
    report('silence', `it is silent for ${heard.longestSilenceSeconds.toFixed(1)} s at a stretch`);
}

function compareTimes(heard: HeardSound, { durationSeconds, stories }: Edition, report: Report): void {
  if (Math.abs(heard.durationSeconds - durationSeconds) > TOLERANCE.seconds)
    report('duration-differs', `it lasts ${heard.durationSeconds} s, the manifest says ${durationSeconds} s`);
  const differs = stories.some(({ startSeconds }, index) => {
    const chapter = heard.chapters[index];
    return chapter === undefined || Math.abs(chapter.startSeconds - startSeconds) > TOLERANCE.seconds;
  });
  if (differs || heard.chapters.length !== stories.length)
    report(
      'chapters-differ',
      `the ${heard.chapters.length} chapters in its tag are not the edition's stories`,
    );
}

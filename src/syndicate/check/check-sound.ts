import type { Edition } from '../../edition.js';
import { messageOf } from '../../errors.js';
import type { Report } from './finding.js';

/** What is heard when an MP3 is decoded. */
export interface HeardSound {
  readonly durationSeconds: number;
  readonly loudnessLufs: number;
  readonly truePeakDbtp: number;
}

/** Decodes and measures an MP3; rejects where it can't be decoded. */
export type MeasureSound = (mp3: Uint8Array) => Promise<HeardSound>;

/** Decoders that don't honour the header count up to two frames and their delay more. */
const TOLERANCE = { seconds: 0.06, loudness: 0.3, peak: 0.3 } as const;

/** Whether the episode sounds as the manifest says. */
export async function checkSound(
  mp3: Uint8Array,
  edition: Edition,
  measure: MeasureSound,
  report: Report,
): Promise<void> {
  const { audio, durationSeconds } = edition;
  try {
    const heard = await measure(mp3);
    if (Math.abs(heard.durationSeconds - durationSeconds) > TOLERANCE.seconds)
      report(
        'duration-differs',
        `it lasts ${heard.durationSeconds} s, the manifest says ${durationSeconds} s`,
      );
    if (Math.abs(heard.loudnessLufs - audio.loudnessLufs) > TOLERANCE.loudness)
      report(
        'loudness-differs',
        `it has ${heard.loudnessLufs} LUFS, the manifest says ${audio.loudnessLufs}`,
      );
    if (Math.abs(heard.truePeakDbtp - audio.truePeakDbtp) > TOLERANCE.peak)
      report(
        'peak-differs',
        `it peaks at ${heard.truePeakDbtp} dBTP, the manifest says ${audio.truePeakDbtp}`,
      );
  } catch (error) {
    report('sound-unreadable', `it can not be decoded (${messageOf(error)})`);
  }
}

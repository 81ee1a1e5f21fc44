/** Measures a finished file again, for `audio-edition check`. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createFrameSplitter } from './mp3-frames.js';
import { type Levels, levelsOf, openFrameMeter } from './mp3-meter.js';
import { type Mp3Facts, readMp3Facts } from './read-back.js';
import { longestSilenceSeconds } from './silence.js';

/** Everything about an MP3 that can be found out without its manifest. */
export interface AudioReport extends Levels, Mp3Facts {
  readonly bytes: number;
  /** Frames that are really there, without the Info header. */
  readonly framesFound: number;
  readonly longestSilenceSeconds: number;
}

const PORTION_FRAMES = 100;

/** Decodes the whole file, streamed. @throws AudioEditionError `mp3-unreadable`, `mp3-undecodable`. */
export async function measureFile(file: string): Promise<AudioReport> {
  const facts = await readMp3Facts(file);
  const meter = await openFrameMeter();
  try {
    const splitter = createFrameSplitter();
    const waiting: Buffer[] = [];
    // The Info header counts as a frame to the splitter, but decodes to nothing that may be measured.
    let framesFound = -1;
    for await (const chunk of createReadStream(file, { start: facts.tagBytes })) {
      const frames = splitter.push(chunk as Buffer);
      waiting.push(...(framesFound < 0 ? frames.slice(1) : frames));
      framesFound += frames.length;
      if (waiting.length >= PORTION_FRAMES) await meter.add(Buffer.concat(waiting.splice(0)));
    }
    await meter.add(Buffer.concat(waiting));
    const { measurement } = await meter.result();
    const { size: bytes } = await stat(file);
    const silence = longestSilenceSeconds(measurement.hopEnergies);
    return { ...facts, ...levelsOf(measurement), bytes, framesFound, longestSilenceSeconds: silence };
  } finally {
    meter.free();
  }
}

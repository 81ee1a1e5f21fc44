/** Takes and stories made for tests: bursts of a voice-like tone, so that every start and end can be measured. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ScriptStory, Segment, Take, Takes } from '../../src/edition.js';

/** A mono 16-bit WAV file's bytes. */
export function wavBytes(samples: Int16Array, sampleRateHz: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

/** A tone with overtones that swells four times a second between `peak` and a third of it, after silence. */
export function voiceLike(options: {
  readonly seconds: number;
  readonly sampleRateHz: number;
  readonly pitchHz?: number;
  readonly peak?: number;
  readonly silenceAroundSeconds?: number;
}): Int16Array {
  const { seconds, sampleRateHz, pitchHz = 180, peak = 0.4, silenceAroundSeconds = 0.1 } = options;
  const lead = Math.round(silenceAroundSeconds * sampleRateHz);
  const samples = new Int16Array(2 * lead + Math.round(seconds * sampleRateHz));
  for (let at = lead; at < samples.length - lead; at += 1) {
    const time = (at - lead) / sampleRateHz;
    const swell = 0.66 + 0.34 * Math.cos(2 * Math.PI * 4 * time);
    let value = 0;
    for (let overtone = 1; overtone <= 8; overtone += 1) {
      value += Math.sin(2 * Math.PI * pitchHz * overtone * time) / overtone;
    }
    samples[at] = Math.round(32_767 * peak * swell * (value / 1.9));
  }
  return samples;
}

export interface TestTake {
  readonly seconds: number;
  readonly voice?: string;
  readonly sampleRateHz?: number;
  readonly peak?: number;
  readonly pauseAfterSeconds?: number;
}

/** A story and its takes, one segment for each description, written to `folder`. */
export function storyWithTakes(
  slug: string,
  descriptions: readonly TestTake[],
  folder: string,
): { readonly story: ScriptStory; readonly takes: Takes } {
  const takes = new Map<string, Take>();
  const segments = descriptions.map((description, index): Segment => {
    const {
      seconds,
      voice = 'one',
      sampleRateHz = 16_000,
      peak = 0.4,
      pauseAfterSeconds = 0.5,
    } = description;
    const id = `${slug}/${index + 1}`;
    const key = `${slug}-${index + 1}-${seconds}-${voice}-${peak}`;
    const file = path.join(folder, `${key}.wav`);
    const samples = voiceLike({ seconds, sampleRateHz, peak, pitchHz: 120 + 17 * index });
    writeFileSync(file, wavBytes(samples, sampleRateHz));
    takes.set(id, {
      key,
      engine: 'test',
      voice,
      file,
      sampleRateHz,
      durationSeconds: samples.length / sampleRateHz,
      speechStartSeconds: 0.1,
      speechEndSeconds: samples.length / sampleRateHz - 0.1,
      timings: [],
      timingSource: 'estimated',
    });
    return {
      id,
      kind: 'paragraph',
      role: 'narrator',
      source: 'Two words',
      speech: 'two words',
      tokens: [
        { source: [0, 3], speech: 'two' },
        { source: [4, 9], speech: 'words' },
      ],
      pauseAfterSeconds,
    };
  });
  return { story: { slug, title: `The ${slug}`, kind: 'story', segments }, takes };
}

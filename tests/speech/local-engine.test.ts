import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audibleSpan } from '../../src/speech/audible.js';
import type { Engine, Pcm } from '../../src/speech/engine.js';
import { local } from '../../src/speech/engines/local/description.js';
import { sentence } from './scripts.js';

let engine: Engine;
const signal = new AbortController().signal;
beforeAll(async () => {
  engine = await local.open({ environment: {}, threads: 2 });
});
afterAll(() => engine.close());

async function speak(text: string, voice: { voice: string; speed?: number } = { voice: 'slt' }) {
  const { audio, timings = [] } = await engine.speak({ text, voice }, signal);
  if (!('samples' in audio)) throw new Error('the embedded engine returns samples');
  return { pcm: audio, timings, seconds: audio.samples.length / audio.sampleRateHz };
}

const rms = ({ samples, sampleRateHz }: Pcm, from: number, to: number) => {
  const part = samples.slice(from * sampleRateHz, to * sampleRateHz);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample ** 2, 0) / part.length);
};

describe('the embedded engine', () => {
  it('says the same the same way, in any thread', async () => {
    const takes = await Promise.all([1, 2, 3, 4].map(() => speak(sentence(3))));
    for (const { pcm } of takes) expect(pcm.samples).toEqual(takes[0]?.pcm.samples);
  });

  it('has voices that are audibly different', async () => {
    const takes = await Promise.all(
      ['slt', 'rms', 'awb', 'kal'].map((voice) => speak(sentence(1), { voice })),
    );
    expect(new Set(takes.map(({ seconds }) => seconds.toFixed(2))).size).toBe(4);
  });

  it('speaks faster when it is told to', async () => {
    const [normal, fast] = await Promise.all([
      speak(sentence(2)),
      speak(sentence(2), { voice: 'slt', speed: 1.25 }),
    ]);
    expect(normal.seconds / fast.seconds).toBeGreaterThan(1.15);
    expect(normal.seconds / fast.seconds).toBeLessThan(1.35);
  });

  it('times words by its own sounds: a pause lies where its comma is', async () => {
    const text = 'We waited by the harbour, and nobody came.';
    const { pcm, timings } = await speak(text);
    const [harbour, and] = [timings[4], timings[5]];
    expect(text.slice(...(harbour?.speech ?? [0, 0]))).toBe('harbour,');
    const [from, to] = [harbour?.endSeconds ?? 0, and?.startSeconds ?? 0];
    expect(to - from).toBeGreaterThan(0.05);
    expect(rms(pcm, from + 0.02, to - 0.02)).toBeLessThan(rms(pcm, harbour?.startSeconds ?? 0, from) / 10);
  });

  it('times a word alike alone and inside a sentence', async () => {
    const alone = await speak('pneumonia');
    const inside = await speak('He had pneumonia for two weeks.');
    const lengthOf = (
      { startSeconds, endSeconds }: { startSeconds: number; endSeconds: number } = {
        startSeconds: 0,
        endSeconds: 0,
      },
    ) => endSeconds - startSeconds;
    expect(Math.abs(lengthOf(alone.timings[0]) - lengthOf(inside.timings[2]))).toBeLessThan(0.25);
  });

  it('covers all of the sound with words and pauses', async () => {
    const { pcm, timings } = await speak(`${sentence(5)} ${sentence(6)}`);
    const { startSeconds, endSeconds } = audibleSpan(pcm);
    expect(timings[0]?.startSeconds).toBeCloseTo(startSeconds, 1);
    expect(timings.at(-1)?.endSeconds).toBeCloseTo(endSeconds, 1);
  });

  it('speaks a sentence that would overflow its stack', async () => {
    const text = Array.from({ length: 60 }, (_, number) => sentence(number).replace('.', '')).join(' and ');
    expect(text.length).toBeGreaterThan(3000);
    const { timings } = await speak(text, { voice: 'kal', speed: 4 });
    expect(timings.length).toBe(text.split(' ').length);
  });

  it.each(['—', '…', '☕', '好'])(
    'is silent for a moment where there is nothing to say (%s)',
    async (text) => {
      const { pcm, timings } = await speak(text);
      expect(timings).toEqual([]);
      expect(pcm.samples.length).toBeGreaterThan(0);
      expect(pcm.samples.every((sample) => sample === 0)).toBe(true);
    },
  );
});

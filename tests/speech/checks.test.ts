import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimedSpeech } from '../../src/edition.js';
import { checkTake, normOf, type VoiceNorm } from '../../src/speech/checks/check-take.js';
import { measureTake } from '../../src/speech/checks/measure.js';
import type { Engine, Pcm } from '../../src/speech/engine.js';
import { local } from '../../src/speech/engines/local/description.js';
import { sentence } from './scripts.js';
import { fraction } from './server/synthetic-voice.js';

interface GoodTake {
  readonly text: string;
  readonly pcm: Pcm;
  readonly timings: readonly TimedSpeech[];
}

/** Real speech of two voices, from one short sentence to a paragraph. */
const TAKES_PER_VOICE = 52;
const takes: GoodTake[] = [];
let norms: readonly VoiceNorm[] = [];
let engine: Engine;

beforeAll(async () => {
  engine = await local.open({ environment: {}, threads: 2 });
  const signal = new AbortController().signal;
  for (const voice of ['slt', 'kal']) {
    const texts = Array.from({ length: TAKES_PER_VOICE }, (_, number) => textOf(number));
    const spoken = await Promise.all(texts.map((text) => engine.speak({ text, voice: { voice } }, signal)));
    spoken.forEach(({ audio, timings = [] }, index) => {
      if ('samples' in audio) takes.push({ text: texts[index] ?? '', pcm: audio, timings });
    });
  }
  norms = [0, 1].map((voice) =>
    normOf(
      takes.slice(voice * TAKES_PER_VOICE, (voice + 1) * TAKES_PER_VOICE).map((take) => measured(take, true)),
    ),
  );
});
afterAll(() => engine.close());

function textOf(number: number): string {
  const words = `${sentence(number * 7)} ${sentence(number * 7 + 3)}`.split(' ');
  return words.slice(0, 4 + ((number * 5) % (words.length - 4))).join(' ');
}

function measured({ pcm, text, timings }: GoodTake, withTimings: boolean) {
  return measureTake(pcm, text, withTimings ? timings : undefined);
}

function findingsOf(take: GoodTake, index: number, withTimings: boolean) {
  const norm = norms[Math.floor(index / TAKES_PER_VOICE)] ?? normOf([]);
  return checkTake(measured(take, withTimings), norm);
}

/** What services get wrong. The second number decides where, from 0 to 1. */
const FAULTS: Readonly<Record<string, (take: GoodTake, place: number) => Pcm>> = {
  'cut off': ({ pcm }, place) => ({
    ...pcm,
    samples: pcm.samples.slice(0, pcm.samples.length * (0.2 + 0.6 * place)),
  }),
  'babble after the end': (take, place) => {
    const other = takes[Math.floor(place * takes.length)]?.pcm.samples ?? take.pcm.samples;
    return joined(take.pcm, [take.pcm.samples, other]);
  },
  silence: ({ pcm }) => ({ ...pcm, samples: new Int16Array(pcm.samples.length) }),
  'silence inside': ({ pcm }, place) => {
    const at = Math.floor(pcm.samples.length * (0.3 + 0.4 * place));
    return joined(pcm, [
      pcm.samples.slice(0, at),
      new Int16Array(pcm.sampleRateHz * 2.5),
      pcm.samples.slice(at),
    ]);
  },
  noise: ({ pcm }) => ({ ...pcm, samples: pcm.samples.map((_, at) => (fraction(at) - 0.5) * 12_000) }),
  repetition: ({ pcm }) => joined(pcm, [pcm.samples, pcm.samples]),
  'too quiet': ({ pcm }, place) => ({
    ...pcm,
    samples: pcm.samples.map((sample) => sample * (0.05 + 0.25 * place)),
  }),
  'too loud': ({ pcm }, place) => ({
    ...pcm,
    samples: pcm.samples.map((sample) => Math.max(-32_768, Math.min(32_767, sample * (4 + 8 * place)))),
  }),
};

function joined(pcm: Pcm, parts: readonly Int16Array[]): Pcm {
  const samples = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { ...pcm, samples };
}

describe.each([
  ['with the engine’s word times', true],
  ['without word times', false],
])('checks of takes, %s', (_, withTimings) => {
  it('raise false alarms on fewer than one good take in a hundred', () => {
    const alarms = takes.flatMap((take, index) =>
      findingsOf(take, index, withTimings).map(({ code }) => `${code}: ${take.text}`),
    );
    console.info(`false alarms: ${alarms.length} of ${takes.length} good takes`);
    expect(alarms.length / takes.length, alarms.join('\n')).toBeLessThan(0.01);
  });

  it('find at least 95 of 100 seeded faults', () => {
    const spoiltTakes = [...takes.entries()].filter(([index]) => index % 3 === 0);
    const rates = Object.entries(FAULTS).map(([name, spoil]) => {
      const found = spoiltTakes.filter(([index, take]) => {
        const spoilt = { ...take, pcm: spoil(take, fraction(index, name.length)) };
        return findingsOf(spoilt, index, withTimings).length > 0;
      });
      console.info(`${name}: ${found.length} of ${spoiltTakes.length} found`);
      return [name, found.length / spoiltTakes.length] as const;
    });
    const mean = rates.reduce((sum, [, rate]) => sum + rate, 0) / rates.length;
    console.info(`all seeded faults: ${(100 * mean).toFixed(1)} % found`);
    expect(mean).toBeGreaterThanOrEqual(0.95);
    for (const [name, rate] of rates) expect(rate, name).toBeGreaterThanOrEqual(0.75);
  });
});

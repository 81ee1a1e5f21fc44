import { appendFile, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureTake } from '../../src/speech/checks/measure.js';
import { type NewTake, TakeStore, takeKey } from '../../src/speech/takes.js';
import { readWav } from '../../src/speech/wav.js';
import { hum } from './server/synthetic-voice.js';

const SPEECH = hum('A take for the store.', 16_000);
const KEY = takeKey({
  engine: 'test',
  version: '1',
  voice: { voice: 'v' },
  text: 'A take for the store.',
  number: 0,
});
const TAKE: NewTake = {
  engine: 'test',
  voice: 'v',
  sampleRateHz: 16_000,
  durationSeconds: SPEECH.samples.length / 16_000,
  speechStartSeconds: 0.1,
  speechEndSeconds: 1.2,
  timings: [{ speech: [0, 1], startSeconds: 0.1, endSeconds: 0.2 }],
  timingSource: 'engine',
  settings: 'test',
  measures: measureTake(SPEECH, 'A take for the store.', undefined),
};

let folder: string;
let store: TakeStore;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'takes-test-'));
  store = new TakeStore(path.join(folder, 'takes'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('takeKey', () => {
  const identity = {
    engine: 'e',
    version: '1',
    voice: { voice: 'v', speed: 1.1 },
    text: 'Hello.',
    number: 0,
  };

  it('changes with everything that changes the sound', () => {
    const others = [
      { ...identity, engine: 'f' },
      { ...identity, version: '2' },
      { ...identity, voice: { voice: 'w', speed: 1.1 } },
      { ...identity, voice: { voice: 'v', speed: 1.2 } },
      { ...identity, voice: { voice: 'v', speed: 1.1, stability: 0.5 } },
      { ...identity, text: 'Hello!' },
      { ...identity, number: 1 },
    ];
    expect(new Set([identity, ...others].map(takeKey)).size).toBe(others.length + 1);
  });

  it('does not depend on the order of settings', () => {
    expect(takeKey({ ...identity, voice: { speed: 1.1, voice: 'v' } })).toBe(takeKey(identity));
  });
});

describe('TakeStore', () => {
  const wavFile = () => path.join(folder, 'takes', KEY.slice(0, 2), `${KEY}.wav`);
  const jsonFile = () => wavFile().replace(/wav$/, 'json');

  it('finds nothing in a folder that is not there', async () => {
    expect(await store.find(KEY)).toBeUndefined();
  });

  it('gives back what it was given, also to the next program', async () => {
    const kept = await store.add(KEY, TAKE, SPEECH);
    expect(await new TakeStore(path.join(folder, 'takes')).find(KEY)).toEqual(kept);
    expect(kept).toMatchObject({ ...TAKE, key: KEY });
    expect(readWav(await readFile(kept.file))).toEqual({ samples: SPEECH.samples, sampleRateHz: 16_000 });
  });

  it('leaves no temporary files', async () => {
    await store.add(KEY, TAKE, SPEECH);
    const files = await readdir(path.join(folder, 'takes'), { recursive: true });
    expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['cut samples', () => truncate(wavFile(), 1000)],
    ['longer samples', () => appendFile(wavFile(), 'more')],
    ['no samples', () => rm(wavFile())],
    ['no description', () => rm(jsonFile())],
    ['a cut description', () => truncate(jsonFile(), 100)],
    ['an empty description', () => writeFile(jsonFile(), '')],
    ['a description of something else', () => writeFile(jsonFile(), '{"schema":1}')],
    [
      'other samples of the same length',
      async () => {
        const bytes = await readFile(wavFile());
        bytes[bytes.length - 1] = 77;
        await writeFile(wavFile(), bytes);
      },
    ],
  ])('does not find a take with %s, and takes it anew', async (_, harm) => {
    await store.add(KEY, TAKE, SPEECH);
    await harm();
    expect(await store.find(KEY)).toBeUndefined();
    await store.add(KEY, TAKE, SPEECH);
    expect(await store.find(KEY)).toBeDefined();
  });

  it('finds a take whose files were only copied', async () => {
    await store.add(KEY, TAKE, SPEECH);
    await utimes(wavFile(), new Date(), new Date(0));
    expect(await store.find(KEY)).toBeDefined();
  });

  it('sweeps what a killed build left, but not what another is writing', async () => {
    await store.add(KEY, TAKE, SPEECH);
    await writeFile(`${wavFile()}.old.tmp`, '');
    await utimes(`${wavFile()}.old.tmp`, new Date(0), new Date(0));
    await writeFile(`${wavFile()}.new.tmp`, '');
    await store.sweep(Date.now());
    const files = await readdir(path.dirname(wavFile()));
    expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([`${KEY}.wav.new.tmp`]);
  });

  it('says which folder can not be written', async () => {
    await writeFile(path.join(folder, 'takes'), 'a file in the way');
    await expect(store.add(KEY, TAKE, SPEECH)).rejects.toMatchObject({
      code: 'take-not-kept',
      message: expect.stringContaining(path.join(folder, 'takes')),
    });
  });
});

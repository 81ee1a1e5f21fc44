import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VoiceSettings } from '../../src/edition.js';
import { decodeAudio } from '../../src/speech/audio-bytes.js';
import type { Engine, EngineDescription, EngineEnvironment, Pcm, Spoken } from '../../src/speech/engine.js';
import { engineFailureOf } from '../../src/speech/engine-failure.js';
import { wordSpans } from '../../src/speech/word-spans.js';

/** What an engine must bring for the suite. */
export interface EngineSetup {
  readonly environment: EngineEnvironment;
  readonly voices: readonly [VoiceSettings, VoiceSettings];
  readonly unknownVoice: VoiceSettings;
  readonly close: () => Promise<void>;
}

const TEXT =
  'Good morning, dear readers. The river rose by two metres in one night, and the town is still dry.';
const noDecoder = () => Promise.reject(new Error('this engine should send samples or WAV here'));

/** Every engine passes these. */
export function testEngine(description: EngineDescription, setup: () => Promise<EngineSetup>): void {
  describe(`engine contract: ${description.name}`, () => {
    let current: EngineSetup;
    let engine: Engine;
    const signal = new AbortController().signal;

    beforeAll(async () => {
      current = await setup();
      engine = await description.open({ environment: current.environment, threads: 1 });
    });
    afterAll(async () => {
      await engine.close();
      await current.close();
    });

    const samplesOf = async ({ audio }: Spoken): Promise<Pcm> =>
      'samples' in audio ? audio : decodeAudio(audio, engine.name, noDecoder, signal);

    it('is the engine that its description promises', () => {
      expect([engine.name, engine.version]).toEqual([description.name, description.version]);
      expect(description.missing(current.environment)).toBeUndefined();
    });

    it('has limits of at least a paragraph and one request at once', () => {
      const { charactersPerRequest, concurrency } = engine.limits(current.voices[0]);
      expect(charactersPerRequest).toBeGreaterThanOrEqual(1000);
      expect(concurrency).toBeGreaterThanOrEqual(1);
    });

    it('lists its voices', async () => {
      const voices = await engine.voices(signal);
      const ids = voices.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(current.voices.map(({ voice }) => voice)));
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('speaks a text in the time that a person would take', async () => {
      const { samples, sampleRateHz } = await samplesOf(
        await engine.speak({ text: TEXT, voice: current.voices[0] }, signal),
      );
      expect(samples.length / sampleRateHz).toBeGreaterThan(4);
      expect(samples.length / sampleRateHz).toBeLessThan(12);
      expect(samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeGreaterThan(
        2000,
      );
    });

    it('times words in order and inside the sound, if it times them at all', async () => {
      const spoken = await engine.speak({ text: TEXT, voice: current.voices[0] }, signal);
      const { samples, sampleRateHz } = await samplesOf(spoken);
      if (spoken.timings === undefined) return;
      expect(spoken.timings.map(({ speech }) => TEXT.slice(...speech))).toEqual(
        wordSpans(TEXT).map((span) => TEXT.slice(...span)),
      );
      let earlier = 0;
      for (const { startSeconds, endSeconds } of spoken.timings) {
        expect(startSeconds).toBeGreaterThanOrEqual(earlier - 1e-6);
        expect(endSeconds).toBeGreaterThan(startSeconds);
        earlier = endSeconds;
      }
      expect(earlier).toBeLessThanOrEqual(samples.length / sampleRateHz + 0.05);
    });

    it('speaks several texts at once', async () => {
      const texts = ['One short line.', 'And a somewhat longer line, to be sure.', 'The last of three.'];
      const spoken = await Promise.all(
        texts.map((text) => engine.speak({ text, voice: current.voices[1] }, signal)),
      );
      const lengths = await Promise.all(spoken.map(async (one) => (await samplesOf(one)).samples.length));
      expect(lengths[1]).toBeGreaterThan(Math.max(lengths[0] ?? 0, lengths[2] ?? 0));
    });

    it('says what it charged, or leaves it to be counted', async () => {
      const { billedCharacters } = await engine.speak(
        { text: 'Ten marks.', voice: current.voices[0] },
        signal,
      );
      expect([undefined, 0, 10]).toContain(billedCharacters);
    });

    it('refuses a voice that it does not have, for good', async () => {
      const refusal = await engine
        .speak({ text: TEXT, voice: current.unknownVoice }, signal)
        .catch((error) => error);
      expect(engineFailureOf(refusal)?.kind).toBe('request');
      expect(refusal.message).toMatch(/[.]$/);
    });

    it('stops when it is told to', async () => {
      const controller = new AbortController();
      const speaking = engine.speak({ text: TEXT.repeat(5), voice: current.voices[0] }, controller.signal);
      controller.abort(new Error('enough'));
      await expect(speaking).rejects.toThrow('enough');
      await expect(engine.speak({ text: TEXT, voice: current.voices[0] }, controller.signal)).rejects.toThrow(
        'enough',
      );
    });
  });
}

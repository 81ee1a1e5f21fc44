import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script, ScriptStory, Segment, Take, Takes } from '../../src/edition.js';
import {
  FRAME_SAMPLES,
  MIN_TAIL_SAMPLES,
  placeStories,
  planStory,
  SAMPLE_RATE_HZ,
  type SoundLengths,
} from '../../src/stitch/plan.js';

const aTake = fc
  .record({
    lead: fc.double({ min: 0, max: 2, noNaN: true }),
    speech: fc.double({ min: 0.001, max: 40, noNaN: true }),
    tail: fc.double({ min: 0, max: 2, noNaN: true }),
    sampleRateHz: fc.constantFrom(16_000, 22_050, 24_000, 44_100),
  })
  .map(
    ({ lead, speech, tail, sampleRateHz }): Take => ({
      key: 'k',
      engine: 'e',
      voice: 'v',
      file: 'f.wav',
      sampleRateHz,
      durationSeconds: lead + speech + tail,
      speechStartSeconds: lead,
      speechEndSeconds: lead + speech,
      timings: [],
      timingSource: 'estimated',
    }),
  );

const aStory = fc
  .array(fc.tuple(aTake, fc.double({ min: 0, max: 5, noNaN: true })), { minLength: 1, maxLength: 8 })
  .map((parts) => ({ takes: parts.map(([take]) => take), pauses: parts.map(([, pause]) => pause) }));

function scripted(stories: readonly { takes: readonly Take[]; pauses: readonly number[] }[]) {
  const takes = new Map<string, Take>();
  const scriptStories = stories.map(({ takes: own, pauses }, number): ScriptStory => {
    const segments = own.map((take, index): Segment => {
      const id = `s${number}/${index}`;
      takes.set(id, take);
      const tokens = [
        { source: [0, 1], speech: 'a' },
        { source: [2, 3], speech: '' },
        { source: [4, 9], speech: 'longer word' },
      ] as const;
      const pauseAfterSeconds = pauses[index] ?? 0;
      return {
        id,
        kind: 'paragraph',
        role: 'r',
        source: 'a b cdefg',
        speech: 'a longer word',
        tokens,
        pauseAfterSeconds,
      };
    });
    return { slug: `s${number}`, title: 't', kind: 'story', segments };
  });
  return { script: { issue: head, stories: scriptStories, dropped: [] } satisfies Script, takes };
}

const head = { slug: 'i', title: 'I', date: '2026-01-01', language: 'en' };

/** The timeline of a script, as the episode gets it. */
function planEpisode(script: Script, takes: Takes, sounds?: SoundLengths) {
  return placeStories(
    script.stories.map((story) => planStory(story, takes)),
    sounds,
  );
}

describe('a planned episode', () => {
  it('puts story after story without overlap or gap, in whole frames', () => {
    fc.assert(
      fc.property(fc.array(aStory, { maxLength: 5 }), (stories) => {
        const { script, takes } = scripted(stories);
        const plan = planEpisode(script, takes);
        let at = 0;
        for (const story of plan.stories) {
          expect(story.startSample).toBe(at);
          expect(story.endSample - story.startSample).toBe(story.plan.lengthSamples);
          expect(story.plan.lengthSamples % FRAME_SAMPLES).toBe(0);
          at = story.endSample;
        }
        expect(plan.lengthSamples).toBe(at);
      }),
    );
  });

  it('gives every pause exactly as the script planned it, up to the longest allowed', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const { script, takes } = scripted([story]);
        const { clips } = planStory(script.stories[0] as ScriptStory, takes);
        clips.slice(1).forEach((clip, index) => {
          const gap = clip.startSample - (clips[index]?.endSample ?? 0);
          expect(gap).toBe(Math.round(Math.min(2.9, story.pauses[index] ?? 0) * SAMPLE_RATE_HZ));
        });
      }),
    );
  });

  it('counts the last pause up to the next story, within half a frame', () => {
    fc.assert(
      fc.property(aStory, aStory, (first, second) => {
        const { script, takes } = scripted([first, second]);
        const [one, two] = planEpisode(script, takes).stories;
        const ends = one?.plan.clips.at(-1)?.endSample ?? 0;
        const starts = (two?.startSample ?? 0) + (two?.plan.clips[0]?.startSample ?? 0);
        const wished = Math.round(Math.min(2.9, first.pauses.at(-1) ?? 0) * SAMPLE_RATE_HZ);
        const least = MIN_TAIL_SAMPLES + FRAME_SAMPLES + 882;
        expect(starts - ends).toBeGreaterThanOrEqual(wished - FRAME_SAMPLES / 2 - 1);
        expect(starts - ends).toBeLessThanOrEqual(Math.max(wished + FRAME_SAMPLES / 2 + 1, least));
      }),
    );
  });

  it('keeps margins inside pause and take, and silence for the encoder at the end', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const { script, takes } = scripted([story]);
        const plan = planStory(script.stories[0] as ScriptStory, takes);
        let at = 0;
        for (const clip of plan.clips) {
          expect(clip.marginBeforeSamples).toBeGreaterThanOrEqual(0);
          expect(clip.startSample - clip.marginBeforeSamples).toBeGreaterThanOrEqual(at);
          expect(clip.marginBeforeSamples).toBeLessThanOrEqual(clip.take.speechStartSeconds * SAMPLE_RATE_HZ);
          at = clip.endSample + clip.marginAfterSamples;
        }
        expect(plan.lengthSamples - (plan.clips.at(-1)?.endSample ?? 0)).toBeGreaterThanOrEqual(
          MIN_TAIL_SAMPLES,
        );
      }),
    );
  });

  it('leaves exactly the asked room for intro, transitions and outro', () => {
    fc.assert(
      fc.property(
        fc.array(aStory, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (stories, ...lengths) => {
          const [intro, transition, outro] = lengths;
          const { script, takes } = scripted(stories);
          const plan = planEpisode(script, takes, { intro, transition, outro });
          expect(plan.stories[0]?.startSample).toBe(intro);
          plan.stories.slice(1).forEach((story, index) => {
            expect(story.startSample - (plan.stories[index]?.endSample ?? 0)).toBe(transition);
          });
          expect(plan.lengthSamples - (plan.stories.at(-1)?.endSample ?? 0)).toBe(outro);
        },
      ),
    );
  });

  it('keeps words in order and inside their clip', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const { script, takes } = scripted([story]);
        for (const clip of planStory(script.stories[0] as ScriptStory, takes).clips) {
          let at = clip.startSample / SAMPLE_RATE_HZ - 1e-5;
          for (const word of clip.words) {
            expect(word.startSeconds).toBeGreaterThanOrEqual(at);
            expect(word.endSeconds).toBeGreaterThanOrEqual(word.startSeconds);
            at = word.endSeconds;
          }
          expect(at).toBeLessThanOrEqual(clip.endSample / SAMPLE_RATE_HZ + 3e-5);
          expect(clip.words.map((word) => word.speech)).toEqual(['a', 'longer word']);
        }
      }),
    );
  });

  it('names the segment that has no take', () => {
    const { script } = scripted([{ takes: [{} as Take], pauses: [1] }]);
    expect(() => planEpisode(script, new Map())).toThrow('Segment "s0/0" has no take');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAudio } from '../../src/speech/engines/elevenlabs/audio-in-json.js';
import { wordTimings } from '../../src/speech/engines/elevenlabs/timings.js';
import { sentenceText, splitSentences } from '../../src/speech/engines/local/sentences.js';
import { estimateTimings } from '../../src/speech/estimate-timings.js';
import { splitForEngine } from '../../src/speech/long-text.js';
import { wordSpans } from '../../src/speech/word-spans.js';
import { sentence } from './scripts.js';
import { hum } from './server/synthetic-voice.js';

const words = (text: string) => wordSpans(text).map((span) => text.slice(...span));

describe('wordSpans', () => {
  it('leaves out what has no letter or digit', () => {
    expect(words('“Well,” she said — 42 times …')).toEqual(['“Well,”', 'she', 'said', '42', 'times']);
  });
});

describe('splitForEngine', () => {
  it('cuts between sentences', () => {
    const text = 'First one here. Second one there! And the third?';
    expect(splitForEngine(text, 34).map((span) => text.slice(...span))).toEqual([
      'First one here. Second one there!',
      'And the third?',
    ]);
  });

  it('loses no word and makes no piece too long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 5, max: 60 }), (text, limit) => {
        const pieces = splitForEngine(text, limit).map((span) => text.slice(...span));
        expect(pieces.every((piece) => piece.length <= limit)).toBe(true);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('splitSentences for Flite', () => {
  it('writes what Flite can say, and remembers where it stood', () => {
    const text = 'Zoë’s café — not “Łódź” — opens … at 9. Good!';
    const sentences = splitSentences(text);
    expect(sentences.map(sentenceText)).toEqual([`Zoe's cafe, not Lodz, opens at 9.`, 'Good!']);
    expect(sentences.flat().map(({ speech }) => text.slice(...speech))).toEqual([
      'Zoë’s',
      'café',
      'not',
      '“Łódź”',
      'opens',
      'at',
      '9.',
      'Good!',
    ]);
  });

  it('keeps every sentence within Flite’s stack, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 2000 }), fc.lorem({ maxCount: 300 })), (text) => {
        for (const one of splitSentences(text)) {
          expect(sentenceText(one)).toMatch(/^[\x20-\x7e]+$/);
          expect(sentenceText(one).length).toBeLessThan(700);
        }
      }),
    );
  });

  it('has nothing to say of signs alone', () => {
    expect(splitSentences('— … ☕ 好')).toEqual([]);
  });
});

describe('wordTimings of ElevenLabs', () => {
  const times = (text: string) => ({
    characters: [...text],
    characterStartTimesSeconds: [...text].map((_, at) => at / 10),
    characterEndTimesSeconds: [...text].map((_, at) => (at + 1) / 10),
  });

  it('takes a word from its first character to its last, astral characters counted as two', () => {
    const text = 'Oh 𝒳 yes';
    expect(wordTimings(text, [times(text)])).toEqual([
      { speech: [0, 2], startSeconds: 0, endSeconds: 0.2 },
      { speech: [3, 5], startSeconds: 0.3, endSeconds: 0.4 },
      { speech: [6, 9], startSeconds: 0.5, endSeconds: 0.8 },
    ]);
  });

  it.each([
    ['there are none', []],
    ['they are those of another text', [times('Oh no')]],
    ['some are missing', [{ ...times('Oh yes'), characterEndTimesSeconds: [0.1] }]],
  ])('is unknown when %s', (_, given) => {
    expect(wordTimings('Oh yes', given)).toBeUndefined();
  });

  it('is read from the normalized text, blanks around it, where the text has no times', () => {
    expect(wordTimings('Oh yes', [times('Oh'), times(' Oh yes ')])).toEqual([
      { speech: [0, 2], startSeconds: 0.1, endSeconds: 0.3 },
      { speech: [3, 6], startSeconds: 0.4, endSeconds: 0.7 },
    ]);
  });
});

describe('estimateTimings', () => {
  it('is within a quarter of a second of the truth for most words', () => {
    const errors = Array.from({ length: 12 }, (_, number) => {
      const text = `${sentence(number)} ${sentence(number + 31)} ${sentence(number + 67)}`;
      const speech = hum(text, 16_000);
      const truth = wordSpans(text).map(([from]) => speech.characters[from]?.startSeconds ?? 0);
      return estimateTimings(speech, text).map(({ startSeconds }, at) =>
        Math.abs(startSeconds - (truth[at] ?? 0)),
      );
    })
      .flat()
      .toSorted((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(300);
    expect(errors[Math.floor(errors.length * 0.8)]).toBeLessThan(0.25);
    expect(errors.at(-1)).toBeLessThan(1);
  });

  it('times every word, in order and inside the sound, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (text, said) => {
        const speech = hum(said, 8000);
        const timings = estimateTimings(speech, text);
        expect(timings.map(({ speech: span }) => span)).toEqual(wordSpans(text));
        let earlier = 0;
        for (const { startSeconds, endSeconds } of timings) {
          expect(startSeconds).toBeGreaterThanOrEqual(earlier - 1e-6);
          expect(endSeconds).toBeGreaterThanOrEqual(startSeconds);
          earlier = endSeconds;
        }
        expect(earlier).toBeLessThanOrEqual(speech.samples.length / 8000 + 1e-6);
      }),
    );
  });
});

describe('splitAudio', () => {
  it('takes the audio out of an answer and leaves the rest', () => {
    const answer = {
      alignment: { characters: ['ä'] },
      audio_base64: Buffer.from('sound').toString('base64'),
      more: 1,
    };
    const split = splitAudio(Buffer.from(JSON.stringify(answer)));
    expect(JSON.parse(split?.json ?? '')).toEqual({ ...answer, audio_base64: '' });
    expect(Buffer.from(split?.audio ?? []).toString()).toBe('sound');
  });

  it.each(['', '<html>', '{"audio_base64": null, "x": "y"}', '{"detail": "audio_base64"}', '{"audio_base64'])(
    'leaves %j alone',
    (body) => {
      expect(splitAudio(Buffer.from(body))).toBeUndefined();
    },
  );
});

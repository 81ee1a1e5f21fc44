import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, secondsFrom } from '../../../src/web/player/clock.js';
import { linkTo, placeFromHash } from '../../../src/web/player/deep-link.js';
import { sentenceSpans } from '../../../src/web/player/sentences.js';
import { foldForSearch } from '../../../src/web/player/text/search.js';
import { indexAt, previousStoryStart, timelineOf } from '../../../src/web/player/timeline.js';
import { makeEdition, smallIssue } from './make-edition.js';

const sentences = (text: string, language = 'en'): string[] =>
  sentenceSpans(text, language).map(([from, to]) => text.slice(from, to));

describe('sentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Dr. Sand met Mrs. Lake. They left.', ['Dr. Sand met Mrs. Lake.', 'They left.']],
    ['It costs $2.50. J. Doe paid.', ['It costs $2.50.', 'J. Doe paid.']],
    ['“Stop.” He did.', ['“Stop.”', 'He did.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('keep every character but the white space between them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('do not fail on a language tag that is none', () => {
    expect(sentences('One. Two.', 'not a language')).toEqual(['One.', 'Two.']);
  });
});

describe('times', () => {
  it.each([
    [0, '0:00'],
    [75.9, '1:15'],
    [3600, '1:00:00'],
    [-1, '0:00'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });

  it.each([
    ['95', 95],
    ['1:35', 95],
    ['1m35s', 95],
    ['1:00:01', 3601],
    ['2h', 7200],
    ['soon', undefined],
    ['', undefined],
  ])('a link’s %s is %s', (text, seconds) => {
    expect(secondsFrom(text)).toBe(seconds);
  });
});

describe('links', () => {
  const { stories, durationSeconds } = makeEdition(smallIssue);

  it('lead to every story and time and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stories), fc.nat(59), (story, seconds) => {
        const link = new URL(linkTo('https://letters.example/no-7/', story.slug, seconds));
        expect(placeFromHash(link.hash, stories, durationSeconds)).toEqual({ seconds, story: story.slug });
      }),
    );
  });

  it('to another edition’s story, or to a heading, name no place', () => {
    expect(placeFromHash('#story=elsewhere', stories, durationSeconds)).toBeUndefined();
    expect(placeFromHash('#contents', stories, durationSeconds)).toBeUndefined();
    expect(placeFromHash('#t=900', stories, durationSeconds)).toEqual({ seconds: 60 });
  });
});

describe('the timeline', () => {
  const timeline = timelineOf(makeEdition(smallIssue));

  it('finds at every moment what a walk through the list would find', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 61, noNaN: true }), (seconds) => {
        const walked = timeline.sentences.filter((sentence) => sentence.startSeconds <= seconds).length - 1;
        expect(indexAt(timeline.sentences, seconds)).toBe(walked);
      }),
    );
  });

  it('goes back to the start of the story first, to the one before within 3 seconds', () => {
    const start = timeline.stories[2]?.startSeconds ?? 0;
    expect(previousStoryStart(timeline, start + 4)).toBe(start);
    expect(previousStoryStart(timeline, start + 2)).toBe(timeline.stories[1]?.startSeconds);
    expect(previousStoryStart(timeline, 1)).toBe(0);
  });
});

describe('folding for search', () => {
  it('never changes a length, so that positions stay true', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForSearch(text)).toHaveLength(text.length);
      }),
    );
    expect(foldForSearch('ÉCLAIR İstanbul')).toHaveLength(15);
    expect(foldForSearch('Éclair')).toBe('eclair');
  });
});

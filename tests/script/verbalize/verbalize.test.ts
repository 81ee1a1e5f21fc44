import { describe, expect, it } from 'vitest';
import type { SegmentKind } from '../../../src/edition.js';
import { compileLexicon, speechOf, verbalize } from '../../../src/script/verbalize/index.js';
import { spoken } from './spoken.js';

const lexicon = compileLexicon({});

function pairs(text: string): (readonly [string, string])[] {
  return verbalize(text, { language: 'en', lexicon }).tokens.map(
    ({ source, speech }) => [text.slice(...source), speech] as const,
  );
}

function spokenAs(kind: SegmentKind, text: string): string {
  return speechOf(verbalize(text, { language: 'en', lexicon, kind }).tokens);
}

describe('tokens', () => {
  it('say where every word was written', () => {
    expect(pairs('It costs $2.50, not €3m.')).toEqual([
      ['It', 'It'],
      ['costs', 'costs'],
      ['$2.50,', 'two dollars and fifty cents,'],
      ['not', 'not'],
      ['€3m.', 'three million euros.'],
    ]);
  });

  it('are one per word between spaces and strokes', () => {
    expect(pairs('input/output, GPT-4o')).toEqual([
      ['input/', 'input'],
      ['output,', 'output,'],
      ['GPT-4o', 'G P T four O'],
    ]);
  });

  it('give marks to the word they cling to, and their pause to the word before', () => {
    expect(pairs('“Yes,” (he said) — now')).toEqual([
      ['“Yes,”', 'Yes,'],
      ['(he', 'he'],
      ['said)', 'said,'],
      ['— now', 'now'],
    ]);
  });

  it('are silent where nothing is said', () => {
    expect(pairs('🎉 Go [1]')).toEqual([
      ['🎉', ''],
      ['Go', 'Go'],
      ['[1]', ''],
    ]);
  });

  it('are none for an empty text', () => {
    expect(pairs(' \n ')).toEqual([]);
  });
});

describe('pauses', () => {
  it.each([
    [
      'Input/output: text in (up to 64 tokens), text out',
      'Input output: text in, up to sixty-four tokens, text out',
    ],
    ['word—another – and more -- yes', 'word, another, and more, yes'],
    ['which is hiring!) is', 'which is hiring! is'],
    ['Hello… world...', 'Hello... world...'],
    ['one\u00a0| two • three', 'one, two, three'],
    ['co-founder, state-of-the-art', 'co-founder, state-of-the-art'],
    ['new:Papers and study.They', 'new Papers and study. They'],
  ])('%s', (written, wanted) => {
    expect(spoken(written)).toBe(wanted);
  });
});

describe('an end', () => {
  it.each([
    ['bullet', 'No full stop here', 'No full stop here.'],
    ['bullet', 'First, and so on;', 'First, and so on.'],
    ['bullet', 'What’s new:', "What's new:"],
    ['bullet', 'Is it?', 'Is it?'],
    ['title', 'News', 'News.'],
    ['title', 'What’s new:', "What's new."],
    ['paragraph', 'Andrew', 'Andrew.'],
    ['paragraph', 'Dear friends,', 'Dear friends,'],
    ['bullet', 'See [3]', 'See.'],
    ['bullet', '—', ''],
  ] as const)('of a %s: %s', (kind, written, wanted) => {
    expect(spokenAs(kind, written)).toBe(wanted);
  });
});

describe('a guess', () => {
  it('is recorded with its place, its reading and the reason', () => {
    const text = 'Due 03/04/2025, says TIRG.';
    const { guesses } = verbalize(text, { language: 'en', lexicon });
    expect(guesses.map(({ source, reading }) => [text.slice(...source), reading])).toEqual([
      ['03/04/2025', 'March fourth, twenty twenty-five'],
      ['TIRG', 'Tirg'],
    ]);
    expect(guesses[0]?.why).toContain('other way round');
  });

  it('is not made where the text says enough', () => {
    expect(verbalize('On March 4, 2025, NASA paid $5.', { language: 'en', lexicon }).guesses).toEqual([]);
  });
});

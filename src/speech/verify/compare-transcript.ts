import type { TakeFinding } from '../../edition.js';
import { digitsOf, isNumberWord } from './number-words.js';

/** Words that turn a sentence round when they are lost. */
const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'none',
  'nothing',
  'nobody',
  'nowhere',
  'neither',
  'nor',
  'without',
  'cannot',
]);

/** Transcripts spell names by ear: so much of a name may differ. */
const NAME_DIFFERENCE = 0.4;

/**
 * Compares what was to be said with what a transcription heard, where a mistake would mislead: numbers,
 * names and negations, word by word. Other words are left alone; transcriptions err in them themselves.
 */
export function compareTranscript(text: string, transcript: string): readonly TakeFinding[] {
  return [
    ...compareNumbers(text, transcript),
    ...compareNames(text, transcript),
    ...compareNegations(text, transcript),
  ];
}

function compareNumbers(text: string, transcript: string): TakeFinding[] {
  const [expected, heard] = [digitsOf(text).join(' '), digitsOf(transcript).join(' ')];
  // Where one number ends and the next begins is a matter of spelling, not of hearing.
  if (expected.replaceAll(' ', '') === heard.replaceAll(' ', '')) return [];
  return [
    {
      code: 'number-misread',
      message: `says other numbers ("${heard || 'none'}" in place of "${expected || 'none'}")`,
    },
  ];
}

function compareNegations(text: string, transcript: string): TakeFinding[] {
  const [expected, heard] = [countNegations(text), countNegations(transcript)];
  if (expected === heard) return [];
  return [{ code: 'negation-misread', message: `has ${heard} negations in place of ${expected}` }];
}

function countNegations(text: string): number {
  return wordsOf(text).filter((word) => NEGATIONS.has(word) || /n't$/.test(word)).length;
}

function compareNames(text: string, transcript: string): TakeFinding[] {
  const heard = wordsOf(transcript);
  // A name may be heard as two words, or two as one.
  const candidates = [...heard, ...heard.slice(1).map((word, index) => `${heard[index]}${word}`)];
  const lost = namesOf(text).filter((name) => !candidates.some((word) => isAlike(name.toLowerCase(), word)));
  return lost.map((name) => ({ code: 'name-misread', message: `does not say "${name}" clearly` }));
}

/** Words with a capital inside a sentence; at its start a capital means nothing. */
function namesOf(text: string): readonly string[] {
  const names = [...text.matchAll(/(?<=[\p{L}\p{N},;'’"”)] )\p{Lu}[\p{L}'’]+/gu)].map(([name]) =>
    name.replace(/['’]s?$/, ''),
  );
  return [...new Set(names)].filter((name) => name.length > 2 && !isNumberWord(name.toLowerCase()));
}

function isAlike(name: string, heard: string): boolean {
  return editDistance(name, heard) <= Math.max(1, Math.floor(name.length * NAME_DIFFERENCE));
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** Levenshtein's distance: letters to change, add or remove. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

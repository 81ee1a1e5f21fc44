import type { Script } from '../../edition.js';
import { languageOf } from './languages.js';
import type { Lexicon } from './lexicon.js';
import { speechOf, verbalize } from './verbalize.js';

/** A name, acronym or odd word that no dictionary knows. */
export interface DeskEntry {
  /** As written most often, without plural and possessive endings. */
  readonly word: string;
  readonly count: number;
  /** How it would be said. */
  readonly speech: string;
  /** Where it stands first: a segment's id. */
  readonly segment: string;
}

const CANDIDATE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}@'’&+.-]*[\p{L}\p{N}+]|\p{L}/gu;

/**
 * The name desk: what in a script's sources neither the lexicon nor the language's dictionaries know, most
 * frequent first, with how each would be said, so that an editor can settle it before anything is paid.
 */
export function nameDesk(script: Script, lexicon: Lexicon): readonly DeskEntry[] {
  const { language } = languageOf(script.issue.language);
  const found = new Map<string, { count: number; segment: string }>();
  for (const segment of script.stories.flatMap((story) => story.segments)) {
    for (const [written] of segment.source.matchAll(CANDIDATE)) {
      const word = stem(written);
      if (!isOdd(word, language.knows)) continue;
      const entry = found.get(word);
      if (entry === undefined) found.set(word, { count: 1, segment: segment.id });
      else entry.count += 1;
    }
  }
  return [...found]
    .map(([word, { count, segment }]) => ({
      word,
      count,
      segment,
      ...said(word, script.issue.language, lexicon),
    }))
    .filter((entry) => !entry.settled)
    .map(({ word, count, speech, segment }) => ({ word, count, speech, segment }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** Without the endings that a lexicon's entry covers by itself, and without a full stop. */
function stem(written: string): string {
  return written
    .replace(/['’]s?$/u, '')
    .replace(/(?<=\p{Lu}{2})s$/u, '')
    .replace(/[.'’-]+$/u, '');
}

/** Letters that are no word of the dictionary, nor made of such words; numbers are the grammar's business. */
function isOdd(word: string, knows: (word: string) => boolean): boolean {
  if (
    !/\p{L}{2}|\p{Lu}\p{N}|\p{L}[+#]/u.test(word) ||
    /^[\p{N}.,:-]+(?:\p{L}{1,3})?$/u.test(word) ||
    /@.*\.|\.\p{Ll}{2,}$/u.test(word)
  )
    return false;
  return word.split(/[-’'.]/u).some((part) => part.length > 1 && !isKnown(part, knows));
}

function isKnown(part: string, knows: (word: string) => boolean): boolean {
  if (/^\p{N}+$/u.test(part)) return true;
  if (/\p{N}/u.test(part) || /^\p{Lu}{2,}$/u.test(part) || /\p{Ll}\p{Lu}/u.test(part)) return false;
  return knows(part.toLowerCase());
}

function said(
  word: string,
  language: string,
  lexicon: Lexicon,
): { readonly speech: string; readonly settled: boolean } {
  const { tokens, lexiconHits } = verbalize(word, { language, lexicon });
  const covered = lexiconHits.reduce((sum, { source: [from, to] }) => sum + to - from, 0);
  return { speech: speechOf(tokens), settled: covered >= word.replace(/[^\p{L}]/gu, '').length };
}

import { RE2JS } from 're2js';
import type { LexiconEntry, TextSpan, Voices } from '../../edition.js';
import { AudioEditionError, messageOf } from '../../errors.js';

/** How one word of the lexicon is found and said. */
export interface WordEntry {
  readonly key: string;
  /** The key as it is compared: in lower case, or exactly. */
  readonly match: string;
  readonly exact: boolean;
  readonly said: SaidAs;
}

export interface PatternEntry {
  readonly key: string;
  readonly pattern: RE2JS;
  readonly said: SaidAs;
}

interface SaidAs {
  readonly say: string;
  readonly ipa?: string;
  readonly cmu?: string;
}

/** The show's lexicon, made ready for one engine by `compileLexicon`. */
export interface Lexicon {
  /** Every key that is in force for the engine. */
  readonly keys: readonly string[];
  /** By the letters (or the one symbol) a key begins with, in lower case; the longest key first. */
  readonly words: ReadonlyMap<string, readonly WordEntry[]>;
  readonly patterns: readonly PatternEntry[];
}

/** One use of an entry of the lexicon. */
export interface LexiconHit {
  /** The entry's key in `voices.json`. */
  readonly entry: string;
  readonly source: TextSpan;
  /** How the show says it, in letters, as the entry has it. */
  readonly say: string;
  /** Phones, for an engine that takes them. */
  readonly ipa?: string;
  readonly cmu?: string;
}

/**
 * Makes the lexicon of `voices.json` ready for an engine: entries for other engines are left out (without
 * `engine`: all that name engines). Throws `AudioEditionError` (`input`) for a pattern that RE2's
 * linear-time syntax does not have, and for one that matches nothing at all.
 */
export function compileLexicon(entries: Voices['lexicon'], engine?: string): Lexicon {
  const inForce = Object.entries(entries).filter(([, entry]) => isFor(entry, engine));
  const words = new Map<string, WordEntry[]>();
  const patterns: PatternEntry[] = [];
  for (const [key, entry] of inForce) {
    if (isPattern(entry)) {
      patterns.push({ key, pattern: compilePattern(key, entry), said: saidAs(entry) });
    } else if (key.trim() !== '') {
      const word = wordEntry(key.trim(), key, entry);
      const head = headOf(word.match.toLowerCase(), 0);
      words.set(head, [...(words.get(head) ?? []), word]);
    }
  }
  for (const list of words.values()) list.sort((a, b) => b.match.length - a.match.length);
  return { keys: inForce.map(([key]) => key), words, patterns };
}

/** The keys that no hit names: rules that never matched. */
export function unusedEntries(lexicon: Lexicon, hits: Iterable<LexiconHit>): readonly string[] {
  const used = new Set([...hits].map((hit) => hit.entry));
  return lexicon.keys.filter((key) => !used.has(key));
}

function isFor(entry: LexiconEntry, engine: string | undefined): boolean {
  if (typeof entry === 'string' || entry.engines === undefined) return true;
  return engine !== undefined && entry.engines.includes(engine);
}

function isPattern(entry: LexiconEntry): entry is Exclude<LexiconEntry, string> {
  return typeof entry !== 'string' && entry.pattern === true;
}

function wordEntry(written: string, key: string, entry: LexiconEntry): WordEntry {
  const exact = typeof entry !== 'string' && entry.caseSensitive === true;
  return { key, match: exact ? written : written.toLowerCase(), exact, said: saidAs(entry) };
}

function saidAs(entry: LexiconEntry): SaidAs {
  if (typeof entry === 'string') return { say: entry };
  return {
    say: entry.say,
    ...(entry.ipa === undefined ? {} : { ipa: entry.ipa }),
    ...(entry.cmu === undefined ? {} : { cmu: entry.cmu }),
  };
}

function compilePattern(key: string, entry: Exclude<LexiconEntry, string>): RE2JS {
  const flags = entry.caseSensitive === true ? 0 : RE2JS.CASE_INSENSITIVE;
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(key, flags);
  } catch (cause) {
    throw badPattern(key, `it cannot be read: ${messageOf(cause)}`, cause);
  }
  if (pattern.matches('')) throw badPattern(key, 'it also matches where nothing is written', undefined);
  return pattern;
}

function badPattern(key: string, what: string, cause: unknown): AudioEditionError {
  const message =
    `The lexicon's pattern ${JSON.stringify(key)} cannot be used: ${what}. ` +
    'Write it in the syntax of RE2 (no look-around, no back-references), or as a plain word without "pattern".';
  return new AudioEditionError(message, {
    code: 'lexicon-pattern',
    stage: 'script',
    fault: 'input',
    cause,
    data: { entry: key },
  });
}

const HEAD = /\p{L}{1,80}|\p{N}{1,80}|[^\s]/uy;

/** The letters, digits or single sign that stand at a position: what words of the lexicon are filed under. */
export function headOf(text: string, at: number): string {
  HEAD.lastIndex = at;
  return HEAD.exec(text)?.[0] ?? '';
}

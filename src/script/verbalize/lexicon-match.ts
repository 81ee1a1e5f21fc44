import type { RE2JS } from 're2js';
import type { TextSpan } from '../../edition.js';
import type { Inflection } from './language.js';
import { headOf, type Lexicon, type LexiconHit, type PatternEntry, type WordEntry } from './lexicon.js';

/** An entry found in a text. `say` has the plural or possessive of the written word, and a pattern's groups filled in. */
export interface LexiconMatch {
  readonly span: TextSpan;
  readonly say: string;
  readonly hit: LexiconHit;
}

/** The longest entry that stands at a position as a whole word, also with an ending that the language knows. */
export function wordMatchAt(
  lexicon: Lexicon,
  text: string,
  at: number,
  inflection: Inflection = NO_INFLECTION,
): LexiconMatch | undefined {
  if (lexicon.words.size === 0) return undefined;
  const head = headOf(text, at).toLowerCase();
  for (const candidate of candidates(lexicon, head, inflection)) {
    const match = matchEntry(candidate, text, at, inflection);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** Where the lexicon's patterns match, from left to right; where two begin together, the longer one. */
export function patternMatches(lexicon: Lexicon, text: string): readonly LexiconMatch[] {
  const found = lexicon.patterns.flatMap((entry) => matchesOf(entry, text));
  found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const kept: LexiconMatch[] = [];
  for (const match of found) {
    if (match.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(match);
  }
  return kept;
}

const NO_INFLECTION: Inflection = { endings: /(?!\p{L})/uy, stems: () => [], inflect: (say) => say };

/** A plural hides its word's end: `Qwens` begins with other letters than `Qwen`. */
function* candidates(lexicon: Lexicon, head: string, { stems }: Inflection): Generator<WordEntry> {
  for (const word of [head, ...stems(head)]) yield* lexicon.words.get(word) ?? [];
}

function matchEntry(
  entry: WordEntry,
  text: string,
  at: number,
  { endings, inflect }: Inflection,
): LexiconMatch | undefined {
  const end = at + entry.match.length;
  const written = text.slice(at, end);
  if ((entry.exact ? written : written.toLowerCase()) !== entry.match) return undefined;
  if (continues(text, end)) return undefined;
  endings.lastIndex = end;
  const suffix = /\p{L}$/u.test(written) ? endings.exec(text)?.[0] : '';
  if (suffix === undefined) return undefined;
  const spoken = suffix.replace(/['’]$/, '');
  const span = [at, end + spoken.length] as const;
  const say = entry.said.say === '' ? '' : inflect(entry.said.say, spoken);
  return { span, say, hit: { entry: entry.key, source: span, ...entry.said } };
}

/** A number does not end in the middle of its digits, nor before a letter: `GPT-4` is not in `GPT-4o`. */
function continues(text: string, end: number): boolean {
  return /\p{N}/u.test(text[end - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[end] ?? '');
}

function matchesOf(entry: PatternEntry, text: string): LexiconMatch[] {
  const matches: LexiconMatch[] = [];
  const matcher = entry.pattern.matcher(text);
  while (matcher.find()) {
    const span = [matcher.start(), matcher.end()] as const;
    if (span[0] === span[1]) continue;
    const say = entry.said.say.replace(/\$(\d)/g, (_, group: string) => groupOf(matcher, Number(group)));
    matches.push({ span, say, hit: { entry: entry.key, source: span, ...entry.said } });
  }
  return matches;
}

function groupOf(matcher: ReturnType<RE2JS['matcher']>, group: number): string {
  return group <= matcher.groupCount() ? (matcher.group(group) ?? '') : '';
}

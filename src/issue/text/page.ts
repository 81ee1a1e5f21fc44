import {
  countPicturesInSentences,
  putsPicturesUnderTitles,
  startsText,
  titleScore,
  writesTitlesInCapitals,
} from './heads.js';
import type { TextLine } from './lines.js';
import { isBare, isInCapitals, isName, isProse, isScene, type Page } from './places.js';
import { inSentenceCase, type Traits, traitsOf } from './traits.js';

/** Fewer are chance. */
const FEWEST_SCENES = 2;
const FEWEST_CAPITAL_SECTIONS = 2;

/** Looks at a text as a whole: its opening letter, its usual gaps, the order of titles and pictures. */
export function pageOf(lines: readonly TextLine[]): Page {
  const seen = lookedAt(lines);
  const usesTitleCase = writesTitlesInCapitals(seen);
  const traits = usesTitleCase ? seen : seen.map(inSentenceCase);
  const usualGap = mostCommon(
    lines
      .slice(1)
      .map((line) => line.gap)
      .filter((gap) => gap > 0),
  );
  const wide = lines.filter((line, at) => at > 0 && line.gap > usualGap).length;
  return {
    lines: traits,
    letter: letterOf(traits),
    usualGap,
    hasPartGaps: wide >= 2 && wide < lines.length / 3,
    usesTitleCase,
    putsPicturesUnderTitles: putsPicturesUnderTitles(traits),
    hasCapitalSections: hasCapitalSections(traits),
    hasScenes: traits.filter(isScene).length >= FEWEST_SCENES,
    picturesInSentences: countPicturesInSentences(traits),
  };
}

function lookedAt(lines: readonly TextLine[]): readonly Traits[] {
  let ruleAbove: string | undefined;
  let isBelowPicture = false;
  return lines.map((line, at) => {
    const place = { above: at, below: lines.length - at - 1, isBelowPicture };
    const traits = traitsOf(line, ruleAbove === undefined ? place : { ...place, ruleAbove });
    ruleAbove = traits.furnitureRule;
    isBelowPicture = line.rows !== undefined || traits.pictureScore >= 3 || isBare(traits);
    return traits;
  });
}

/**
 * Two different words in capitals at least. One right above a title may as well be the name of the title's picture, so
 * two such are no proof.
 */
function hasCapitalSections(lines: Page['lines']): boolean {
  const found = lines.flatMap((line, at) => (isInCapitals(line) && !line.isSponsorLabel ? [at] : []));
  const names = new Set(found.map((at) => lines[at]?.line.text));
  const isProven = found.some((at) => !isAboveTitle(lines, at));
  return names.size > FEWEST_CAPITAL_SECTIONS || (names.size === FEWEST_CAPITAL_SECTIONS && isProven);
}

/** A bare line and then text. */
function isAboveTitle(lines: Page['lines'], at: number): boolean {
  const next = lines[at + 1];
  return next !== undefined && isBare(next) && startsText(lines[at + 2]);
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A greeting among the first lines, and the sign-off before anything that can't stand in a letter. */
function letterOf(lines: readonly Traits[]): Page['letter'] {
  const from = lines.slice(0, 8).findIndex((line) => line.isGreeting);
  if (from < 0) return undefined;
  const end = lines.findIndex((line, at) => at > from && endsLetter(line));
  const last = end < 0 ? lines.length : end;
  const ends = Array.from({ length: last - from - 1 }, (_, i) => from + 1 + i);
  const to = ends.find((at) => isSignedAt(lines, at, last)) ?? ends.find((at) => lines[at]?.isSignOff);
  if (to === undefined || isWholeIssue(lines, from, to)) return undefined;
  return { from, to };
}

/** Many newsletters greet at their beginning and sign at their end: what lies between is no letter if it has titles. */
function isWholeIssue(lines: readonly Traits[], from: number, to: number): boolean {
  const goesOn = lines.slice(to + 1).some((line) => isProse(line) && !line.isPostscript && !line.isFurniture);
  if (goesOn && to - from < lines.length * MOST_OF_ISSUE) return false;
  const heads = lines.filter((line, at) => at > from && at < to && isShortHead(line, lines[at + 1]));
  return heads.length >= FEWEST_PLAIN_HEADS || (!goesOn && heads.some((line) => titleScore(line) >= 1));
}

/** A letter that opens an issue is the smaller part of it. */
const MOST_OF_ISSUE = 0.6;

/** One short line without a stop may be a picture; so many are titles, however they are written. */
const FEWEST_PLAIN_HEADS = 2;

/** Words above text that no picture is described with, or that stand above another line without a stop. */
function isShortHead(line: Traits, below: Traits | undefined): boolean {
  if (!isBare(line) || line.words > 9 || line.pictureScore > 1) return false;
  return startsText(below) || (below !== undefined && isBare(below));
}

function endsLetter(line: Traits): boolean {
  return line.isSponsorLabel || line.isSectionName || line.line.isUnderlined === true;
}

/** A comma or a shout before a name is one of leave, however many words stand before it. */
const LONGEST_WISH_WORDS = 6;
const LONGEST_MARKED_WISH_WORDS = 12;

function isWish({ line, words, sentences }: Traits): boolean {
  if (/[,!]$/.test(line.text)) return words <= LONGEST_MARKED_WISH_WORDS;
  return /[!.]$/.test(line.text) && (words <= LONGEST_WISH_WORDS || (sentences > 1 && words <= 9));
}

/** "Trick or treat! / Andrew": a few words, then a name, then nothing of the letter but a P.S. */
function isSignedAt(lines: readonly Traits[], at: number, end: number): boolean {
  const wish = lines[at];
  const name = lines[at + 1];
  const after = lines[at + 2];
  if (!wish || !name || !isWish(wish)) return false;
  const isNamed = isName(name);
  if (!isNamed || wish.isSignOff || wish.line.text.endsWith(',')) return isNamed;
  return (
    !after ||
    at + 2 === end ||
    after.isPostscript ||
    after.line.gap > name.line.gap ||
    (name.words <= 2 && isBare(after))
  );
}

import type { TextLine } from './lines.js';
import { type Traits, traitsOf } from './traits.js';

/** What a rule decides about a line. */
export type LineKind = 'heading' | 'label' | 'paragraph' | 'bullet' | 'caption' | 'furniture';

export interface Decision {
  readonly kind: LineKind;
  readonly rule: string;
}

/** A line where it stands: what is above is decided, what is below is not. */
export interface Place {
  readonly traits: Traits;
  readonly above: readonly Decision[];
  readonly index: number;
  readonly page: Page;
}

/** The text as a whole. */
export interface Page {
  readonly lines: readonly Traits[];
  /** Index of the opening letter's greeting and sign-off, where both were found. */
  readonly letter: { readonly from: number; readonly to: number } | undefined;
  /** Blank lines between ordinary paragraphs. */
  readonly usualGap: number;
  /** Whether wider gaps stand before parts, as pages copied by hand have them. */
  readonly hasPartGaps: boolean;
}

export function pageOf(lines: readonly TextLine[]): Page {
  const traits = lines.map((line, at) => traitsOf(line, { above: at, below: lines.length - at - 1 }));
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
  };
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
  return to === undefined ? undefined : { from, to };
}

function endsLetter(line: Traits): boolean {
  return line.isSponsorLabel || line.isSectionName || line.line.isUnderlined === true;
}

/** "Trick or treat! / Andrew": a few words, then a name, then nothing of the letter but a P.S. */
function isSignedAt(lines: readonly Traits[], at: number, end: number): boolean {
  const wish = lines[at];
  const name = lines[at + 1];
  const after = lines[at + 2];
  if (!wish || !name || wish.words > 6 || !/[!,.]$/.test(wish.line.text)) return false;
  const isName =
    name.words <= 4 && name.titleCase === 1 && !name.hasEndStop && !name.leadsIn && !name.line.bullet;
  if (!isName || wish.isSignOff) return isName;
  return (
    !after ||
    at + 2 === end ||
    after.isPostscript ||
    after.line.gap > name.line.gap ||
    (name.words <= 2 && isBare(after))
  );
}

/** Whether a wider gap than usual stands above. */
export function opensPart({ page, traits, index }: Place): boolean {
  return index > 0 && page.hasPartGaps && traits.line.gap > page.usualGap;
}

/** The line below a place, `offset` lines away; undefined past the end. */
export function below(place: Place, offset = 1): Traits | undefined {
  return place.page.lines[place.index + offset];
}

export function inLetter({ page, index }: Place): boolean {
  return page.letter !== undefined && index > page.letter.from && index < page.letter.to;
}

/** A line that can only be text: nobody takes it for a title or the description of a picture. */
export function isProse(line: Traits): boolean {
  if (line.line.bullet) return true;
  if (line.titleCase >= 0.8 && !line.hasEndStop && line.words <= 16) return false;
  return (
    line.words > 45 ||
    line.hasRunInLabel ||
    (line.sentences > 1 && line.pictureScore < 4) ||
    (line.hasEndStop && !line.endsWithMark && line.words > 3 && line.pictureScore < 3) ||
    (line.isPersonal && line.words > 9) ||
    (line.hasConnective && line.words > 8) ||
    (line.hasFiniteVerb && line.words > 12 && line.pictureScore < 2)
  );
}

/** A line that may head something: no end stop of a sentence, not long, nothing that is known to be text. */
export function isBare(line: Traits): boolean {
  const { bullet, isRule } = line.line;
  if (
    bullet ||
    isRule ||
    line.isGreeting ||
    line.isSignOff ||
    line.isCallToAction ||
    line.isCode ||
    line.isPostscript
  )
    return false;
  if (isProse(line)) return false;
  if (line.endsWithMark) return line.words <= 12 && line.sentences === 1;
  return !line.hasEndStop && !line.leadsIn;
}

/** A lone sentence, or two where a picture must be, that nobody says to somebody. */
export function isImpersonal(line: Traits): boolean {
  return (
    !line.line.bullet && !line.isPersonal && !line.hasConnective && !line.hasRunInLabel && line.words <= 45
  );
}

/** A lone sentence that is worded like a picture's description. */
export function isPictureSentence(line: Traits): boolean {
  return isImpersonal(line) && line.hasEndStop && line.sentences === 1 && line.pictureScore >= 3;
}

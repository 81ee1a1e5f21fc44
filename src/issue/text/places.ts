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
  const traits = lines.map(traitsOf);
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

/** A greeting among the first lines, and the last sign-off before anything that can't stand in a letter. */
function letterOf(lines: readonly Traits[]): Page['letter'] {
  const from = lines.slice(0, 8).findIndex((line) => line.isGreeting);
  if (from < 0) return undefined;
  const end = lines.findIndex(
    (line, at) => at > from && (line.isSponsorLabel || line.isSectionName || line.line.isUnderlined === true),
  );
  const inside = lines.slice(from, end < 0 ? undefined : end);
  const signOff = inside.findIndex((line, at) => at > 0 && line.isSignOff);
  return signOff < 0 ? undefined : { from, to: from + signOff };
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
  return (
    line.words > 45 ||
    (line.sentences > 1 && line.pictureScore < 4) ||
    line.hasRunInLabel ||
    (line.hasEndStop && !line.endsWithMark && line.words > 3 && line.pictureScore < 3) ||
    (line.isPersonal && line.words > 9)
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
  if (line.words > 45 || (line.words > 16 && line.isPersonal)) return false;
  if (line.endsWithMark) return line.words <= 12 && line.sentences === 1 && !line.hasRunInLabel;
  return !line.hasEndStop && !line.leadsIn && !line.hasRunInLabel;
}

/** A lone sentence that is worded like a picture's description. */
export function isPictureSentence(line: Traits): boolean {
  return (
    !line.line.bullet &&
    line.hasEndStop &&
    !line.isPersonal &&
    !line.hasConnective &&
    !line.hasRunInLabel &&
    line.words <= 45 &&
    line.sentences <= 2 &&
    line.pictureScore >= 3
  );
}

import { isListSection } from '../../newsletter-words.js';
import { isLabelledValue } from './labelled-values.js';
import { isFileName } from './picture-words.js';
import {
  below,
  type Decision,
  isBare,
  isProse,
  isSeenSentence,
  type LineKind,
  opensPart,
  type Page,
  type Place,
} from './places.js';
import type { Traits } from './traits.js';

/** The decision about the line right above. */
export function above(place: Place): Decision | undefined {
  return place.above.at(-1);
}

/** What the nearest line above is that is text of the issue at all. */
export function kindAbove(place: Place): LineKind | undefined {
  return place.above.findLast((decision) => decision.kind !== 'furniture')?.kind;
}

/** More pictures do not stand in one row. */
const FARTHEST_DECISION_LINES = 20;

/** The nearest decision above that is no picture's description, unless a wider gap lies between. */
function decisionAbovePictures(place: Place): Decision | undefined {
  const farthest = Math.max(0, place.index - FARTHEST_DECISION_LINES);
  for (let i = place.index - 1; i >= farthest; i--) {
    const decision = place.above[i];
    if (decision?.kind !== 'caption' && decision?.kind !== 'furniture') return decision;
    if (opensPart({ ...place, index: i, traits: place.page.lines[i] ?? place.traits })) return undefined;
  }
  return undefined;
}

/** Whether the line is one of the items of a section of jobs, events or the like, which stand without bullets. */
export function isItemOfList(place: Place): boolean {
  const { traits, page, index } = place;
  if (!isBare(traits) || opensPart(place)) return false;
  const next = below(place);
  const headsText = next !== undefined && isProse(next) && next.words > 12 && !next.line.bullet;
  const last = above(place);
  if (headsText || last === undefined) return false;
  if (last.rule === 'item-of-list') return true;
  return last.kind === 'label' && isListSection(page.lines[index - 1]?.line.text ?? '') && !startsText(next);
}

/** Whether a story would be left without text if this line, which stands between two heads, were none. */
export function isOnlyText(place: Place): boolean {
  const last = decisionAbovePictures(place);
  return last?.kind === 'heading' && !startsText(below(place));
}

/** Whether the line stands right under the label of a sponsor, pictures aside. */
export function underSponsor(place: Place): boolean {
  return !opensPart(place) && decisionAbovePictures(place)?.rule === 'sponsor-label';
}

/** Whether a head may stand here: after a wider gap, a section's name, or a picture that heads a part. */
export function inHead(place: Place): boolean {
  if (opensPart(place)) return true;
  if (place.index === 0) return false;
  const last = above(place);
  if (last?.rule === 'title-of-issue') return true;
  if (last?.kind === 'label') return last.rule !== 'sponsor-label';
  if (last?.kind !== 'caption' && last?.kind !== 'furniture') return false;
  if (last.rule === 'picture-above-title' || last.rule === 'picture-sentence-above-title') return true;
  const first = decisionAbovePictures(place);
  return first === undefined || (first.kind === 'label' && first.rule !== 'sponsor-label');
}

/** Whether the line is the first of the issue, furniture aside. */
export function opensIssue(place: Place): boolean {
  return place.above.every(({ kind }) => kind === 'furniture');
}

/** Whether what follows can be the text of a story. */
export function startsText(line: Traits | undefined): boolean {
  return (
    line !== undefined &&
    !line.isPostscript &&
    (isProse(line) ||
      line.hasEndStop ||
      line.leadsIn ||
      line.isByline ||
      line.line.bullet !== undefined ||
      isLabelledValue(line.line.text))
  );
}

/** A title stands at most this many lines below: under a section's name and two pictures. */
const FARTHEST_TITLE_LINES = 4;

/** Whether a line below reads as the title that a picture stands above: bare lines, then text. */
export function hasTitleBelow(place: Place): boolean {
  for (let distance = 1; distance <= FARTHEST_TITLE_LINES; distance++) {
    const line = below(place, distance);
    if (!line || !canBeTitle(line, place)) return false;
    if (startsText(below(place, distance + 1))) return true;
  }
  return false;
}

function canBeTitle(line: Traits, { page }: Place): boolean {
  if (line.isFurniture || line.isSponsorLabel || line.words > 16) return false;
  if (!(isBare(line) || isShortWithColon(line))) return false;
  if (line.endsWithMark && line.titleCase < 0.6 && line.words > 5) return false;
  return !(page.hasPartGaps && line.line.gap > page.usualGap);
}

/** "Correction:" heads what follows as a title does. */
export function isShortWithColon(line: Traits): boolean {
  return /:$/.test(line.line.text) && line.words <= 4 && line.titleCase === 1;
}

/** More like a title than like a description: capitals, few words, a colon, against the wording of pictures. */
export function titleScore(line: Traits): number {
  return (
    line.capitals +
    (line.words <= 9 ? 1 : -1) +
    (line.endsWithMark || line.hasFiniteVerb ? 2 : 0) +
    (/\p{L}: [“‘'"]?\p{L}/u.test(line.line.text) ? 1 : 0) -
    (isNamedThing(line) ? 1 : 0) -
    line.pictureScore
  );
}

/** "A bowline, a reef knot and a mistake": something that is there, in which nothing happens. */
export function isNamedThing({ line, titleCase, hasVerb }: Traits): boolean {
  return /^(?:an?|two|three|four|several) /i.test(line.text) && titleCase < 0.5 && !hasVerb;
}

/** Whether a bare line is worded like a title rather than like the description of a picture. */
export function isWrittenLikeTitle(line: Traits, { usesTitleCase }: Page): boolean {
  const isAllCapitalised =
    line.titleCase === 1 && line.words >= 2 && line.words <= 8 && !isFileName(line.line.text);
  return titleScore(line) >= (usesTitleCase ? 1 : 0) || (isAllCapitalised && titleScore(line) >= -2);
}

/** Of two lines above the text the first is the description of a picture, unless only it is written like a title. */
export function isPictureOfHead(place: Place): boolean {
  const next = below(place);
  if (!next) return false;
  const isLonger = next.words >= 6 && next.words > place.traits.words;
  const isTitleWithStandfirst =
    place.traits.titleCase >= 0.8 &&
    place.traits.pictureScore < 3 &&
    isLonger &&
    next.titleCase < 0.6 &&
    next.pictureScore < 2;
  return !isTitleWithStandfirst || !startsText(below(place, 2));
}

/** A description with a stop must differ so much from what stands above it to be sure that it is one. */
const CLEARLY_DESCRIPTION = 5;

/**
 * Whether a title stands here and the description of its picture below, as most newsletters have it or as these two
 * lines say themselves; others put the picture first.
 */
export function isTitleAbovePicture(place: Place): boolean {
  const { traits, page } = place;
  const next = below(place);
  if (!next || !isHeadPair(traits, next, below(place, 2))) return false;
  if (next.endsWithMark && next.pictureScore < 3) return false;
  if (page.hasPartGaps && next.line.gap > page.usualGap) return false;
  if (isFileName(traits.line.text)) return false;
  if (isFileName(next.line.text)) return true;
  if (page.putsPicturesUnderTitles) return isLikelierPicture(next, traits, page);
  const isLonger = next.words > 9 && next.words >= traits.words * 1.5;
  const isDescription = (next.pictureScore >= 3 || isLonger) && next.titleCase < 0.6;
  return isDescription && leanOf(traits, next) <= -CLEARLY_DESCRIPTION;
}

/** Where pictures stand under titles: whether of two lines the second is the picture, not a title below a section. */
function isLikelierPicture(second: Traits, first: Traits, { usesTitleCase }: Page): boolean {
  if (usesTitleCase && second.titleCase >= 0.8 && second.pictureScore < 3) return false;
  const lean = leanOf(first, second);
  if (second.pictureScore >= 3 && first.pictureScore < 3) return lean <= 2;
  return second.pictureScore > 0 ? lean <= 0 : lean <= -2;
}

/**
 * Whether the titles of an issue are written with capitals: bare lines above text are titles for the most part, or
 * descriptions, which never are.
 */
export function writesTitlesInCapitals(lines: Page['lines']): boolean {
  const heads = lines.filter(
    (line, at) => canHead(line) && line.words >= 3 && line.words <= 10 && startsText(lines[at + 1]),
  );
  return heads.filter((line) => line.titleCase >= 0.75).length >= heads.length / 2;
}

/** No pair says more about its issue than this, however strangely it is worded. */
const MOST_LEAN = 4;

/**
 * Whether an issue puts the description of a picture under a title. Every pair of bare lines above text is a title
 * and a description in one order or the other, and an issue keeps to one: so all of its pairs decide together.
 */
export function putsPicturesUnderTitles(lines: Page['lines']): boolean {
  let sum = 0;
  lines.forEach((first, at) => {
    const second = lines[at + 1];
    if (second && isHeadPair(first, second, lines[at + 2]) && lines[at - 1]?.isSponsorLabel !== true)
      sum += Math.max(-MOST_LEAN, Math.min(MOST_LEAN, leanOf(first, second)));
  });
  return sum < 0;
}

/** How many sentences tell what is seen right above what can only be a title. */
export function countPicturesInSentences(lines: Page['lines']): number {
  return lines.filter((line, at) => {
    const title = lines[at + 1];
    return (
      title !== undefined &&
      isSeenSentence(line) &&
      canHead(title) &&
      title.words <= 12 &&
      (title.pictureScore < 3 || title.titleCase >= 0.8) &&
      startsText(lines[at + 2])
    );
  }).length;
}

/** How much more the second of two lines is like a title than the first; titles are shorter, and more happens in them. */
function leanOf(first: Traits, second: Traits): number {
  const longer = Math.max(-2, Math.min(2, (first.words - second.words) / 3));
  const acting = Number(second.hasVerb) - Number(first.hasVerb);
  return titleScore(second) - titleScore(first) + longer + acting;
}

function isHeadPair(first: Traits, second: Traits, text: Traits | undefined): boolean {
  return [first, second].every(canHead) && startsText(text);
}

function canHead(line: Traits): boolean {
  return isBare(line) && !line.isFurniture && !line.isSectionName && !line.isSponsorLabel;
}

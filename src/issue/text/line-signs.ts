/** What single rules of `line-rules.ts` ask of a line; what several ask stands in `places.ts` and `heads.ts`. */
import { above, hasTitleBelow, isNamedThing, startsText } from './heads.js';
import { beginsWithPicture, hasCredit, isFileName } from './picture-words.js';
import { below, isImpersonal, isName, opensPart, type Place } from './places.js';
import type { Traits } from './traits.js';
import { hasVerb } from './verbs.js';

/** "Keep the chalk dry, / Maureen": a few words and a comma, then nothing but a name. */
export function isLeaveWithName(place: Place): boolean {
  const { traits } = place;
  const name = below(place);
  if (!traits.line.text.endsWith(',') || traits.words > 8 || traits.line.bullet || !name) return false;
  return isName(name) && !name.isSectionName && !startsText(name);
}

/** What somebody is who signs: "Director, Otter Trust". */
export const ROLE =
  /\b(?:director|editor|founder|president|chair(?:man|woman|person)?|publisher|ceo|cto|officer|head|lead|secretary|treasurer|manager|partner|author|host|professor|correspondent|reporter|writer|curator|librarian|headteacher|principal)(?:$|,| (?:of|at|for|in)\b)/i;

/** From this picture score on (see `picture-words.ts`) hardly a title is left. */
export const CLEARLY_PICTURE = 5;

/** "Two tables covered with jackets", "A shepherd with a smartphone": something somewhere, and nothing happens. */
export function isSeenThing(line: Traits): boolean {
  if (line.hasVerb || line.titleCase >= 0.5) return false;
  if (isNamedThing(line)) return line.pictureScore >= 1;
  return line.pictureScore >= 3 || (line.words >= 7 && line.pictureScore === 2);
}

/** "Thank you" above a title, or above a whole paragraph, is what that paragraph is about. */
export function headsAnything(place: Place): boolean {
  const next = below(place);
  const isBareWish = !/[.!]$/.test(place.traits.line.text);
  const isAboveText = next !== undefined && !next.line.bullet && !next.isPostscript && next.words > 12;
  return hasTitleBelow(place) || (isBareWish && isAboveText);
}

/** "Thank you" above a whole paragraph, in an issue or a part that is no letter. */
export function isHeadOfThanks(place: Place): boolean {
  const { traits } = place;
  return (
    traits.isSignOff &&
    traits.words <= 4 &&
    !/[,.!…)—–-]$/.test(traits.line.text) &&
    above(place)?.rule !== 'sign-off' &&
    headsAnything(place)
  );
}

/** "Read", "Watch", "Listen": what to do with the titles below, where a call to action would name the page. */
export function isOneWordCall(place: Place): boolean {
  return place.traits.isCallToAction && /^\p{L}+$/u.test(place.traits.line.text) && hasTitleBelow(place);
}

/**
 * Where wider gaps stand above titles a line without one is none. What begins with a verb may be a headline still:
 * "Stop reaching for a library".
 */
export function isPictureEnough({ traits, page }: Place): boolean {
  if (hasVerb(traits.line.text.split(' ', 1)[0] ?? '')) return traits.pictureScore >= 3;
  if (traits.isThingWithClause && traits.words > 9) return true;
  return traits.pictureScore >= (page.hasPartGaps ? 1 : 2);
}

/** Several sentences to the reader, as advertisements have them. */
export function isAppeal(line: Traits | undefined): boolean {
  if (!line || line.line.bullet || line.sentences < 2) return false;
  return line.isPersonal || !line.hasEndStop;
}

/** "I took this picture on the way to the mill.": it says itself that it stands under one. */
const OWN_PICTURE =
  /^(?:I|[Ww]e|[Mm]y \p{L}+|Our \p{L}+)\b.{0,20}\b(?:took|shot|snapped|drew|painted|sketched|made) (?:this|these) (?:\p{L}+ )?(?:photo(?:graph)?|picture|image|snapshot|selfie|drawing|sketch|painting|watercolou?r|print)s?\b/u;
const LONGEST_OWN_PICTURE_WORDS = 25;

/** A lone sentence about "this picture", in the first person. */
export function isOwnPicture({ line, words, sentences }: Traits): boolean {
  return sentences === 1 && words <= LONGEST_OWN_PICTURE_WORDS && OWN_PICTURE.test(line.text);
}

/** Titles of those who sign, where no word of leave stands before: "Revd Anna Coates". */
const HONORIFIC =
  /^(?:Rev(?:d|erend)?|Fr|Father|Sister|Rabbi|Imam|Pastor|Dr|Prof(?:essor)?|Mr|Mrs|Ms|Yours?|The editors?)\b/;

/** A name with what its bearer is called, right below what somebody says in the first person. */
export function isSignature(place: Place): boolean {
  const { traits, page, index } = place;
  const text = page.lines[index - 1];
  if (!text?.isPersonal || !text.hasEndStop || text.hasRunInLabel || opensPart(place)) return false;
  return isName(traits) && HONORIFIC.test(traits.line.text);
}

/** "Source: The Orchard Review, 3 May", but not "Source: own calculations", as only charts have it. */
export const SOURCE = /^Sources?: (?!.*\b(?:calculations|estimates)\b)(?:\S+ ){0,11}\S+$/;

/** Nobody calls an issue so, however short the line is: "Map of Lisbon", against "The uses of a bad map". */
export function isPictureClearly({ line, words, pictureScore }: Traits): boolean {
  if (pictureScore < 4) return false;
  return words > 9 || beginsWithPicture(line.text) || hasCredit(line.text) || isFileName(line.text);
}

/**
 * Two short sentences between a wider gap and a title: "The shoe, which a shepherd found. It still has its laces." Not
 * the first of the issue, where the readers are told what they will read.
 */
export function isPictureOfPart(place: Place): boolean {
  const { traits } = place;
  if (traits.pictureScore >= 3) return true;
  const isFirst = place.above.every(({ kind }) => kind === 'paragraph' || kind === 'furniture');
  return traits.sentences === 2 && traits.words <= 30 && opensPart(place) && !isFirst;
}

/** "“We go up tomorrow.” — Ada Finch" */
export const QUOTATION = /^["“‘].+["”’]\s*[—–-]\s*\p{Lu}[\p{L} .’'-]{1,40}$/u;

/** "Episode 88: The bees that came back" */
export function isTitleWithColon(traits: Traits): boolean {
  return traits.hasRunInLabel && !traits.hasEndStop && !traits.leadsIn && traits.words <= 12;
}

/** "Staff in front of the bank. Fenn is third from the left." */
export function isPictureInTwoSentences(line: Traits): boolean {
  const first = line.line.text.split(/[.!?…]["”’)]* /, 1)[0] ?? '';
  return (
    isImpersonal(line) &&
    line.hasEndStop &&
    line.sentences === 2 &&
    line.pictureScore >= 4 &&
    (!hasVerb(first) || line.pictureScore >= 7)
  );
}

/** Fourteen words without a stop, or a handful with one: "2. Narrow the exits." */
export function isNumberedHeadline({ words, hasEndStop, leadsIn, sentences }: Traits): boolean {
  if (leadsIn || sentences > 1) return false;
  return hasEndStop ? words <= 6 : words <= 14;
}

/** A few words right above bullets, where a lead-in would have a colon. */
export function headsList(place: Place): boolean {
  const isAboveList = below(place)?.line.bullet !== undefined && below(place, 2)?.line.bullet !== undefined;
  return (
    isAboveList && above(place)?.kind !== 'bullet' && place.traits.words <= 8 && place.traits.pictureScore < 3
  );
}

/** "Parish News, Week of 18 May" above the first title: capitals, and nothing of a picture. */
export function isNameOfIssue(place: Place): boolean {
  return place.traits.titleCase >= 0.6 && place.traits.pictureScore === 0 && hasTitleBelow(place);
}

/** What stands below a numbered headline: neither the next item of a list nor nothing. */
export function startsSomethingElse(line: Traits | undefined): boolean {
  return line !== undefined && line.line.bullet === undefined;
}

/** Whether the lines about who wrote end here, because a part begins or the issue ends. */
export function endsAt(line: Traits | undefined): boolean {
  return line === undefined || line.isSectionName || line.isSponsorLabel || line.isFurniture;
}

/** The line interrupts a list, as pictures do. */
export function isBetweenBullets(place: Place): boolean {
  return above(place)?.kind === 'bullet' && below(place)?.line.bullet !== undefined;
}

/** "Sponsored by the city, the garden opened": a label is no sentence. */
export function inLabelledText(traits: Traits): boolean {
  return traits.words > 10 && traits.hasEndStop;
}

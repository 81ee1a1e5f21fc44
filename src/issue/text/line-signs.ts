/** What single rules of `line-rules.ts` ask of a line; what several ask stands in `places.ts` and `heads.ts`. */
import { above, hasTitleBelow, isNamedThing, startsText } from './heads.js';
import { below, isImpersonal, isName, type Place } from './places.js';
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
  return isNamedThing(line) ? line.pictureScore >= 1 : line.words >= 5 && line.pictureScore >= 2;
}

/** "Thank you" above a title, or above a whole paragraph, is what that paragraph is about. */
export function headsAnything(place: Place): boolean {
  const next = below(place);
  const isBareWish = !/[.!]$/.test(place.traits.line.text);
  const isAboveText = next !== undefined && !next.line.bullet && !next.isPostscript && next.words > 12;
  return hasTitleBelow(place) || (isBareWish && isAboveText);
}

/**
 * Where wider gaps stand above titles a line without one is none. What begins with a verb may be a headline still:
 * "Stop reaching for a library".
 */
export function isPictureEnough({ traits, page }: Place): boolean {
  if (hasVerb(traits.line.text.split(' ', 1)[0] ?? '')) return traits.pictureScore >= 3;
  return traits.pictureScore >= (page.hasPartGaps ? 1 : 2);
}

/** Several sentences to the reader, as advertisements have them. */
export function isAppeal(line: Traits | undefined): boolean {
  if (!line || line.line.bullet || line.sentences < 2) return false;
  return line.isPersonal || !line.hasEndStop;
}

/** "Release date: October 17", "Tickets: €9" */
export const LABELLED_VALUE =
  /^(?:when|where|who|prices?|costs?|tickets?|time|dates?|release date|out|location|venue|address|rating|score|serves|makes|prep(?: time)?|cook(?:ing)? time|ingredients|salary|pay|deadline|apply by|length|runtime|running time|pages|director|starring|publisher|host|guests?|website|phone|admission|ages?|genre|platforms?|available on|distance|level|contact)s?: ?\S/i;

/** "Sunday, from noon · Beco do Mirante · €4" */
export const FACTS = /^(?=.*\d).{3,60} [·•|] .{2,60}$/;
/** "Thursday 12 June, 6.30pm, Lecture theatre" */
export const DAY_AND_TIME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*\d ?(?:[ap]\.?m\b|[:.]\d\d\b|o’clock|h\b)/i;

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

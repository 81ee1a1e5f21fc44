import { adjacentWordAfter, sentenceMayEnd, wordBefore } from '../context.js';
import type { Place } from '../language.js';
import type { Amount } from './amounts.js';
import { perAt } from './per.js';
import { NOT_NOUNS } from './tables/function-words.js';
import { SHY_UNITS } from './tables/units.js';
import { type FoundUnit, unitAt } from './unit-names.js';

/** What stands behind a number and belongs to it. */
export interface Tail {
  readonly end: number;
  /** With its space: ` percent`; empty without a tail. */
  readonly speech: string;
  /** The tail says the scale itself. */
  readonly saysScale?: boolean;
}

/** Reads what belongs to a number: a multiple, a plus, a unit, a rate. */
export function tailAt(place: Place, amount: Amount): Tail {
  const { text } = place;
  return (
    timesAt(text, amount.end) ??
    plusAt(text, amount.end) ??
    letterScale(place, amount) ??
    unitTail(place, amount) ??
    rateTail(text, amount.end) ?? { end: amount.end, speech: '' }
  );
}

const TIMES = /[\s ]?[x×X](?![\p{L}\p{N}])/uy;
const COMPARATIVE = new Set(
  `more less fewer as the last this over its their his her than that what better worse faster slower cheaper larger smaller bigger higher lower greater
   longer shorter lighter heavier quicker safer stronger denser deeper wider thinner brighter quieter easier harder cleaner richer`.split(
    /\s+/,
  ),
);

/** `10x faster` → "ten times faster", `3x last year's sum` too; `a 10x engineer` → "a ten x engineer". */
function timesAt(text: string, end: number): Tail | undefined {
  TIMES.lastIndex = end;
  const match = TIMES.exec(text)?.[0];
  if (
    match === undefined ||
    (match.startsWith(' ') && /[\d(]/.test(text.slice(end + match.length).trimStart()[0] ?? ''))
  )
    return undefined;
  const behind = end + match.length;
  if (/^['’]/.test(text.slice(behind, behind + 1))) return undefined;
  const next = adjacentWordAfter(text, behind);
  const times = match.includes('×') || COMPARATIVE.has(next) || /['’]s$/.test(next);
  return { end: behind, speech: times ? ' times' : ' x' };
}

/** `500+` → "five hundred plus". */
function plusAt(text: string, end: number): Tail | undefined {
  return /^\+(?![\p{L}\p{N}+])/u.test(text.slice(end, end + 2))
    ? { end: end + 1, speech: ' plus' }
    : undefined;
}

const PICTURES =
  /^(?:video|videos|resolution|display|displays|tv|tvs|monitor|monitors|camera|cameras|screen|screens|uhd|streaming|hdr|footage|image|images|run|race|at|blu-ray|gaming|upscaling)$/i;

/** Places whose numbers may bear a letter: `Room 12B`. */
const LETTERED_PLACES =
  /^(?:room|apartment|apt|suite|gate|seat|unit|flat|building|block|exhibit|platform|terminal|row|section|figure|fig|table|highway|route|pier|appendix)$/i;

/** `4K video`; `Llama 3.1 405B`: behind a name, the B of a model's size is said as a letter. */
function letterScale(place: Place, amount: Amount): Tail | undefined {
  if (
    amount.written === 'K' &&
    /^[1-9]\d?$/.test(amount.number) &&
    (PICTURES.test(adjacentWordAfter(place.text, amount.end)) || place.text[amount.end] === '@')
  ) {
    return { end: amount.end, speech: ' K', saysScale: true };
  }
  if (amount.written !== 'B') return undefined;
  if (LETTERED_PLACES.test(wordBefore(place.text, place.at)))
    return { end: amount.end, speech: ' B', saysScale: true };
  const before = wordBefore(place.text, place.at) || wordBefore(place.text, place.at - 2);
  const adjacent = /[\p{L}\p{N}]\.?\s$/u.test(place.text.slice(Math.max(0, place.at - 3), place.at));
  const behindName = adjacent && /[\p{Lu}\p{N}]/u.test(before) && !NOT_NOUNS.has(before.toLowerCase());
  const sized = adjacentWordAfter(place.text, amount.end).startsWith('model');
  return behindName || sized ? { end: amount.end, speech: ' B', saysScale: true } : undefined;
}

/** `350°F/175°C` is the same in another unit; one counts by `/100 g` and `/1M tokens`. */
const OTHER_QUANTITY = /^\s?\/\s?(?!10*[\s ]?\p{L})\d/u;

function unitTail(place: Place, amount: Amount): Tail | undefined {
  const { text } = place;
  if (isModelLetter(place, amount) || isPluralOfName(amount, text)) return undefined;
  const gap = /^(?:[\s ]|-(?=[\p{L}]))?/u.exec(text.slice(amount.end, amount.end + 2))?.[0] ?? '';
  const unit = unitAt(text, amount.end + gap.length);
  const scale = unit === undefined || gap !== '' ? undefined : smallScale(unit, amount, text);
  if (scale !== undefined) return { end: amount.end + 1, speech: ` ${scale}` };
  if (unit === undefined || !isUnitHere(text, unit, gap)) return undefined;
  const dotted = text[unit.end] === '.' && isAbbreviated(unit.symbol);
  const end = dotted && !sentenceMayEnd(text, unit.end + 1) ? unit.end + 1 : unit.end;
  const isKind = gap === '' && KINDS.test(unit.symbol);
  const single =
    (amount.number === '1' && amount.scale === '') || gap === '-' || isAdjective(place, end, isKind);
  const name = unit.name[single ? 0 : 1];
  if (OTHER_QUANTITY.test(text.slice(end, end + 8))) return { end, speech: ` ${name},` };
  const per = perAt(text, end);
  return { end: per?.end ?? end, speech: ` ${name}${per === undefined ? '' : ` ${per.speech}`}` };
}

/** `1.5m people` and `2.5b` are millions and billions, `100m` is a distance. */
function smallScale(unit: FoundUnit, amount: Amount, text: string): string | undefined {
  if (unit.symbol === 'b') return amount.number.includes('.') ? 'billion' : undefined;
  const next = adjacentWordAfter(text, unit.end);
  const counted = next === 'people' || (/^[a-z]{3,40}s$/.test(next) && !NOT_NOUNS.has(next));
  return unit.symbol === 'm' && counted && text[unit.end] === ' ' ? 'million' : undefined;
}

/** `Intel 18A`, `iPhone 5s`: one letter directly behind the number of something with a name is no unit. */
function isModelLetter(place: Place, amount: Amount): boolean {
  if (!/^[A-Za-z](?![\p{L}\p{N}°/])/u.test(place.text.slice(amount.end, amount.end + 2))) return false;
  const before = wordBefore(place.text, place.at);
  return (
    /[\p{L}\p{N}.] $/u.test(place.text.slice(Math.max(0, place.at - 2), place.at)) &&
    /\p{Lu}/u.test(before) &&
    !NOT_NOUNS.has(before.toLowerCase())
  );
}

/** `4090s`: nobody writes so many seconds without a space or comma; these are several of a name. */
function isPluralOfName({ number, scale, end }: Amount, text: string): boolean {
  return scale === '' && /^\d{4}$/.test(number) && /^s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2));
}

const DETERMINER = /^(?:an?|another|each|every|her|his|its|my|new|our|the|their|this|that|your)$/i;
/** Directly behind their number, before a noun, these say what kind of thing it is: `12V battery`, `35mm film`. */
const KINDS = /^(?:V|W|kW|MW|mm|cm|m|km|nm|MP|Hz|kHz)$/;
/** What a length is measured along or towards is no thing of that length. */
const DIRECTION =
  /^(?:north|south|east|west|wide|long|tall|high|deep|thick|apart|uphill|downhill|offshore|inland|underwater|square|ahead|behind|further|farther)$|ly$/;

/** "a 5 km run" is a run of five kilometers: between an article and a noun, the unit is singular. */
function isAdjective(place: Place, end: number, isKind: boolean): boolean {
  if (!isKind && !DETERMINER.test(wordBefore(place.text, place.at))) return false;
  const next = adjacentWordAfter(place.text, end);
  return /^[a-z]{3,40}$/.test(next) && !NOT_NOUNS.has(next) && !DIRECTION.test(next);
}

/** Behind a space, some symbols are more often words: `5 in 10`, `3 A`, `1 d`. */
function isUnitHere(text: string, unit: FoundUnit, gap: string): boolean {
  if (unit.symbol === 's' && gap === '-') return false;
  if (unit.symbol === 'in' && /^-[\dA-Za-z]/.test(text.slice(unit.end, unit.end + 2))) return false;
  if (!SHY_UNITS.has(unit.symbol) || (unit.symbol.length > 2 && text[unit.end] === '/')) return true;
  if (unit.symbol === 'in' || unit.symbol === 'mo') return gap !== ' ' || text[unit.end] === '.';
  if (/^[CF]$/.test(unit.symbol)) return isAboutWarmth(text, unit.end);
  if (unit.symbol === 'K') return gap !== '' && gap !== '-';
  return gap === '' && !/^[TBFN]$/.test(unit.symbol);
}

/** `20 C` and `98.6F` are temperatures only where the text speaks of warmth. */
function isAboutWarmth(text: string, end: number): boolean {
  return /temp|warm|heat|cool|oven|freez|weather|hot|cold|boil|melt|bak|\bhighs?\b|\blows?\b|degrees/i.test(
    text.slice(Math.max(0, end - 60), end + 20),
  );
}

/** Abbreviations that are written with a point, which is no full stop. */
function isAbbreviated(symbol: string): boolean {
  return /^(?:ft|in|yd|yds|mi|oz|lb|lbs|gal|qt|pt|tbsp|tsp|hr|hrs|min|mins|sec|secs|mo|mos|yr|yrs|wk|wks|sq|h|m|km|kg|cm|mm)$/.test(
    symbol,
  );
}

/** `12/kg` → "twelve per kilogram". */
function rateTail(text: string, end: number): Tail | undefined {
  const per = perAt(text, end);
  return per && { end: per.end, speech: ` ${per.speech}` };
}

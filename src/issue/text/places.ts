import type { Traits } from './traits.js';

/** What a rule decides about a line. */
export type LineKind = 'heading' | 'label' | 'paragraph' | 'bullet' | 'caption' | 'table' | 'furniture';

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
  /** Whether titles are written with capitals, not like sentences. */
  readonly usesTitleCase: boolean;
  /** Whether the description of a picture stands below its title, not above. */
  readonly putsPicturesUnderTitles: boolean;
  /** Whether single words in capitals name sections here: one may be the name of a picture's file. */
  readonly hasCapitalSections: boolean;
  /** Whether sentences without a verb describe pictures here: one is chance. */
  readonly hasScenes: boolean;
  /** How many whole sentences above titles describe pictures here, so that others may do so elsewhere. */
  readonly picturesInSentences: number;
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
  if (line.line.bullet || line.line.rows) return true;
  if (line.titleCase >= 0.8 && !line.hasEndStop && line.words <= 16) return false;
  return (
    line.words > 45 ||
    line.hasRunInLabel ||
    (line.sentences > 1 && line.pictureScore < 4) ||
    (line.hasEndStop && !line.endsWithMark && line.words > 3 && line.pictureScore < 3) ||
    (line.isPersonal && line.words > 9 && (line.hasEndStop || line.hasVerb) && !line.isThingWithClause) ||
    (line.hasConnective && line.words > 8 && !isQuestionHead(line)) ||
    (line.hasFiniteVerb && line.words > 12 && line.pictureScore < 2 && !line.isThingWithClause)
  );
}

/** "How a town taught its dikes to listen": a headline, unless it ends like a sentence. */
function isQuestionHead({ line, words, hasEndStop, leadsIn }: Traits): boolean {
  return /^(?:How|Why|What|Who|Where|When)\b/.test(line.text) && words <= 14 && !hasEndStop && !leadsIn;
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
    line.isByline ||
    line.isPostscript
  )
    return false;
  if (isProse(line)) return false;
  if (line.endsWithMark) return line.words <= 12 && line.sentences === 1;
  return !line.hasEndStop && !line.leadsIn;
}

/** A line without any stop, which is no sentence that goes on: in a head nothing but a title or a picture is written so. */
export function isUnstopped(line: Traits): boolean {
  const {
    line: { bullet, isRule },
  } = line;
  const isKnown =
    line.isGreeting ||
    line.isSignOff ||
    line.isCallToAction ||
    line.isCode ||
    line.isByline ||
    line.isPostscript;
  return !(bullet || isRule || isKnown || line.hasEndStop || line.leadsIn) && line.words <= 45;
}

/** "Ann", "Dr. Ann Plum": as somebody signs. */
export function isName(line: Traits): boolean {
  return line.words <= 4 && line.titleCase === 1 && !line.hasEndStop && !line.leadsIn && !line.line.bullet;
}

/** "EXHIBITIONS", "TO WATCH" */
export function isInCapitals(line: Traits): boolean {
  return isBare(line) && line.words <= 3 && /^\p{Lu}[\p{Lu} &’']{3,}$/u.test(line.line.text);
}

/** A lone sentence, or two where a picture must be, that nobody says to somebody. */
export function isImpersonal(line: Traits): boolean {
  return (
    !line.line.bullet && !line.isPersonal && !line.hasConnective && !line.hasRunInLabel && line.words <= 45
  );
}

/** From this score on even a sentence with a finite verb is worded like a picture: "Chart shows where plums are ripe." */
const CLEARLY_WORDED = 5;

/** A lone sentence that is worded like a picture's description. */
export function isPictureSentence(line: Traits): boolean {
  if (!isImpersonal(line) || !line.hasEndStop || line.sentences > 1) return false;
  return line.pictureScore >= (line.hasFiniteVerb ? CLEARLY_WORDED : 3);
}

/** 'A robot asks another, "Have you tried rain?"' */
const ENDS_IN_SPEECH = /, ["“][^"“”]+[!?]["”]$/;
/** From this score on (see `scene-sentences.ts`) a sentence tells what is seen. */
const SCENE = 3;

/** A lone sentence that tells what is seen, in the words of pictures, without a verb, or in the present tense. */
export function isSeenSentence(line: Traits): boolean {
  if (!isImpersonal(line) || !line.hasEndStop || line.sentences > 1) return false;
  if (line.endsWithMark && !ENDS_IN_SPEECH.test(line.line.text)) return false;
  return line.pictureScore >= 3 || line.sceneScore >= SCENE || isSentenceWithoutVerb(line);
}

/** Fewer sentences above titles are chance. */
const FEWEST_SENTENCES = 2;
/** The same for a sentence that leaves hardly a doubt, where one stands above a title. */
const CLEAR_SCENE = 5;

/** Whether an issue describes its pictures in whole sentences, so that one elsewhere may be believed. */
export function describesInSentences({ picturesInSentences }: Page): boolean {
  return picturesInSentences >= FEWEST_SENTENCES;
}

/** Whether a sentence that tells what is seen is believed in this issue where no title says that it is a picture. */
export function isSeenHere({ traits, page }: Place): boolean {
  const least = describesInSentences(page) ? SCENE : page.picturesInSentences > 0 ? CLEAR_SCENE : Infinity;
  return isSeenSentence(traits) && traits.sceneScore >= least;
}

/** A sentence without a verb: nothing happens in it, something is seen. Two, where both are worded like a picture. */
export function isSentenceWithoutVerb(line: Traits): boolean {
  if (!isImpersonal(line) || !line.hasEndStop || line.hasVerb || line.words < 5) return false;
  return line.sentences === 1 || (line.sentences === 2 && line.pictureScore >= 3);
}

/** What a fragment of speech begins with, and no picture's description: "Not a word in the papers." */
const FRAGMENT =
  /^(?:all|also|always|and|any|at|because|better|both|but|by|cue|each|either|enter|even|every|except|finally|first|for|from|good|great|he|hence|here|how|if|in|it|just|last|less|many|maybe|more|most|much|never|next|no|not|nothing|now|of|on|one more|only|or|perhaps|same|she|so|some|sorry|still|thank|thanks|that|then|there|these|they|this|those|to|today|tomorrow|until|what|when|where|which|who|why|with|worse|yes|\p{N})\b/iu;
/** "ships a prototype": a verb that no table knows, and what it is done to. */
const VERB_AND_OBJECT = /\p{Ll}s (?:an?|the|its|their|his|her) /u;
const SOMEWHERE =
  /\p{L} (?:on|in|at|over|outside|inside|under|beside|behind|above|near|with|by|of) (?:an?|the|its|his|her|\p{L}+)\b/iu;

/** "A goldfinch on a teasel.": a sentence without a verb that names what is to be seen where. */
export function isScene(line: Traits): boolean {
  return (
    isSentenceWithoutVerb(line) &&
    line.sentences === 1 &&
    !line.endsWithMark &&
    line.words <= 25 &&
    !/["“:;]/.test(line.line.text) &&
    !FRAGMENT.test(line.line.text) &&
    !VERB_AND_OBJECT.test(line.line.text) &&
    SOMEWHERE.test(line.line.text)
  );
}

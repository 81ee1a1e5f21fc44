import {
  isCallToAction,
  isGreeting,
  isSectionName,
  isSignOff,
  isSponsorLabel,
} from '../../newsletter-words.js';
import { BLOCK_RULES, type BlockPlace } from '../block-rules.js';
import type { TextLine } from './lines.js';
import { isPictureLabel, pictureScore, withoutCredit } from './picture-words.js';
import { sceneScore } from './scene-sentences.js';
import { hasVerb } from './verbs.js';

/** What can be seen of a line by itself; where it stands is judged by the rules. */
export interface Traits {
  readonly line: TextLine;
  readonly words: number;
  /** Ends like a sentence: `.`, `!`, `?` or `…`, quotation marks and brackets aside. */
  readonly hasEndStop: boolean;
  readonly endsWithMark: boolean;
  readonly leadsIn: boolean;
  readonly sentences: number;
  readonly isPersonal: boolean;
  readonly hasRunInLabel: boolean;
  readonly hasConnective: boolean;
  /** Share (0–1) of the longer words that begin with a capital. */
  readonly titleCase: number;
  /** What the capitals say for a title, 0–4: little in an issue whose titles are written like sentences. */
  readonly capitals: number;
  readonly pictureScore: number;
  /** How much a whole sentence tells what can be seen, 0–9. */
  readonly sceneScore: number;
  readonly isGreeting: boolean;
  readonly isSignOff: boolean;
  readonly isSponsorLabel: boolean;
  readonly isSectionName: boolean;
  readonly isCallToAction: boolean;
  readonly isFurniture: boolean;
  /** Name of the rule for blocks that will leave it out. */
  readonly furnitureRule?: string;
  readonly isPostscript: boolean;
  /** Says who wrote what follows. */
  readonly isByline: boolean;
  /** One of the commonest verbs stands in it in a form that only a sentence has. */
  readonly hasFiniteVerb: boolean;
  /** Any verb that is finite, or may be. */
  readonly hasVerb: boolean;
  /** Something that a clause tells more of, without a stop: "The corner where the map and I parted ways". */
  readonly isThingWithClause: boolean;
  readonly isCode: boolean;
}

const END_STOP = /(?:[.!?…]|\. \. \.)["'”’)\]»*]*(?:\s*\p{Extended_Pictographic}\ufe0f?)*$/u;
const MARK = /[!?]["'”’)\]»]*$/;
const ABBREVIATION =
  /\b(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|St|vs|No|Inc|Ltd|Co|Corp|Jr|Sr|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|e\.g|i\.e|etc|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
const PERSONAL =
  /\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|[Uu]s|[Mm]y|[Mm]e|[Mm]yself|[Oo]urselves|[Yy]ou|[Yy]ou['’](?:re|ve|d|ll)|[Yy]our|[Yy]ours|[Ll]et['’]s)\b/;
const CONNECTIVE =
  /^(?:But|And|Or|So|Unlike|However|Still|Yet|Meanwhile|If|While|Although|Though|Because|Since|Then|Now|Also|Moreover|Of course|That|This|These|Those|It|It['’]s|He|She|They|There|What|Why|How|Here|Here['’]s|As|After|Before|Once|Until|Unfortunately|Fortunately|Finally|Nonetheless|Nevertheless|Instead|Perhaps|Maybe|Okay|OK|Yes|No|Indeed|For (?:example|instance)|In (?:addition|fact|short|other words|\d{4}|particular)|Not)\b[, ]/;
/** 'A mountain, text overlay: "Will it melt?"': what can be read in a picture, up to the end. */
const ENDS_IN_SPEECH = /^[^"“”]{8,80}: ["“][^"“”]{1,60}["”]\.?$/;
const RUN_IN_LABEL = /^(\p{L}[\p{L}\p{N}’'\-&,/ ]{0,44})[:?!] ["“‘(]?[\p{Lu}\p{N}]/u;

/** "By Ann Plum", "— Ann Plum", "A. Plum, Ludlow" */
const BYLINE =
  /^(?:(?:[Bb]y|[Ww]ords by|[Ww]ith (?:help|contributions|reporting|additional reporting) (?:from|by)|[Ww]ritten by|[—–-]) ?\p{Lu}|BY \p{Lu}|(?:\p{Lu}\p{L}+\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? \p{Lu}\p{L}+(?: \d{4})?)[,·| –—-]+[Bb]y \p{Lu}|(?:\p{Lu}\. ?)+\p{Lu}[\p{L}’'-]+(?:, [\p{L} .’'-]+)?$)/u;
/** "Q: And the people?": who speaks in a conversation. */
const SPEAKER = /^(?:Q|A|Question|Answer|\p{Lu}{2,3})[:.] \S/u;

const FINITE_VERB =
  /\b(?:is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must|does|did|do|isn['’]t|aren['’]t|wasn['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|won['’]t|said|says|made(?! (?:of|from|out|by|with|in)\b)|makes|took|takes|got|gets|went|goes|became|becomes|began|begins|found|finds|let|lets|seems?|appears?|remains?|means?|needs?|wants?|uses?|works?)\b/i;

/** What a line in title case says at most where titles have capitals, and where they have none. */
const CAPITALS_OF_TITLES = 4;
const CAPITALS_OF_SENTENCES = 1.5;

/** The same line in an issue whose titles are written like sentences: its capitals are those of names. */
export function inSentenceCase(line: Traits): Traits {
  return { ...line, capitals: (line.capitals / CAPITALS_OF_TITLES) * CAPITALS_OF_SENTENCES };
}

/** Nothing longer is a title or the description of a picture. */
const LONGEST_DESCRIPTION_WORDS = 45;

/** Looks at every line once. */
export function traitsOf(line: TextLine, place: BlockPlace): Traits {
  const { text } = line;
  const words = text.split(' ').length;
  const isText = line.bullet !== undefined || words > LONGEST_DESCRIPTION_WORDS;
  return {
    line,
    words,
    hasEndStop: END_STOP.test(text),
    endsWithMark: MARK.test(text),
    leadsIn: /[:,;]$/.test(text),
    sentences: countSentences(withoutCredit(text)),
    isPersonal: PERSONAL.test(unquoted(text)),
    isGreeting: isGreeting(text),
    isSignOff: isSignOff(text),
    isSponsorLabel: isSponsorLabel(text),
    isSectionName: isSectionName(text),
    isCallToAction: isCallToAction(text) && !/^[\p{Lu} ]+$/u.test(text),
    ...furnitureOf(text, place),
    isByline: words <= 8 && BYLINE.test(text) && !END_STOP.test(text),
    isPostscript: /^p\.? ?p?\.?s\.?[:.,\s–—-]/i.test(text),
    isCode: isCode(text),
    ...(isText ? OF_TEXT : wordingOf(text, words)),
  };
}

function furnitureOf(text: string, place: BlockPlace): Pick<Traits, 'isFurniture' | 'furnitureRule'> {
  const rule = BLOCK_RULES.find(({ applies }) => applies({ kind: 'paragraph', text, position: {} }, place));
  return rule ? { isFurniture: true, furnitureRule: rule.name } : { isFurniture: false };
}

type Wording = Pick<
  Traits,
  | 'hasRunInLabel'
  | 'hasConnective'
  | 'titleCase'
  | 'capitals'
  | 'pictureScore'
  | 'sceneScore'
  | 'hasFiniteVerb'
  | 'hasVerb'
  | 'isThingWithClause'
>;

/** What can only be text is not asked how it is worded. */
const OF_TEXT: Wording = {
  hasRunInLabel: false,
  hasConnective: false,
  titleCase: 0,
  capitals: 0,
  pictureScore: 0,
  sceneScore: 0,
  hasFiniteVerb: true,
  hasVerb: true,
  isThingWithClause: false,
};

function wordingOf(text: string, words: number): Wording {
  const titleCase = titleCaseShare(text);
  const said = /^["“]/.test(text) ? text : unquoted(text);
  return {
    hasRunInLabel: hasRunInLabel(text, words),
    hasConnective: CONNECTIVE.test(text),
    titleCase,
    capitals: titleCaseShare(text, 1) * CAPITALS_OF_TITLES,
    pictureScore: pictureScore(text),
    sceneScore: END_STOP.test(text) && !PERSONAL.test(said) ? sceneScore(text) : 0,
    hasFiniteVerb: FINITE_VERB.test(said),
    hasVerb: hasVerb(withoutCredit(text)),
    isThingWithClause: isThingWithClause(text),
  };
}

function isCode(text: string): boolean {
  if (text.length >= 20 && signShare(text) > 0.12) return true;
  return /[{};]\s*$|^\s*(?:\$ |>>> |import |from \w+ import|def |const |npm |pip )|=>/.test(text);
}

/**
 * "What’s new: …": a label in sentence case before a sentence. A title may have a colon as well, but it has capitals
 * and no end stop; a picture's label ("Cartoon: …") is none of the writer's.
 */
function hasRunInLabel(text: string, words: number): boolean {
  if (SPEAKER.test(text)) return true;
  const label = RUN_IN_LABEL.exec(text)?.[1];
  if (label === undefined || isPictureLabel(text) || ENDS_IN_SPEECH.test(text)) return false;
  if (words > 16) return true;
  return END_STOP.test(text) && (words > 6 || /\s\p{Ll}/u.test(label));
}

const CLAUSE = /,? (?:that|which|who|whom|whose|where) /;
const FEWEST_WORDS_OF_THING = 3;

function isThingWithClause(text: string): boolean {
  if (END_STOP.test(text)) return false;
  const thing = text.split(CLAUSE, 1)[0] ?? '';
  if (thing === text || /[,;:]/.test(thing.slice(-1))) return false;
  const words = thing.split(' ').length;
  return (
    words >= FEWEST_WORDS_OF_THING &&
    words <= 12 &&
    !CONNECTIVE.test(text) &&
    !PERSONAL.test(thing) &&
    !hasVerb(thing)
  );
}

/** Words that are quoted are not the writer's: `a "No student ban" sign`. */
function unquoted(text: string): string {
  return text.replace(/["“][^"”]*["”]/g, '');
}

/** Share of signs that prose hardly has. */
function signShare(text: string): number {
  return (text.match(/[/{}[\]<>=_\\|$#@~^]/g)?.length ?? 0) / text.length;
}

function countSentences(text: string): number {
  let count = 1;
  for (const match of text.matchAll(/[.!?…]["”’)\]]*\s+(?=["“‘([]?[\p{Lu}\p{N}])/gu)) {
    const upTo = text.slice(Math.max(0, match.index - 12), match.index + 1);
    if (!ABBREVIATION.test(upTo)) count++;
  }
  return count;
}

const SMALL_WORD =
  /^(?:a|an|the|and|or|but|nor|for|of|in|on|to|at|by|as|is|with|from|into|vs|via|per|over|up|off)$/i;

/** Where no word is left to judge by. */
const UNKNOWN_SHARE = 0.5;

/** Every line begins with a capital, so where the share must tell, the first word is not counted (`from` 1). */
function titleCaseShare(text: string, from = 0): number {
  const words = text
    .split(/[\s—–/-]+/)
    .filter((word, at) => at >= from && /^["“‘'(]?\p{L}/u.test(word) && !SMALL_WORD.test(word));
  if (words.length === 0) return from === 0 ? 0 : UNKNOWN_SHARE;
  return words.filter((word) => /^["“‘'(]?(?:\p{Lu}|\p{Ll}+\p{Lu})/u.test(word)).length / words.length;
}

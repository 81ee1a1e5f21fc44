import { beginsWithPicture, isFileName } from './picture-words.js';
import {
  below,
  type Decision,
  inLetter,
  isBare,
  isImpersonal,
  isPictureSentence,
  isProse,
  type LineKind,
  opensPart,
  type Place,
} from './places.js';
import type { Traits } from './traits.js';

/** One reason for what a line of plain text is. */
export interface LineRule {
  readonly name: string;
  readonly becomes: LineKind;
  readonly reason: string;
  readonly applies: (place: Place) => boolean;
}

const above = (place: Place): Decision | undefined => place.above.at(-1);

/** Decisions above, nearest first, without what is not text at all. */
function kindAbove(place: Place): LineKind | undefined {
  return place.above.findLast((decision) => decision.kind !== 'furniture')?.kind;
}

/** The nearest decision above that is no picture's description, unless a wider gap lies between. */
function decisionAbovePictures(place: Place): Decision | undefined {
  for (let i = place.index - 1; i >= 0; i--) {
    const decision = place.above[i];
    if (decision?.kind !== 'caption' && decision?.kind !== 'furniture') return decision;
    if (opensPart({ ...place, index: i, traits: place.page.lines[i] ?? place.traits })) return undefined;
  }
  return undefined;
}

/** Whether the line stands right under the label of a sponsor, pictures aside. */
function underSponsor(place: Place): boolean {
  return !opensPart(place) && decisionAbovePictures(place)?.rule === 'sponsor-label';
}

/** Whether a head may stand here: after a wider gap, a section's name, or a picture that heads a part. */
function inHead(place: Place): boolean {
  if (opensPart(place)) return true;
  if (place.index === 0) return false;
  const last = above(place);
  if (last?.kind === 'label') return last.rule !== 'sponsor-label';
  if (last?.kind !== 'caption' && last?.kind !== 'furniture') return false;
  if (last.rule === 'picture-above-title' || last.rule === 'picture-sentence-above-title') return true;
  const first = decisionAbovePictures(place);
  return first === undefined || (first.kind === 'label' && first.rule !== 'sponsor-label');
}

/** Whether what follows can be the text of a story. */
function startsText(line: Traits | undefined): boolean {
  return (
    line !== undefined && (isProse(line) || line.hasEndStop || line.leadsIn || line.line.bullet !== undefined)
  );
}

/** A title stands at most this many lines below: under a section's name and two pictures. */
const FARTHEST_TITLE_LINES = 4;

/** Whether a line below reads as the title that a picture stands above: bare lines, then text. */
function hasTitleBelow(place: Place): boolean {
  for (let distance = 1; distance <= FARTHEST_TITLE_LINES; distance++) {
    const line = below(place, distance);
    if (!line || !canBeTitle(line, place)) return false;
    if (startsText(below(place, distance + 1))) return true;
  }
  return false;
}

function canBeTitle(line: Traits, { page }: Place): boolean {
  if (line.isFurniture || line.words > 16 || !(isBare(line) || isShortWithColon(line))) return false;
  if (line.endsWithMark && line.titleCase < 0.6 && line.words > 5) return false;
  return !(page.hasPartGaps && line.line.gap > page.usualGap);
}

function startsParagraph(line: Traits | undefined): boolean {
  return line !== undefined && line.line.bullet === undefined && line.line.gap > 0;
}

function isShortWithColon(line: Traits): boolean {
  return /:$/.test(line.line.text) && line.words <= 4 && line.titleCase === 1;
}

/** More like a title than like a description: capitals and few words against the wording of pictures. */
function titleScore(line: Traits): number {
  return line.titleCase * 4 + (line.words <= 9 ? 1 : -1) + (line.endsWithMark ? 2 : 0) - line.pictureScore;
}

function isWrittenLikeTitle(line: Traits): boolean {
  const isAllCapitalised =
    line.titleCase === 1 && line.words >= 2 && line.words <= 8 && !isFileName(line.line.text);
  return titleScore(line) >= 1 || (isAllCapitalised && titleScore(line) >= -2);
}

/**
 * The rules for lines of plain text, where nothing but place and wording tells a title from the description of a
 * picture. In order; the first that applies decides; above every line all is decided, below nothing is.
 * First what must never be lost, then heads (picture and title together), then pictures elsewhere, then the rest.
 * To add one, add its example to `tests/issue/text/line-rules.test.ts`.
 */
export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'furniture-line',
    becomes: 'furniture',
    reason: 'The page around the issue; the rules for blocks say which part.',
    applies: ({ traits }) => traits.isFurniture || traits.line.isRule === true,
  },
  {
    name: 'numbered-title',
    becomes: 'heading',
    reason: 'A number, a few words without an end stop, then text: a numbered headline.',
    applies: (place) =>
      place.traits.line.bullet?.ordinal !== undefined &&
      !place.traits.hasEndStop &&
      !place.traits.leadsIn &&
      place.traits.words <= 14 &&
      above(place)?.kind !== 'bullet' &&
      startsParagraph(below(place)),
  },
  {
    name: 'bullet-line',
    becomes: 'bullet',
    reason: 'It begins with the sign of a bullet.',
    applies: ({ traits }) => traits.line.bullet !== undefined,
  },
  {
    name: 'underlined-title',
    becomes: 'heading',
    reason: 'It is underlined.',
    applies: ({ traits }) => traits.line.isUnderlined === true,
  },
  {
    name: 'sponsor-label',
    becomes: 'label',
    reason: 'It announces a paid message.',
    applies: ({ traits }) => traits.isSponsorLabel && !inLabelledText(traits),
  },
  {
    name: 'greeting-line',
    becomes: 'paragraph',
    reason: 'It greets the readers.',
    applies: ({ traits, index }) => traits.isGreeting && index < 12,
  },
  {
    name: 'section-name',
    becomes: 'label',
    reason: 'It is the usual name of a section.',
    applies: (place) => place.traits.isSectionName && !inLetter(place),
  },
  {
    name: 'sign-off',
    becomes: 'paragraph',
    reason: 'It takes leave of the readers.',
    applies: (place) =>
      place.page.letter?.to === place.index ||
      (place.traits.isSignOff && (inLetter(place) || !hasTitleBelow(place))),
  },
  {
    name: 'postscript',
    becomes: 'paragraph',
    reason: 'An afterthought of the letter.',
    applies: ({ traits }) => traits.isPostscript,
  },
  {
    name: 'name-after-sign-off',
    becomes: 'paragraph',
    reason: 'The name of who signs off.',
    applies: (place) =>
      place.traits.words <= 6 &&
      !place.traits.isSectionName &&
      !opensPart(place) &&
      (above(place)?.rule === 'sign-off' ||
        (above(place)?.rule === 'name-after-sign-off' &&
          place.traits.words <= 5 &&
          !hasTitleBelow(place) &&
          !startsText(below(place)))),
  },
  {
    name: 'author-line',
    becomes: 'paragraph',
    reason: 'It says who wrote it.',
    applies: ({ traits }) =>
      /^(?:[Bb]y|[Ww]ritten by|[—–-]) ?\p{Lu}/u.test(traits.line.text) &&
      traits.words <= 8 &&
      !traits.hasEndStop,
  },
  {
    name: 'call-to-action',
    becomes: 'paragraph',
    reason: 'It calls the reader to follow a link.',
    applies: ({ traits }) => traits.isCallToAction,
  },
  {
    name: 'code-line',
    becomes: 'paragraph',
    reason: 'Signs that nobody would write under a picture.',
    applies: ({ traits }) => traits.isCode,
  },
  {
    name: 'picture-file-name',
    becomes: 'caption',
    reason: 'The name of a picture’s file.',
    applies: (place) =>
      isBare(place.traits) &&
      isFileName(place.traits.line.text) &&
      (hasTitleBelow(place) || inLetter(place) || underSponsor(place)),
  },
  {
    name: 'section-above-picture',
    becomes: 'label',
    reason: 'A few capitalised words that head a part, then a picture, then a title: the name of a section.',
    applies: (place) =>
      isBare(place.traits) &&
      opensPart(place) &&
      place.traits.titleCase === 1 &&
      place.traits.words <= 4 &&
      place.traits.pictureScore === 0 &&
      (below(place)?.titleCase ?? 1) < 0.6 &&
      startsText(below(place, 3)) &&
      hasTitleBelow(place),
  },
  {
    name: 'picture-above-title',
    becomes: 'caption',
    reason: 'It describes the picture above the title of a story.',
    applies: (place) =>
      isBare(place.traits) &&
      hasTitleBelow(place) &&
      !inLetter(place) &&
      !underSponsor(place) &&
      isPictureOfHead(place),
  },
  {
    name: 'picture-sentence-above-title',
    becomes: 'caption',
    reason: 'A sentence that heads a part, above its title, describes a picture.',
    applies: (place) =>
      !isBare(place.traits) &&
      !place.traits.leadsIn &&
      hasTitleBelow(place) &&
      !inLetter(place) &&
      (inHead(place) ? isImpersonal(place.traits) : isPictureSentence(place.traits)),
  },
  {
    name: 'title-after-gap',
    becomes: 'heading',
    reason: 'It heads a part and text follows.',
    applies: (place) =>
      (isBare(place.traits) || isShortWithColon(place.traits)) &&
      inHead(place) &&
      !inLetter(place) &&
      !underSponsor(place) &&
      place.traits.words <= 20 &&
      startsText(below(place)),
  },
  {
    name: 'picture-under-sponsor',
    becomes: 'caption',
    reason: 'Under a sponsor’s label stands the sponsor’s picture.',
    applies: (place) =>
      underSponsor(place) &&
      startsText(below(place)) &&
      (isBare(place.traits) ? !place.traits.endsWithMark : isPictureSentence(place.traits)),
  },
  {
    name: 'picture-sentence-under-sponsor',
    becomes: 'caption',
    reason:
      'Right under a sponsor’s label, one sentence about somebody before a text to you describes a picture.',
    applies: (place) =>
      underSponsor(place) &&
      isImpersonal(place.traits) &&
      place.traits.hasEndStop &&
      !place.traits.endsWithMark &&
      place.traits.sentences === 1 &&
      place.traits.words >= 8 &&
      isAppeal(below(place)),
  },
  {
    name: 'picture-in-letter',
    becomes: 'caption',
    reason: 'Between the paragraphs of a letter, a line without an end stop describes a picture.',
    applies: (place) =>
      inLetter(place) &&
      (isBare(place.traits)
        ? !place.traits.endsWithMark || place.traits.pictureScore >= 3
        : isPictureSentence(place.traits)),
  },
  {
    name: 'title-in-running-text',
    becomes: 'heading',
    reason: 'It is written like a title and text follows.',
    applies: (place) =>
      isBare(place.traits) &&
      !place.page.hasPartGaps &&
      place.traits.words <= 16 &&
      startsText(below(place)) &&
      kindAbove(place) !== 'heading' &&
      isWrittenLikeTitle(place.traits),
  },
  {
    name: 'picture-in-text',
    becomes: 'caption',
    reason: 'A line without an end stop between paragraphs or bullets describes a picture.',
    applies: (place) =>
      isBare(place.traits) &&
      place.index > 0 &&
      !place.traits.endsWithMark &&
      (place.traits.pictureScore >= 2 || isBetweenBullets(place)),
  },
  {
    name: 'picture-sentence',
    becomes: 'caption',
    reason: 'A lone sentence that is worded like the description of a picture.',
    applies: (place) => isPictureSentence(place.traits) && beginsWithPicture(place.traits.line.text),
  },
  { name: 'text', becomes: 'paragraph', reason: 'Nothing speaks against reading it.', applies: () => true },
];

/** Several sentences to the reader, as advertisements have them. */
function isAppeal(line: Traits | undefined): boolean {
  if (!line || line.line.bullet || line.sentences < 2) return false;
  return line.isPersonal || !line.hasEndStop;
}

function isBetweenBullets(place: Place): boolean {
  return above(place)?.kind === 'bullet' && below(place)?.line.bullet !== undefined;
}

/** Of two lines above the text the second is the title, unless only the first is written like one. */
function isPictureOfHead(place: Place): boolean {
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

/** "Sponsored by the city, the garden opened": a label is no sentence. */
function inLabelledText(traits: Traits): boolean {
  return traits.words > 10 && traits.hasEndStop;
}

/** What a line is, by the first rule that applies. */
export function decide(place: Place): Decision {
  const rule = LINE_RULES.find((candidate) => candidate.applies(place));
  return { kind: rule?.becomes ?? 'paragraph', rule: rule?.name ?? 'text' };
}

import {
  below,
  type Decision,
  inLetter,
  isBare,
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

/** Whether the line stands right under the label of a sponsor, pictures aside. */
function underSponsor(place: Place): boolean {
  for (let i = place.index - 1; i >= 0; i--) {
    const kind = place.above[i]?.kind;
    if (place.above[i]?.rule === 'sponsor-label') return true;
    if (kind !== 'caption' && kind !== 'furniture') return false;
  }
  return false;
}

/** Whether a head may begin here: after a wider gap, a section's name, a picture that did, a letter's end. */
function inHead(place: Place): boolean {
  if (opensPart(place)) return true;
  const last = above(place);
  if (last === undefined) return place.index > 0;
  if (last.kind === 'label') return last.rule !== 'sponsor-label';
  return last.kind === 'caption' && HEAD_CAPTIONS.has(last.rule);
}

const HEAD_CAPTIONS: ReadonlySet<string> = new Set(['picture-above-title', 'picture-sentence-above-title']);

/** Whether what follows can be the text of a story. */
function startsText(line: Traits | undefined): boolean {
  return (
    line !== undefined && (isProse(line) || line.hasEndStop || line.leadsIn || line.line.bullet !== undefined)
  );
}

/** Whether the next line reads as the title that a picture stands above. */
function hasTitleBelow(place: Place, distance = 1): boolean {
  const next = below(place, distance);
  if (!next || next.isFurniture || !(isBare(next) || isShortWithColon(next)) || next.words > 16) return false;
  if (place.page.hasPartGaps && next.line.gap > place.page.usualGap) return false;
  return startsText(below(place, distance + 1)) || hasTitleBelow(place, distance + 1);
}

function isShortWithColon(line: Traits): boolean {
  return /:$/.test(line.line.text) && line.words <= 4 && line.titleCase === 1;
}

/** More like a title than like a description: capitals and few words against the wording of pictures. */
function titleScore(line: Traits): number {
  return line.titleCase * 4 + (line.words <= 9 ? 1 : -1) + (line.endsWithMark ? 2 : 0) - line.pictureScore;
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
      place.traits.isSignOff &&
      (inLetter(place) || place.page.letter?.to === place.index || !hasTitleBelow(place)),
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
    name: 'postscript',
    becomes: 'paragraph',
    reason: 'An afterthought of the letter.',
    applies: ({ traits }) => traits.isPostscript,
  },
  {
    name: 'author-line',
    becomes: 'paragraph',
    reason: 'It says who wrote it.',
    applies: ({ traits }) =>
      /^(?:by|written by|[—–-]) ?\p{Lu}/u.test(traits.line.text) && traits.words <= 8 && !traits.hasEndStop,
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
      place.traits.pictureScore >= 6 &&
      place.traits.words <= 8 &&
      (hasTitleBelow(place) || inLetter(place) || underSponsor(place)),
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
      !place.traits.isPersonal &&
      !place.traits.leadsIn &&
      place.traits.words <= 45 &&
      hasTitleBelow(place) &&
      !inLetter(place) &&
      (inHead(place) ? !place.traits.hasRunInLabel : isPictureSentence(place.traits)),
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
    name: 'picture-in-letter',
    becomes: 'caption',
    reason: 'Between the paragraphs of a letter, a line without an end stop describes a picture.',
    applies: (place) => inLetter(place) && (isBare(place.traits) || isPictureSentence(place.traits)),
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
      titleScore(place.traits) >= 3,
  },
  {
    name: 'picture-in-text',
    becomes: 'caption',
    reason: 'A line without an end stop between paragraphs describes a picture.',
    applies: (place) =>
      isBare(place.traits) &&
      place.traits.sentences === 1 &&
      place.index > 0 &&
      (place.traits.pictureScore >= 1 || place.page.hasPartGaps),
  },
  {
    name: 'picture-sentence',
    becomes: 'caption',
    reason: 'A lone sentence that is worded like the description of a picture.',
    applies: (place) => isPictureSentence(place.traits) && place.traits.pictureScore >= 5,
  },
  { name: 'text', becomes: 'paragraph', reason: 'Nothing speaks against reading it.', applies: () => true },
];

function isPictureOfHead(place: Place): boolean {
  const next = below(place);
  if (inHead(place) || !next) return true;
  return place.traits.pictureScore >= 1 || titleScore(next) > titleScore(place.traits);
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

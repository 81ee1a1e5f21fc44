import { isPictureSection } from '../../newsletter-words.js';
import { DATA_TABLE } from '../html/tables.js';
import {
  above,
  hasTitleBelow,
  inHead,
  isItemOfList,
  isOnlyText,
  isPictureOfHead,
  isShortWithColon,
  isTitleAbovePicture,
  isWrittenLikeTitle,
  kindAbove,
  opensIssue,
  startsText,
  underSponsor,
} from './heads.js';
import { isLabelledValue } from './labelled-values.js';
import {
  CLEARLY_PICTURE,
  endsAt,
  headsAnything,
  headsList,
  inLabelledText,
  isAppeal,
  isBetweenBullets,
  isHeadOfThanks,
  isLeaveWithName,
  isNameOfIssue,
  isNumberedHeadline,
  isOneWordCall,
  isOwnPicture,
  isPictureClearly,
  isPictureEnough,
  isPictureInTwoSentences,
  isPictureOfPart,
  isSeenThing,
  isSignature,
  isTitleWithColon,
  QUOTATION,
  ROLE,
  SOURCE,
  startsSomethingElse,
} from './line-signs.js';
import { beginsWithPicture, hasCredit, isFileName } from './picture-words.js';
import {
  below,
  type Decision,
  describesInSentences,
  inLetter,
  isBare,
  isImpersonal,
  isInCapitals,
  isPictureSentence,
  isProse,
  isScene,
  isSeenHere,
  isSeenSentence,
  isSentenceWithoutVerb,
  isUnstopped,
  type LineKind,
  opensPart,
  type Place,
} from './places.js';

/** One reason for what a line of plain text is. */
export interface LineRule {
  readonly name: string;
  readonly becomes: LineKind;
  readonly reason: string;
  readonly applies: (place: Place) => boolean;
}

/**
 * The rules for lines of plain text, where nothing but place and wording tells a title from the description of a
 * picture. In order; the first that applies decides; above every line all is decided, below nothing is.
 * First what must never be lost, then heads (picture and title together), then pictures elsewhere, then the rest.
 * To add one, add its example to `tests/issue/text/line-rules.test.ts`.
 */
export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'table-lines',
    becomes: 'table',
    reason: DATA_TABLE.reason,
    applies: ({ traits }) => traits.line.rows !== undefined,
  },
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
      isNumberedHeadline(place.traits) &&
      above(place)?.kind !== 'bullet' &&
      startsSomethingElse(below(place)),
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
    applies: ({ traits, index, page }) => traits.isGreeting && index < 12 && page.letter?.to !== index,
  },
  {
    name: 'section-name',
    becomes: 'label',
    reason: 'It is the usual name of a section.',
    applies: (place) => (place.traits.isSectionName || isOneWordCall(place)) && !inLetter(place),
  },
  {
    name: 'sign-off',
    becomes: 'paragraph',
    reason: 'It takes leave of the readers.',
    applies: (place) =>
      place.page.letter?.to === place.index ||
      isLeaveWithName(place) ||
      (place.traits.isSignOff &&
        (inLetter(place) || place.traits.line.text.endsWith(',') || !headsAnything(place))),
  },
  {
    name: 'wish-as-title',
    becomes: 'heading',
    reason: 'A wish without a stop above a whole paragraph, which says for what: “Thank you”.',
    applies: (place) => isHeadOfThanks(place) && !inLetter(place),
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
          (ROLE.test(place.traits.line.text) ||
            endsAt(below(place)) ||
            (!hasTitleBelow(place) && !startsText(below(place)))))),
  },
  {
    name: 'author-line',
    becomes: 'paragraph',
    reason: 'It says who wrote it.',
    applies: ({ traits }) => traits.isByline && !traits.line.bullet,
  },
  {
    name: 'signature',
    becomes: 'paragraph',
    reason: 'A name with a title, below what its bearer says in the first person.',
    applies: isSignature,
  },
  {
    name: 'own-picture',
    becomes: 'caption',
    reason: 'It says that the writer took or made this picture.',
    applies: (place) => place.index > 0 && !isOnlyText(place) && isOwnPicture(place.traits),
  },
  {
    name: 'source-line',
    becomes: 'paragraph',
    reason: 'It says where the text above comes from; under a picture it would be the picture’s credit.',
    applies: (place) => SOURCE.test(place.traits.line.text) && !opensPart(place),
  },
  {
    name: 'labelled-value',
    becomes: 'paragraph',
    reason: 'When, where, how much: a fact with its label, which is no title.',
    applies: ({ traits: { line, pictureScore } }) => pictureScore < 4 && isLabelledValue(line.text),
  },
  {
    name: 'quotation',
    becomes: 'paragraph',
    reason: 'Somebody’s words, and who said them.',
    applies: ({ traits }) => QUOTATION.test(traits.line.text),
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
    name: 'section-in-capitals',
    becomes: 'label',
    reason: 'A word or two in capitals, as the names of all sections are written in this issue.',
    applies: (place) => place.page.hasCapitalSections && isInCapitals(place.traits) && !inLetter(place),
  },
  {
    name: 'section-with-sign',
    becomes: 'label',
    reason: 'A few words behind an emoji, above a title: the name of a section.',
    applies: (place) =>
      /^\p{Extended_Pictographic}/u.test(place.traits.line.text) &&
      isBare(place.traits) &&
      place.traits.words <= 6 &&
      hasTitleBelow(place),
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
    name: 'item-of-list',
    becomes: 'paragraph',
    reason: 'One of the jobs, events or the like that stand below the section’s name without bullets.',
    applies: isItemOfList,
  },
  {
    name: 'picture-of-section',
    becomes: 'caption',
    reason: 'Right below the name of a section that is a picture: a photo, chart, cartoon of the week.',
    applies: (place) =>
      place.index > 0 &&
      !isProse(place.traits) &&
      !place.traits.leadsIn &&
      above(place)?.kind !== 'caption' &&
      isPictureSection(place.page.lines[place.index - 1]?.line.text ?? ''),
  },
  {
    name: 'picture-in-section',
    becomes: 'caption',
    reason: 'Between the name of a section and its text, a line that is worded like a picture.',
    applies: (place) =>
      isBare(place.traits) &&
      (isSeenThing(place.traits)
        ? above(place)?.kind === 'label'
        : above(place)?.rule === 'section-in-capitals' && place.traits.pictureScore >= CLEARLY_PICTURE) &&
      startsText(below(place)),
  },
  {
    name: 'title-of-issue',
    becomes: 'heading',
    reason: 'The first line, without an end stop, above text.',
    applies: (place) =>
      opensIssue(place) &&
      (isBare(place.traits) || isTitleWithColon(place.traits)) &&
      place.traits.words <= 16 &&
      !isPictureClearly(place.traits) &&
      (startsText(below(place)) || isNameOfIssue(place)) &&
      !below(place)?.isGreeting,
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
    name: 'title-above-picture',
    becomes: 'heading',
    reason: 'A title, then the description of its picture, then text.',
    applies: (place) => !inLetter(place) && !underSponsor(place) && isTitleAbovePicture(place),
  },
  {
    name: 'picture-under-title',
    becomes: 'caption',
    reason: 'It describes the picture under the title of a story.',
    applies: (place) =>
      above(place)?.rule === 'title-above-picture' && isBare(place.traits) && startsText(below(place)),
  },
  {
    name: 'picture-above-title',
    becomes: 'caption',
    reason: 'It describes the picture above the title of a story.',
    applies: (place) =>
      (isBare(place.traits) || (inHead(place) && isUnstopped(place.traits))) &&
      (!place.traits.endsWithMark || place.traits.pictureScore >= 2 || inHead(place)) &&
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
      !isOnlyText(place) &&
      above(place)?.rule !== 'picture-of-section' &&
      (inHead(place)
        ? isImpersonal(place.traits) && (place.traits.sentences === 1 || isPictureOfPart(place))
        : isPictureSentence(place.traits) ||
          isSentenceWithoutVerb(place.traits) ||
          (describesInSentences(place.page) && isSeenSentence(place.traits)) ||
          isPictureInTwoSentences(place.traits)),
  },
  {
    name: 'title-after-gap',
    becomes: 'heading',
    reason: 'It heads a part and text follows.',
    applies: (place) =>
      (isBare(place.traits) || isShortWithColon(place.traits)) &&
      !hasCredit(place.traits.line.text) &&
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
      startsText(below(place)) &&
      (describesInSentences(place.page) || isAppeal(below(place))),
  },
  {
    name: 'picture-in-letter',
    becomes: 'caption',
    reason:
      'Between the paragraphs of a letter, a line without an end stop describes a picture, and so does a sentence that tells what is seen.',
    applies: (place) =>
      inLetter(place) &&
      (isBare(place.traits)
        ? !place.traits.endsWithMark || place.traits.pictureScore >= 3
        : isPictureSentence(place.traits) || isSeenHere(place)),
  },
  {
    name: 'title-in-running-text',
    becomes: 'heading',
    reason: 'It is written like a title and text follows.',
    applies: (place) =>
      isBare(place.traits) &&
      !place.page.hasPartGaps &&
      !(inLetter(place) && place.traits.endsWithMark) &&
      place.traits.words <= 16 &&
      startsText(below(place)) &&
      kindAbove(place) !== 'heading' &&
      (isWrittenLikeTitle(place.traits, place.page) || headsList(place)),
  },
  {
    name: 'picture-in-text',
    becomes: 'caption',
    reason: 'A line without an end stop between paragraphs or bullets describes a picture.',
    applies: (place) =>
      isBare(place.traits) &&
      place.index > 0 &&
      !place.traits.endsWithMark &&
      (isPictureEnough(place) || isBetweenBullets(place)),
  },
  {
    name: 'picture-sentence',
    becomes: 'caption',
    reason: 'A lone sentence that is worded like the description of a picture.',
    applies: (place) =>
      !isOnlyText(place) &&
      ((isPictureSentence(place.traits) && beginsWithPicture(place.traits.line.text)) ||
        (place.index > 0 && place.traits.pictureScore >= 3 && isSentenceWithoutVerb(place.traits))),
  },
  {
    name: 'scene',
    becomes: 'caption',
    reason:
      'A sentence without a verb that names what is to be seen where, as this issue describes its pictures.',
    applies: (place) =>
      place.page.hasScenes &&
      place.index > 0 &&
      !isOnlyText(place) &&
      isScene(place.traits) &&
      above(place)?.kind !== 'heading',
  },
  { name: 'text', becomes: 'paragraph', reason: 'Nothing speaks against reading it.', applies: () => true },
];

/** What a line is, by the first rule that applies. */
export function decide(place: Place): Decision {
  const rule = LINE_RULES.find((candidate) => candidate.applies(place));
  return { kind: rule?.becomes ?? 'paragraph', rule: rule?.name ?? 'text' };
}

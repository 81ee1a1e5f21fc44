import { describe, expect, it } from 'vitest';
import { decide, LINE_RULES } from '../../../src/issue/text/line-rules.js';
import { textLines } from '../../../src/issue/text/lines.js';
import { pageOf } from '../../../src/issue/text/page.js';
import type { Decision } from '../../../src/issue/text/places.js';

const LETTER = `Dear friends,

The plums are ripe, and I have eaten nine of them this morning alone.

They are better than last year’s, when it rained.

Keep picking!

Ann`;

const STORY = `What’s new: The orchard at Ludlow sold 300 crates before noon. That is a record.

Why it matters: Nobody had counted before.`;

/** For every rule a text and the line of it that the rule decides. */
const EXAMPLES: Readonly<Record<string, readonly [text: string, line: string]>> = {
  'furniture-line': [`${STORY}\n\nShare`, 'Share'],
  'numbered-title': ['1. Plums Are Ripe\n\nThe orchard opened on Tuesday.', 'Plums Are Ripe'],
  'bullet-line': ['Two things:\n\n• Plums are ripe.\n• Jam is sweet.', 'Jam is sweet.'],
  'underlined-title': ['Plums are ripe\n====\n\nThe orchard opened.', 'Plums are ripe'],
  'sponsor-label': [`${STORY}\n\nA MESSAGE FROM JARS & CO\n\nBuy our jars.`, 'A MESSAGE FROM JARS & CO'],
  'greeting-line': [LETTER, 'Dear friends,'],
  'section-name': [`${LETTER}\n\nNews\n\nPlums Fall\n\n${STORY}`, 'News'],
  'sign-off': [LETTER, 'Keep picking!'],
  'name-after-sign-off': [LETTER, 'Ann'],
  postscript: [`${LETTER}\n\nP.S. There are pears`, 'P.S. There are pears'],
  'author-line': [`${STORY}\n\nBy Ann Plum\n\n${STORY}`, 'By Ann Plum'],
  quotation: [
    `${STORY}\n\n“Plums want patience, and a ladder” – Ann Plum\n\n${STORY}`,
    '“Plums want patience, and a ladder” – Ann Plum',
  ],
  'item-of-list': [
    `${STORY}\n\nJobs\n\nPicker of plums, Ludlow, full time\n\nCooper in the cellar (three days)\n\n${STORY}`,
    'Picker of plums, Ludlow, full time',
  ],
  'title-of-issue': [`On counting plums badly\n\n${STORY}`, 'On counting plums badly'],
  'title-above-picture': [
    `${LETTER}\n\nNews\n\nPlums Fall Early\n\nPhoto of a crate of plums in the rain\n\n${STORY}`,
    'Plums Fall Early',
  ],
  'picture-under-title': [
    `${LETTER}\n\nNews\n\nPlums Fall Early\n\nPhoto of a crate of plums in the rain\n\n${STORY}`,
    'Photo of a crate of plums in the rain',
  ],
  'call-to-action': [`${STORY}\n\nLearn more\n\n${STORY}`, 'Learn more'],
  'code-line': [
    `${STORY}\n\n/A /key /component /of /plums/ is/ their/ stone\n\n${STORY}`,
    '/A /key /component /of /plums/ is/ their/ stone',
  ],
  'section-in-capitals': [
    `${LETTER}\n\nFRUIT\n\nPlums Fall\n\n${STORY}\n\nKITCHEN\n\nJam Rises\n\n${STORY}\n\nCELLAR\n\nWine Turns\n\n${STORY}`,
    'KITCHEN',
  ],
  'section-with-sign': [
    `${LETTER}\n\n🍑 Round the orchard\n\nPlums Fall\n\n${STORY}`,
    '🍑 Round the orchard',
  ],
  'picture-file-name': [`${LETTER}\n\nNews\n\nIMG_4023\n\nPlums Fall\n\n${STORY}`, 'IMG_4023'],
  'picture-of-section': [
    `${STORY}\n\nMeme of the week\n\nTwo wasps at a jar, "wait, is it all plums?"\n\nSee you next week!`,
    'Two wasps at a jar, "wait, is it all plums?"',
  ],
  'picture-in-section': [
    `WATCH\n\nStill from “The Orchard” with a ladder\n\n${STORY}\n\nREAD\n\n${STORY}\n\nHEAR\n\n${STORY}`,
    'Still from “The Orchard” with a ladder',
  ],
  'table-lines': [
    `${STORY}\n\nPlums\t£2\t+4%\nPears\t£3\t-1%\n\n${STORY}`,
    'Plums | £2 | +4%\nPears | £3 | -1%',
  ],
  'wish-as-title': [
    `${STORY}\n\nThank you\n\nTo Derek and Pam for the ladders, and to whoever mended the gate of the orchard in the night.\n\n${STORY}`,
    'Thank you',
  ],
  signature: [
    `${STORY}\n\nFrom the mill\n\nI have counted the plums again, and there are more than last year.\n\nRevd Anna Plum\n\nJam Rises\n\n${STORY}`,
    'Revd Anna Plum',
  ],
  'own-picture': [
    `${STORY}\n\nI took this picture on the way home from the mill.\n\n${STORY}`,
    'I took this picture on the way home from the mill.',
  ],
  'source-line': [
    `${STORY}\n\nSource: The Orchard Review, 3 May\n\n${STORY}`,
    'Source: The Orchard Review, 3 May',
  ],
  'labelled-value': [`${STORY}\n\nTickets: €9 at the door\n\n${STORY}`, 'Tickets: €9 at the door'],
  'section-above-picture': [
    `${LETTER}\n\n\nAround Ludlow\n\nA crate of plums\n\nPlums Fall\n\n${STORY}\n\n\nJars on a shelf\n\nJam Rises\n\n${STORY}`,
    'Around Ludlow',
  ],
  'picture-above-title': [
    `${LETTER}\n\nNews\n\nA crate of plums\n\nPlums Fall\n\n${STORY}`,
    'A crate of plums',
  ],
  'picture-sentence-above-title': [
    `${STORY}\n\n\nAnimated map shows plums falling across England.\n\nPlums Fall\n\n${STORY}\n\n\nJam Rises\n\n${STORY}`,
    'Animated map shows plums falling across England.',
  ],
  'title-after-gap': [
    `${STORY}\n\n\nPlums fall early\n\n${STORY}\n\n\nJam rises\n\n${STORY}`,
    'Plums fall early',
  ],
  'picture-under-sponsor': [
    `${STORY}\n\nSponsored by Jars\n\nJars in a row\n\nBuy our jars. You will like them.`,
    'Jars in a row',
  ],
  'picture-sentence-under-sponsor': [
    `${STORY}\n\nSponsored by Jars\n\nJars and Lids offer a course on making jam for beginners.\n\nLearn to make jam. You will like it.`,
    'Jars and Lids offer a course on making jam for beginners.',
  ],
  'picture-in-letter': [
    LETTER.replace('They are better', 'A bowl on a table\n\nThey are better'),
    'A bowl on a table',
  ],
  'title-in-running-text': [`${STORY}\n\nPlums Fall Early\n\n${STORY}`, 'Plums Fall Early'],
  'picture-in-text': [`${STORY}\n\nmap of the orchard\n\n${STORY}`, 'map of the orchard'],
  scene: [
    `${STORY}\n\nA wasp on a plum.\n\n${STORY}\n\nThe cellar of the house at Ludlow.\n\n${STORY}`,
    'The cellar of the house at Ludlow.',
  ],
  'picture-sentence': [
    `${STORY}\n\nDiagram showing how jam is made in Ludlow.\n\n${STORY}`,
    'Diagram showing how jam is made in Ludlow.',
  ],
  text: [STORY, 'Why it matters: Nobody had counted before.'],
};

function ruleFor(text: string, line: string): string | undefined {
  const page = pageOf(textLines(text));
  const above: Decision[] = [];
  for (const [index, traits] of page.lines.entries()) {
    const decision = decide({ traits, above, index, page });
    if (traits.line.text === line) return decision.rule;
    above.push(decision);
  }
  return undefined;
}

describe('rules for lines of plain text', () => {
  it.each(LINE_RULES.map((rule) => rule.name))('%s decides its example', (name) => {
    const [text, line] = EXAMPLES[name] ?? ['no example', ''];
    expect(ruleFor(text, line)).toBe(name);
  });

  it('takes a sentence in a letter for a picture where pictures above titles are sentences as well', () => {
    const seen = 'Two pickers carry a ladder through the orchard.';
    const letter = LETTER.replace('They are better', `${seen}\n\nThey are better`);
    const stories = [
      `A girl throws a plum to a dog.\n\nPlums Fall\n\n${STORY}`,
      `Copper pans hang above a stove, reflecting candlelight.\n\nJam Rises\n\n${STORY}`,
    ];
    expect(ruleFor(`${letter}\n\nNews\n\n${stories.join('\n\n')}`, seen)).toBe('picture-in-letter');
    expect(ruleFor(`${letter}\n\nNews\n\nPlums Fall\n\n${STORY}`, seen)).toBe('text');
  });

  it('reads the question under a title', () => {
    const text = `${LETTER}\n\nNews\n\nPlums Fall\n\nHow do you make a tree keep its plums?\n\n${STORY}`;
    expect(ruleFor(text, 'Plums Fall')).toBe('title-after-gap');
    expect(ruleFor(text, 'How do you make a tree keep its plums?')).toBe('text');
  });

  it('reads the question that ends a letter', () => {
    const text = LETTER.replace('\n\nKeep picking!', '\n\nAnd yours?\n\nKeep picking!');
    expect(ruleFor(`${text}\n\nNews\n\nPlums Fall\n\n${STORY}`, 'And yours?')).toBe('text');
  });

  it('takes a word that says what to do with the titles below for a section', () => {
    const text = `${STORY}\n\nWatch\n\nForty minutes of plums, falling\n\n${STORY}\n\nLearn more\n\n${STORY}`;
    expect(ruleFor(text, 'Watch')).toBe('section-name');
    expect(ruleFor(text, 'Forty minutes of plums, falling')).toBe('title-after-gap');
    expect(ruleFor(text, 'Learn more')).toBe('call-to-action');
  });

  it('takes a thing with a clause behind it for a picture, though somebody acts in the clause', () => {
    const line = 'The corner of the orchard where the wasps and I parted ways';
    expect(ruleFor(`${STORY}\n\n${line}\n\n${STORY}`, line)).toBe('picture-in-text');
    expect(ruleFor(`${STORY}\n\n${line}.\n\n${STORY}`, `${line}.`)).toBe('text');
  });

  it('takes two short sentences between a wider gap and a title for a picture, except the first words of an issue', () => {
    const seen = 'The basket, which a child wove. It still holds plums.';
    const stories = `\n\n\n${seen}\n\nPlums Fall\n\n${STORY}\n\n\nJam Rises\n\n${STORY}`;
    expect(ruleFor(`Jars Fill\n\n${STORY}${stories}`, seen)).toBe('picture-sentence-above-title');
    expect(ruleFor(`Good morning.${stories}`, seen)).toBe('text');
  });

  it('leaves out a source at the head of a part, and one of a chart', () => {
    const gap = `${STORY}\n\n\nSource: Bank of Ludlow\n\nPlums Fall\n\n${STORY}\n\n\nJam Rises\n\n${STORY}`;
    expect(ruleFor(gap, 'Source: Bank of Ludlow')).toBe('picture-above-title');
    const chart = `${STORY}\n\nBar chart of plums by county\n\nSource: Bank of Ludlow\n\n${STORY}`;
    expect(ruleFor(chart, 'Source: Bank of Ludlow')).toBe('furniture-line');
  });

  it('reads sentences that only come close to a picture', () => {
    const sentences = [
      'A picture agency was accused of theft.',
      'She’d built it in nine days.',
      'A picker at the mill ships a crate every Friday.',
      'The plum was found in a drawer, typed on the back of a ticket.',
    ];
    const letter = LETTER.replace('They are better', `${sentences.join('\n\n')}\n\nThey are better`);
    const scenes = `A wasp on a plum.\n\n${STORY}\n\nThe cellar of the house at Ludlow.\n\n${STORY}`;
    for (const sentence of sentences)
      expect(ruleFor(`${letter}\n\nNews\n\n${scenes}`, sentence)).toBe('text');
  });

  it('finds a title above a fact with its label', () => {
    const text = `${STORY}\n\nA bowl of plum soup on a sill\n\nCold Plum Soup\n\nServes 4\n\n${STORY}`;
    expect(ruleFor(text, 'A bowl of plum soup on a sill')).toBe('picture-above-title');
    expect(ruleFor(text, 'Serves 4')).toBe('labelled-value');
  });

  it('knows who signs after a long wish', () => {
    const text = LETTER.replace('Keep picking!', 'Wash your hands, mind the wasps, and keep picking!');
    expect(ruleFor(`${text}\n\nA MESSAGE FROM JARS & CO\n\nBuy our jars.`, 'Ann')).toBe(
      'name-after-sign-off',
    );
  });

  it('needs no wider gaps: the same lines are found where all gaps are alike', () => {
    const text = `${LETTER}\n\n\nNews\n\nA crate of plums\n\nPlums Fall\n\n${STORY}\n\n\nJars on a shelf\n\nJam Rises\n\n${STORY}`;
    const collapsed = text.replace(/\n{3,}/g, '\n\n');
    for (const line of ['A crate of plums', 'Jars on a shelf'])
      expect(ruleFor(collapsed, line)).toBe('picture-above-title');
  });

  it.each([
    ['a comma and a name', 'Keep the ladder dry,', 'sign-off'],
    ['a name below a comma', 'Maureen', 'name-after-sign-off'],
    ['what somebody is who signed', 'Director, Plum Trust', 'name-after-sign-off'],
  ])('knows a signature wherever it stands: %s', (_, line, rule) => {
    const text = `${STORY}\n\nKeep the ladder dry,\n\nMaureen\n\nDirector, Plum Trust\n\nPlums fall early\n\n${STORY}`;
    expect(ruleFor(text, line)).toBe(rule);
  });

  it('knows a long wish before a name from a greeting and from a caption', () => {
    const text = LETTER.replace('Keep picking!', 'Merry Christmas to you and a happy new year,');
    expect(ruleFor(`${text}\n\nNews\n\nA crate\n\nPlums Fall\n\n${STORY}`, 'Ann')).toBe(
      'name-after-sign-off',
    );
    const wish = LETTER.replace('Keep picking!', 'Happy New Year!');
    expect(ruleFor(`${wish}\n\nNews\n\nPlums Fall\n\n${STORY}`, 'Happy New Year!')).toBe('sign-off');
  });

  it('sees a byline below a title and its picture', () => {
    const text = `${STORY}\n\nCouncil buys plum orchard\n\nThe orchard, seen from the mill. Photo: Ian Firth\n\nBy Hannah Lowe\n\n${STORY}`;
    expect(ruleFor(text, 'Council buys plum orchard')).toBe('title-above-picture');
    expect(ruleFor(text, 'The orchard, seen from the mill. Photo: Ian Firth')).toBe('picture-under-title');
  });

  it.each([
    'How a plum ripens with and without sun in the long years after the war',
    'A plum tree, text overlay: "Will it bloom?"',
    'A ship passes under a bridge at dawn. (Mark Abela/Getty Images)',
  ])('takes nothing but a title for one where a part begins: %s', (line) => {
    const text = `${STORY}\n\n\n${line}\n\nPlums Fall\n\n${STORY}\n\n\nJam Rises\n\n${STORY}`;
    expect(ruleFor(text, 'Plums Fall')).toBe('title-after-gap');
    expect(ruleFor(text, line)).toMatch(/^picture-/);
  });

  it('takes a few words above bullets for their heading', () => {
    const text = `${STORY}\n\nAlso on my desk\n\n• A plum.\n• Another plum.\n\n${STORY}`;
    expect(ruleFor(text, 'Also on my desk')).toBe('title-in-running-text');
  });

  it('takes a numbered handful of words with a stop for a headline', () => {
    const text = `${STORY}\n\n1. Raise the crates.\n\n${STORY}\n\n2. Pick the plums.\n\n${STORY}`;
    expect(ruleFor(text, 'Raise the crates.')).toBe('numbered-title');
  });

  it('takes furniture that can stand in a picture for no picture', () => {
    const line = 'The tables by the barn are full. Everything that isn’t eaten goes to the pigs.';
    expect(ruleFor(`${STORY}\n\n${line}\n\nPlums Fall\n\n${STORY}`, line)).toBe('text');
  });

  it('takes a greeting and a sign-off around titles for no letter', () => {
    const text = `Hi all,\n\n${STORY}\n\nWhat the plums did\n\n${STORY}\n\nWhat they cost\n\n${STORY}\n\nYours,\n\nAnn\n\nPlums are for eating, not for throwing.`;
    expect(ruleFor(text, 'What the plums did')).toBe('title-in-running-text');
  });

  it('takes a name above a postscript for a signature', () => {
    const text = `${STORY}\n\nThat’s all, folks!\n\nDee\n\nPS: Send me your best plum.`;
    expect(ruleFor(text, 'That’s all, folks!')).toBe('sign-off');
    expect(ruleFor(text, 'Dee')).toBe('name-after-sign-off');
  });

  it.each([
    'Sunday, from noon · Plum Lane 4 · €4',
    'Thursday 12 June, 6.30pm, Lecture theatre',
    'Where: The long barn',
  ])('takes the facts of an event for text: %s', (line) => {
    expect(ruleFor(`${STORY}\n\n${line}\n\nPlums Fall\n\n${STORY}`, line)).toBe('labelled-value');
  });

  it('knows the picture of a section from the sentence below it', () => {
    const text = `${STORY}\n\n\nChart of the day\n\nBar chart of plums by month\n\nPlums have beaten forecasts in seven of nine months.\n\n\nJam Rises\n\n${STORY}\n\n\nPears Fall\n\n${STORY}`;
    expect(ruleFor(text, 'Bar chart of plums by month')).toBe('picture-of-section');
    expect(ruleFor(text, 'Plums have beaten forecasts in seven of nine months.')).toBe('text');
  });

  it.each(['How a village in Shropshire taught its plums to listen', 'Stop reaching for a ladder'])(
    'never takes a headline for a picture: %s',
    (line) => {
      expect(ruleFor(`${STORY}\n\n${line}\n\n${STORY}`, line)).not.toMatch(/picture/);
    },
  );

  it.each(['Q: And the plums?', 'A: Ripe.'])(
    'takes who speaks in a conversation for no title: %s',
    (line) => {
      expect(ruleFor(`${STORY}\n\n${line}\n\n${STORY}`, line)).toBe('text');
    },
  );

  it('leaves an agency in brackets alone, which is where the news was read', () => {
    const line = 'Plums fell by a third on Tuesday. (Reuters)';
    expect(ruleFor(`${STORY}\n\n${line}\n\n${STORY}`, line)).toBe('text');
  });

  it.each([
    'We think that the map of the orchard is wrong, and so do you.',
    'It was a picture of misery.',
    'Chart a course. Stick to it. Come home.',
  ])('never drops a sentence of the story: %s', (line) => {
    expect(ruleFor(`${STORY}\n\n${line}\n\n${STORY}`, line)).toBe('text');
  });
});

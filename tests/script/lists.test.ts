import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/edition.js';
import { checkLedger, writeScript } from '../../src/script/index.js';
import { read, SHOW, scriptOf, VOICES } from '../issue/reading.js';
import { runs } from '../property-runs.js';

/** The segments below the first title of an issue with this body. */
async function below(title: string, body: string): Promise<readonly Segment[]> {
  return (await scriptOf(`<h2>${title}</h2>${body}`)).stories[0]?.segments.slice(1) ?? [];
}

async function heard(title: string, body: string): Promise<readonly string[]> {
  return (await below(title, body)).map(({ speech }) => speech);
}

async function pauses(title: string, body: string): Promise<readonly number[]> {
  return (await below(title, body)).map(({ pauseAfterSeconds }) => pauseAfterSeconds);
}

function list(tag: string, ...items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag.split(' ')[0]}>`;
}

const SENTENCES = ['Plums fall early this year.', 'Jam is dear, and pears are worse.', 'Wasps like both.'];

describe('a bullet', () => {
  it('has its label spoken with a short pause', async () => {
    expect(
      await heard('Plums', list('ul', '<b>Input/output:</b> fruit in, jam out', '<b>Price</b> – $5')),
    ).toEqual(['Input output: fruit in, jam out.', 'Price, five dollars.']);
  });

  it.each([
    ['They fall early, all of them', 'They fall early, all of them.'],
    ['They fall early, and so on;', 'They fall early, and so on.'],
    ['They fall early, it seems?', 'They fall early, it seems?'],
    ['They fall early (all of them)', 'They fall early, all of them.'],
  ])('falls like a sentence: %s', async (written, spoken) => {
    expect(await heard('Plums', list('ul', SENTENCES[0] ?? '', written))).toContain(spoken);
  });

  it('is told from a paragraph by its pause', async () => {
    const [leadIn, first, second, last] = await pauses(
      'Plums',
      `<p>We saw:</p>${list('ul', ...SENTENCES)}<p>So it is.</p>`,
    );
    expect([leadIn, first, second, last]).toEqual([0.4, 0.4, 0.4, 0.6]);
  });
});

describe('a label that stands alone', () => {
  it('is followed by less than a paragraph’s pause, so that it goes with its text', async () => {
    expect(await pauses('Plums', '<p>What’s new:</p><p>They are ripe.</p><p>They fall.</p>')).toEqual([
      0.4, 0.6, 1.4,
    ]);
    expect(await heard('Plums', '<p><b>What’s new:</b> They are ripe.</p>')).toEqual([
      "What's new: They are ripe.",
    ]);
  });
});

describe('the numbers of an ordered list', () => {
  it.each([
    ['3 ways to eat plums', 'We tried them all.'],
    ['Three ways to eat plums', 'We tried them all.'],
    ['Plums', 'Follow these steps:'],
    ['Plums', 'Here are our three favourite kinds:'],
    ['Our top 3', 'We tried them all.'],
    ['Plums', 'Mind that step 2 takes an hour:'],
    ['Plums', 'We like the second.'],
    ['Plums', 'Of these, #3 surprised us.'],
  ])('are said where the text counts on them: %s / %s', async (title, leadIn) => {
    expect((await heard(title, `<p>${leadIn}</p>${list('ol', ...SENTENCES)}`)).slice(1)).toEqual([
      'one. Plums fall early this year.',
      'two. Jam is dear, and pears are worse.',
      'three. Wasps like both.',
    ]);
  });

  it.each([
    ['Plums', 'This is what we saw:'],
    ['Plums in two towns', 'In the second quarter we saw step 9 of the first plan.'],
    ['5 ways to eat plums', 'We tried three hundred jars.'],
  ])('are not said elsewhere: %s / %s', async (title, leadIn) => {
    expect((await heard(title, `<p>${leadIn}</p>${list('ol', ...SENTENCES)}`)).slice(1)).toEqual(SENTENCES);
  });

  it('are said where they do more than count up from one', async () => {
    expect(
      (await heard('Plums', list('ol reversed', ...SENTENCES))).map((line) => line.split('.')[0]),
    ).toEqual(['three', 'two', 'one']);
    const goesOn = `${list('ol', 'They fall early, all of them.')}<p>That is sad.</p>${list('ol start=2', 'They are dear now, too.')}`;
    expect(await heard('Plums', goesOn)).toEqual([
      'one. They fall early, all of them.',
      'That is sad.',
      'two. They are dear now, too.',
    ]);
  });

  it('are said once for an item of several paragraphs, and belong to its first word', async () => {
    const items = list('ol', '<p>Wash.</p><p>Do it well.</p>', 'Eat.');
    const segments = await below('Two steps to plums', items);
    expect(segments.map(({ speech }) => speech)).toEqual(['one. Wash.', 'Do it well.', 'two. Eat.']);
    expect(segments[0]?.tokens).toEqual([{ source: [0, 5], speech: 'one. Wash.' }]);
  });

  it('are written out in a title that has one', async () => {
    expect(
      (
        await scriptOf(
          '1. Plums Are Ripe\n\nThe orchard at Ludlow opened its gates on Tuesday.\n\n2. Jam Is Dear\n\nA jar costs £4 at the market.\n',
          'a.txt',
        )
      ).stories.map(({ segments }) => segments[0]?.speech),
    ).toEqual(['one. Plums Are Ripe.', 'two. Jam Is Dear.']);
  });
});

describe('a short list of nouns', () => {
  it('runs as one sentence', async () => {
    const body = `<p>You need:</p>${list('ul', 'ripe plums', 'sugar', 'a jar or two')}<p>That is all.</p>`;
    expect(await heard('Jam', body)).toEqual([
      'You need:',
      'ripe plums,',
      'sugar,',
      'and a jar or two.',
      'That is all.',
    ]);
    expect(await pauses('Jam', body)).toEqual([0.4, 0.15, 0.15, 0.6, 1.4]);
  });

  it.each([
    [
      ['plums,', 'sugar, and', 'jars'],
      ['plums,', 'sugar, and', 'jars.'],
    ],
    [
      ['plums;', 'sugar;', 'or jars'],
      ['plums,', 'sugar,', 'or jars.'],
    ],
  ])('has no second "and" where the author wrote one: %j', async (items, spoken) => {
    expect(await heard('Jam', list('ul', ...items))).toEqual(spoken);
  });

  it.each([
    ['sentences', ['Plums fell.', 'Jam is dear.']],
    ['long items', ['plums from the old orchard at Ludlow', 'jars']],
    ['labels', ['Fruit: plums', 'Jars: two']],
    ['items with commas', ['plums, ripe', 'jars']],
    ['many items', ['plums', 'pears', 'figs', 'jars', 'lids', 'spoons', 'sugar']],
  ])('is not made of %s', async (_, items) => {
    expect(await heard('Jam', list('ul', ...items))).toEqual(items.map((item) => item.replace(/\.?$/, '.')));
  });
});

describe('nested bullets', () => {
  const body = list(
    'ol',
    'Wait for some hours, as we all do',
    `Stir it, but not too much:${list('ul', 'Longer in winter, says Ann.', 'Shorter in summer, says Bob.')}`,
    'Eat it while it is warm, if you can',
  );

  it('come right behind their parent, and sooner than the next item of the list', async () => {
    expect(await heard('Jam', body)).toEqual([
      'Wait for some hours, as we all do.',
      'Stir it, but not too much:',
      'Longer in winter, says Ann.',
      'Shorter in summer, says Bob.',
      'Eat it while it is warm, if you can.',
    ]);
    expect(await pauses('Jam', body)).toEqual([0.4, 0.3, 0.3, 0.4, 1.4]);
  });

  it('have no number of their parent', async () => {
    expect((await heard('Three steps to jam', body)).map((line) => line.split(' ')[0])).toEqual([
      'one.',
      'two.',
      'Longer',
      'Shorter',
      'three.',
    ]);
  });
});

describe('any list', () => {
  const item = fc.tuple(
    fc.constantFrom('ul', 'ol', 'ol start=4', 'ol reversed'),
    fc.constantFrom('plums', 'two jars,', 'and pears', 'Step 2: stir.', 'It is ripe', '🍑', '3', 'A, or'),
    fc.boolean(),
  );

  it('keeps the ledger, and its tokens lie over the source in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), async (items) => {
        const html = items
          .map(([tag, text, isNested]) => list(tag, isNested ? text + list('ul', text, 'jars') : text))
          .join('')
          .replaceAll('</ul><ul>', '');
        const issue = await read(`<h2>Three steps</h2><p>We saw step 1:</p>${html}`);
        const script = writeScript(issue, { show: SHOW, voices: VOICES }).value;
        checkLedger(issue, script);
        for (const { source, tokens, speech } of script.stories.flatMap(({ segments }) => segments)) {
          expect(speech).toMatch(/^[\p{L}\p{M}\s'.,;:?!-]*$/u);
          tokens.reduce((behind, { source: [from, to] }) => {
            expect(from).toBeGreaterThanOrEqual(behind);
            expect(to).toBeLessThanOrEqual(source.length);
            return to;
          }, 0);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

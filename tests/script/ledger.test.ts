import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue, Script } from '../../src/edition.js';
import { checkLedger, writeScript } from '../../src/script/index.js';
import { read, SHOW, scriptOf, VOICES } from '../issue/reading.js';
import { runs } from '../property-runs.js';

const words = fc.array(
  fc.constantFrom(
    'plums',
    'are',
    'ripe',
    'Ann',
    'News',
    '42',
    '$3.50',
    'Sponsored',
    'by',
    'chart',
    'of',
    'U.S.',
    'Share',
  ),
  { minLength: 1, maxLength: 25 },
);
const sentence = fc
  .tuple(words, fc.constantFrom('.', '!', '?', ':', '', ','))
  .map(([list, end]) => list.join(' ') + end);

/** A block as HTML and as plain text, so that the same issue can be generated in both. */
const block = fc
  .tuple(fc.constantFrom('p', 'h2', 'h3', 'li', 'img', 'hr', 'bold', 'table', 'aside', 'skip'), sentence)
  .map(([kind, text]) => {
    switch (kind) {
      case 'img':
        return { html: `<p><img alt="${text}" src="a.png"></p>`, plain: text };
      case 'hr':
        return { html: '<hr>', plain: '' };
      case 'li':
        return { html: `<ul><li>${text}</li></ul>`, plain: `• ${text}` };
      case 'bold':
        return { html: `<p><b>${text}</b></p>`, plain: text };
      case 'table':
        return {
          html: `<table><tr><th>a</th><th>b</th></tr><tr><td>${text}</td><td>1</td></tr></table>`,
          plain: text,
        };
      case 'aside':
        return { html: `<div class="share">${text}</div>`, plain: text };
      case 'skip':
        return { html: `<p data-audio="skip">${text}</p>`, plain: text };
      default:
        return { html: `<${kind}>${text}</${kind}>`, plain: text };
    }
  });
const issueText = fc
  .array(block, { minLength: 1, maxLength: 20 })
  .chain((blocks) =>
    fc.constantFrom(blocks.map(({ html }) => html).join('\n'), blocks.map(({ plain }) => plain).join('\n\n')),
  );

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

function scriptFor(issue: Issue): Script | undefined {
  try {
    return writeScript(issue, { show: SHOW, voices: VOICES }).value;
  } catch (error) {
    expect(error).toMatchObject({ code: 'nothing-to-say', fault: 'input' });
    return undefined;
  }
}

describe('the ledger', () => {
  it('holds for generated issues: every block is spoken once, in order, or dropped with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(issueText, async (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/g, '')));
        const issue = await read(text);
        const script = scriptFor(issue);
        if (!script) return;
        checkLedger(issue, script);
        const dropped = new Map(script.dropped.map((entry) => [entry.block, entry]));
        for (const entry of dropped.values()) expect(entry.reason).not.toBe('');
        const spoken = issue.blocks
          .filter((_, index) => !dropped.has(index))
          .map((each) => lettersOf(each.text));
        const said = script.stories.flatMap((story) =>
          story.segments.map((segment) => lettersOf(segment.source)),
        );
        expect(said.join('')).toBe(spoken.join(''));
      }),
      { numRuns: runs(100) },
    );
  });

  it('keeps a label where it was written when no new story follows it', async () => {
    const html = '<h2>Plums</h2><p>Plums</p><h3>Plums</h3><h3>Plums</h3><p>They cost $3.50.</p>';
    const issue = await read(html);
    const script = await scriptOf(html);
    checkLedger(issue, script);
    expect(script.stories.flatMap((story) => story.segments.map((segment) => segment.source))).toEqual(
      issue.blocks.map((each) => each.text),
    );
  });

  it('gives segments unique ids and the tokens’ speech', async () => {
    await fc.assert(
      fc.asyncProperty(issueText, async (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/g, '')));
        const segments = scriptFor(await read(text))?.stories.flatMap((story) => story.segments) ?? [];
        expect(new Set(segments.map((segment) => segment.id)).size).toBe(segments.length);
        for (const segment of segments) {
          expect(segment.speech).toBe(
            segment.tokens
              .map((token) => token.speech)
              .filter((speech) => speech !== '')
              .join(' '),
          );
          expect(segment.speech).not.toBe('');
          expect(segment.pauseAfterSeconds).toBeLessThan(3);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  it('names the text that a script lost, said twice or moved', async () => {
    const issue = await read('<h2>Plums</h2><p>They are ripe.</p><p>They are blue.</p>');
    const script = await scriptOf('<h2>Plums</h2><p>They are ripe.</p><p>They are blue.</p>');
    const [story] = script.stories;
    const segments = story?.segments ?? [];
    const having = (changed: typeof segments): Script => ({
      ...script,
      stories: story ? [{ ...story, segments: changed }] : [],
    });
    expect(() => checkLedger(issue, having(segments.slice(0, 2)))).toThrow('"They are blue."');
    expect(() => checkLedger(issue, having([...segments].reverse()))).toThrow(/does not account for/);
    expect(() => checkLedger(issue, having([...segments, ...segments.slice(-1)]))).toThrow(
      /does not account for/,
    );
    const dropped = await read('<h2>Plums</h2><p>Ripe.</p><p>Unsubscribe</p>');
    const kept = writeScript(dropped, { show: SHOW, voices: VOICES }).value;
    expect(() => checkLedger(dropped, { ...kept, dropped: [] })).toThrow('"Unsubscribe"');
  });
});

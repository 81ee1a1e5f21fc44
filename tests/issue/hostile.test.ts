import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLedger, writeScript } from '../../src/script/index.js';
import { runs } from '../property-runs.js';
import { read, SHOW, VOICES } from './reading.js';

/** Documents that broke comparable programs; each is read, or refused in a sentence. */
const HOSTILE: Readonly<Record<string, string>> = {
  '10,000 nested <div>': `${'<div>'.repeat(10_000)}plums are here${'</div>'.repeat(10_000)}`,
  '10,000 nested lists': `${'<ul><li>'.repeat(10_000)}plums are here`,
  '10,000 nested tables': `${'<table><tr><td>'.repeat(10_000)}plums are here`,
  '200,000 nested <svg>': `<p>plums are here</p>${'<svg>'.repeat(200_000)}`,
  '10,000 nested <b>': `<p>${'<b>'.repeat(10_000)}plums are here`,
  '10,000 quotes of Markdown': `${'> '.repeat(10_000)}plums are here`,
  'half a tag': '<p>plums are here</p><a href="',
  'unclosed scripts': `<p>plums are here</p>${'<script>'.repeat(20_000)}`,
  'unclosed comments': `<p>plums are here</p>${'<!--'.repeat(20_000)}`,
  'a million characters': `plums are here ${'a'.repeat(1_000_000)}`,
  '100,000 breaks': `<p>plums are here${'<br>x'.repeat(100_000)}`,
  '20,000 equal titles': `${'<h2>Plum</h2><p>Ripe.</p>'.repeat(20_000)}plums are here`,
  '20,000 lines that could be titles': `${'A Plum\n\n'.repeat(20_000)}plums are here`,
  'entities by the thousand': `<p>plums are here ${'&amp;&#8203;&notanentity;'.repeat(10_000)}</p>`,
  'right to left and emoji': '<p>plums are here שלום مرحبا 👩‍👩‍👧‍👦 🇬🇧</p>',
  'broken UTF-8': '<p>plums are here \ufffd\ufffd</p>',
};

describe('hostile documents', () => {
  it.each(Object.entries(HOSTILE))('%s', async (_name, text) => {
    const issue = await read(text, text.startsWith('>') ? 'a.md' : 'a');
    expect(issue.blocks.some((block) => block.text.includes('plums are here'))).toBe(true);
  });

  it('scripts, styles and comments are no text', async () => {
    const issue = await read(
      '<style>p{}</style><script>alert("plum")</script><!-- plum --><p>Ripe.</p><noscript>no</noscript>',
    );
    expect(issue.blocks.map((block) => [block.text, block.excluded?.rule])).toEqual([
      ['Ripe.', undefined],
      ['no', 'hidden-element'],
    ]);
  });

  it('any bytes are read or refused, and what is read keeps its ledger', async () => {
    const markup = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '<h2>',
      '<li>',
      '<ul>',
      '<br>',
      '<b>',
      '</b>',
      '<table><tr><td>',
      '<!--',
      '-->',
      '&amp;',
      '<img alt="x">',
      '# ',
      '\n\n',
      '* ',
      '`',
      '[x](y)',
      '<',
    );
    const anything = fc.array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(anything, async (parts) => {
        const issue = await read(parts.join('')).catch((error: { fault?: string }) => {
          expect(error.fault).toBe('input');
        });
        if (issue?.blocks.some((block) => !block.excluded && /\p{L}/u.test(block.text)))
          checkLedger(issue, writeScript(issue, { show: SHOW, voices: VOICES }).value);
      }),
      { numRuns: runs(150) },
    );
  });
});

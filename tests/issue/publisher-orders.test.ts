import { describe, expect, it } from 'vitest';
import { readIssue } from '../../src/issue/index.js';
import { droppedOf, outlineOf, read, scriptOf, TODAY } from './reading.js';

const said = async (html: string, name = 'a.html', options = {}) =>
  (await scriptOf(html, name, options)).stories.flatMap((story) =>
    story.segments.map((segment) => [segment.role, segment.speech]),
  );

describe('orders in the source', () => {
  it('data-audio="skip" leaves out, data-audio="read" reads what a rule would drop', async () => {
    const html =
      '<h2>Plums</h2><p data-audio="skip">Not this.</p><p>But this.</p><figure><img src="a.png" alt=""><figcaption data-audio="read">And this.</figcaption></figure>';
    expect(await outlineOf(html)).toEqual([
      'story: Plums',
      '  title: Plums',
      '  paragraph: But this.',
      '  paragraph: And this.',
    ]);
    expect(await droppedOf(html)).toEqual(['publisher-skip: Not this.']);
  });

  it('data-audio-say replaces what is said, of a block or of words in it', async () => {
    const html =
      '<h2>Plums</h2><p data-audio-say="Hear, hear.">See fig. 3.</p><p>Water is <span data-audio-say="H two O">H<sub>2</sub>O</span>.</p>';
    expect((await said(html)).slice(1)).toEqual([
      ['narrator', 'Hear, hear.'],
      ['narrator', expect.stringMatching(/^Water is H two O\.$/i)],
    ]);
  });

  it('data-audio-say on several blocks is said once', async () => {
    const html = '<h2>Plums</h2><div data-audio-say="A poem follows."><p>Roses.</p><p>Violets.</p></div>';
    expect((await said(html)).slice(1)).toEqual([['narrator', 'A poem follows.']]);
  });

  it('words skipped inside a sentence leave the sentence whole', async () => {
    const html = '<h2>Plums</h2><p>They are <span data-audio="skip">(see below) </span>ripe.</p>';
    expect((await outlineOf(html)).at(-1)).toBe('  paragraph: They are ripe.');
    expect(await droppedOf(html)).toEqual(['publisher-skip: (see below)']);
  });

  it('data-audio-role casts, data-audio-story starts a story', async () => {
    const html =
      '<h2>Plums</h2><p data-audio-role="guest">I grow them.</p><div data-audio-story="The weather"><p>It rains.</p><p>It stops.</p></div>';
    const script = await scriptOf(html);
    expect(script.stories.map((story) => story.title)).toEqual(['Plums', 'The weather']);
    expect(script.stories[0]?.segments[1]?.role).toBe('guest');
    expect(script.stories[1]?.segments.map((segment) => segment.source)).toEqual(['It rains.', 'It stops.']);
  });

  it('comments order the same, in HTML and in Markdown', async () => {
    const html = '<h2>Plums</h2><!-- audio: skip --><p>Not this.</p><!-- audio: end --><p>But this.</p>';
    const markdown =
      '## Plums\n\n<!-- audio: skip -->\nNot this.\n<!-- audio: end -->\n\nBut this.\n\n<!-- audio: role guest -->\n\nAnd this.\n\n<!-- audio: end -->\n';
    expect((await outlineOf(html)).slice(2)).toEqual(['  paragraph: But this.']);
    expect((await said(markdown, 'a.md')).slice(1)).toEqual([
      ['narrator', 'But this.'],
      ['guest', 'And this.'],
    ]);
  });
});

describe('the reading rules of show.json', () => {
  const html =
    '<h2>Plums</h2><p class="ad">Buy jars.</p><p>They are ripe.</p><div class="cook"><h4>Plum jam</h4><p>Take plums.</p></div><p>Ann: I like them.</p>';
  const reading = [
    { selector: '.ad', do: 'skip' },
    { selector: '.cook > h4', do: 'story' },
    { text: '^Ann:', do: 'cast', role: 'guest' },
  ] as const;

  it('skip, start stories and cast', async () => {
    const script = await scriptOf(html, 'a.html', { reading });
    expect(
      script.stories.map((story) => [story.title, story.segments.map((segment) => segment.source)]),
    ).toEqual([
      ['Plums', ['Plums', 'They are ripe.']],
      ['Plum jam', ['Plum jam', 'Take plums.', 'Ann: I like them.']],
    ]);
    expect(script.stories[1]?.segments[2]?.role).toBe('guest');
  });

  it('are reported when they match nothing', async () => {
    const { notices } = await readIssue(
      { bytes: Buffer.from(html), name: 'a.html' },
      { today: TODAY, date: '2026-05-01', reading: [...reading, { selector: '.gone', do: 'skip' }] },
    );
    expect(notices).toEqual([
      {
        code: 'reading-rule-unmatched',
        message: 'The reading rule for ".gone" in show.json matches nothing in this issue.',
      },
    ]);
  });

  it.each([
    { selector: 'p[', do: 'skip' as const },
    { text: '(', do: 'skip' as const },
  ])('are refused when they are broken: %o', async (rule) => {
    await expect(read(html, 'a.html', { reading: [rule] })).rejects.toMatchObject({
      code: 'reading-rule-invalid',
      fault: 'input',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Script } from '../../../src/edition.js';
import { compileLexicon, nameDesk } from '../../../src/script/verbalize/index.js';

function script(...sources: readonly string[]): Script {
  const segments = sources.map((source, index) => ({
    id: `story/${index + 1}`,
    kind: 'paragraph' as const,
    role: 'narrator',
    source,
    speech: '',
    tokens: [],
    pauseAfterSeconds: 0,
  }));
  return {
    issue: { slug: 'issue', title: 'Issue', date: '2026-01-01', language: 'en' },
    stories: [{ slug: 'story', title: 'Story', kind: 'story', segments }],
    dropped: [],
  };
}

describe('the name desk', () => {
  it('lists what no dictionary knows, most frequent first, with how it would be said', () => {
    const desk = nameDesk(
      script(
        'Alibaba released Qwen3.7-Max.',
        'Alibaba’s models beat GPT-4o on SWE-bench; the price fell by 5 percent.',
      ),
      compileLexicon({}),
    );
    expect(desk).toEqual([
      { word: 'Alibaba', count: 2, speech: 'Alibaba', segment: 'story/1' },
      { word: 'GPT-4o', count: 1, speech: 'G P T four O', segment: 'story/2' },
      { word: 'Qwen3.7-Max', count: 1, speech: 'Qwen three point seven Max', segment: 'story/1' },
      { word: 'SWE-bench', count: 1, speech: 'S W E bench', segment: 'story/2' },
    ]);
  });

  it('leaves out what the lexicon has settled', () => {
    const desk = nameDesk(script('Qwen, Qwens and Kimi’s price'), compileLexicon({ Qwen: 'chwen' }));
    expect(desk.map(({ word }) => word)).toEqual(['Kimi']);
  });

  it('leaves out numbers, addresses and plain words', () => {
    expect(
      nameDesk(script('The 3rd price was $5m at 10:30, see me@here.io or here.io.'), compileLexicon({})),
    ).toEqual([]);
  });
});

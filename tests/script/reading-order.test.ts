import { describe, expect, it } from 'vitest';
import type { Block, Issue, Script, Segment } from '../../src/edition.js';
import { inReadingOrder } from '../../src/script/reading-order.js';

const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ kind, text, position: {} });
const segment = (source: string, speech = source): Segment => ({
  id: `s/${source}`,
  kind: source === '' ? 'announcement' : 'paragraph',
  role: 'narrator',
  source,
  speech,
  tokens: [],
  pauseAfterSeconds: 0,
});

const issue: Issue = {
  slug: 'i',
  title: 'I',
  date: '2026-01-01',
  language: 'en',
  blocks: [block('One. Two.'), block('A cat', 'caption'), block('Three.'), block('Unsubscribe', 'footer')],
};

const script: Script = {
  issue,
  stories: [
    {
      slug: 's',
      title: 'S',
      kind: 'story',
      segments: [segment('One.'), segment('Two.'), segment('', 'Next.'), segment('Three.')],
    },
  ],
  dropped: [
    { kind: 'caption', text: 'A cat', rule: 'caption', reason: 'r', block: 1 },
    { kind: 'footer', text: 'Unsubscribe', rule: 'footer', reason: 'r', block: 3 },
  ],
};

describe('inReadingOrder', () => {
  it('puts what is left out where it stood, and keeps every segment', () => {
    const lines = inReadingOrder(issue, script).map((line) =>
      line.state === 'spoken' ? line.segment.speech : `(${line.dropped.text})`,
    );
    expect(lines).toEqual(['One.', 'Two.', '(A cat)', 'Next.', 'Three.', '(Unsubscribe)']);
  });
});

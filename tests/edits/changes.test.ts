import { describe, expect, it } from 'vitest';
import { applyChange, type EditChange } from '../../src/edits/changes.js';
import { NO_EDITS, parseEdits } from '../../src/edits/edits.js';

const laid = (...changes: readonly EditChange[]) =>
  changes.reduce(applyChange, { edits: NO_EDITS, showLexicon: {} });
const onSegment = (set: Extract<EditChange, { kind: 'segment' }>['set']): EditChange => ({
  kind: 'segment',
  story: 'pier',
  segment: 'pier/2',
  written: 'The pier is open.',
  set,
});

describe('applyChange', () => {
  it('joins what is ordered for one segment', () => {
    const { edits } = laid(onSegment({ speech: 'The peer is open.' }), onSegment({ take: 2 }));
    expect(edits.stories['pier']?.segments).toEqual([
      { segment: 'pier/2', written: 'The pier is open.', speech: 'The peer is open.', take: 2 },
    ]);
  });

  it('leaves nothing behind of an order that was taken back', () => {
    const { edits } = laid(
      onSegment({ leaveOut: true }),
      onSegment({ leaveOut: null }),
      { kind: 'story', story: 'pier', set: { voice: 'kal' } },
      { kind: 'story', story: 'pier', set: { voice: null } },
      { kind: 'lexicon', written: 'pier', spoken: 'peer' },
      { kind: 'lexicon', written: 'pier', spoken: null },
      { kind: 'block', text: 'A caption.', spoken: true },
      { kind: 'block', text: 'A caption.', spoken: false },
    );
    expect(JSON.parse(JSON.stringify(edits))).toEqual(NO_EDITS);
  });

  it("keeps the show's lexicon apart from the edition's", () => {
    const changed = laid(
      { kind: 'show-lexicon', written: 'Qwen', spoken: 'chwen' },
      { kind: 'show-lexicon', written: 'GIF', spoken: null },
    );
    expect(changed).toEqual({ edits: NO_EDITS, showLexicon: { Qwen: 'chwen', GIF: null } });
  });

  it('makes edits that are read again from their file', () => {
    const { edits } = laid(
      onSegment({ keptTake: { key: 'k', speech: 's' } }),
      { kind: 'story', story: 'bell', set: { leaveOut: true } },
      { kind: 'story-order', stories: ['bell', 'pier'] },
      { kind: 'lexicon', written: 'pier', spoken: 'peer' },
    );
    const text = JSON.stringify(edits);
    expect(parseEdits(text, 'edits.json')).toEqual(JSON.parse(text));
  });
});

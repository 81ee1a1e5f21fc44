import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script, Segment } from '../../src/edition.js';
import { applyEdits, inOrder } from '../../src/edits/apply-edits.js';
import { type Edits, NO_EDITS, parseEdits } from '../../src/edits/edits.js';

const segment = (number: number, source: string): Segment => ({
  id: `pier/${number}`,
  kind: 'paragraph',
  role: 'narrator',
  source,
  speech: source,
  tokens: [{ source: [0, source.length], speech: source }],
  pauseAfterSeconds: 0.5,
});

const script = (...sources: string[]): Script => ({
  issue: { slug: 'i', title: 'I', date: '2026-01-01', language: 'en' },
  stories: [
    {
      slug: 'pier',
      title: 'Pier',
      kind: 'story',
      segments: sources.map((source, at) => segment(at + 1, source)),
    },
  ],
  dropped: [],
});

const edits = (order: object, written = 'The pier is open.'): Edits => ({
  schema: 1,
  stories: { pier: { segments: [{ segment: 'pier/1', written, ...order }] } },
});

const spoken = ({ value }: ReturnType<typeof applyEdits>) =>
  value.script.stories.flatMap(({ segments }) => segments.map(({ speech }) => speech));

describe('applyEdits', () => {
  it('changes nothing without edits', () => {
    const written = script('The pier is open.');
    expect(applyEdits(written, NO_EDITS).value.script).toEqual(written);
  });

  it('says what the editor typed', () => {
    const edited = applyEdits(script('The pier is open.'), edits({ speech: 'The peer is open.' }));
    expect(spoken(edited)).toEqual(['The peer is open.']);
    expect(edited.notices).toEqual([]);
  });

  it('leaves a segment out', () => {
    expect(spoken(applyEdits(script('The pier is open.', 'Come.'), edits({ leaveOut: true })))).toEqual([
      'Come.',
    ]);
  });

  it('finds a segment again after others were put before it', () => {
    const edited = applyEdits(script('News!', 'The pier is open.'), edits({ speech: 'The peer is open.' }));
    expect(spoken(edited)).toEqual(['News!', 'The peer is open.']);
    expect(edited.value.edits.stories['pier']?.segments?.[0]?.segment).toBe('pier/2');
  });

  it('keeps the editor’s words where both changed the same, and says so', () => {
    const edited = applyEdits(script('The pier is shut.'), edits({ speech: 'The peer is open.' }));
    expect(spoken(edited)).toEqual(['The peer is open.']);
    expect(edited.notices).toMatchObject([{ code: 'edit-conflict', story: 'pier', segment: 'pier/1' }]);
  });

  it('says a settled conflict only once', () => {
    const first = applyEdits(script('The pier is shut.'), edits({ speech: 'The peer is open.' }));
    expect(applyEdits(script('The pier is shut.'), first.value.edits).notices).toEqual([]);
  });

  it('takes the issue’s words on request', () => {
    const edited = applyEdits(script('The pier is shut.'), edits({ speech: 'The peer is open.' }), {
      theirs: true,
    });
    expect(spoken(edited)).toEqual(['The pier is shut.']);
    expect(edited.value.edits.stories).toEqual({});
  });

  it('tells which edits went with a removed text or story', () => {
    const gone = { ...edits({ speech: 'x' }), stories: { bell: { voice: 'rms' } } };
    expect(applyEdits(script('The pier is open.'), gone).notices).toMatchObject([{ code: 'edit-lost' }]);
    const elsewhere: Edits = {
      schema: 1,
      stories: { pier: { segments: [{ segment: 'pier/9', written: 'Old.', speech: 'x' }] } },
    };
    expect(applyEdits(script('The pier is open.'), elsewhere).notices).toMatchObject([
      { code: 'edit-lost', story: 'pier' },
    ]);
  });

  it('goes back to a kept take only as long as the same is said', () => {
    const order = { keptTake: { key: 'abc', speech: 'The pier is open.' } };
    expect(applyEdits(script('The pier is open.'), edits(order)).value.takeKeys.get('pier/1')).toBe('abc');
    expect(applyEdits(script('The pier is shut.'), edits(order)).value.takeKeys.size).toBe(0);
  });
});

describe('stories', () => {
  const stories = (...slugs: readonly string[]): Script => ({
    ...script(),
    stories: slugs.map((slug) => ({ slug, title: slug, kind: 'story', segments: [segment(1, slug)] })),
  });
  const slugsOf = ({ value }: ReturnType<typeof applyEdits>) => value.script.stories.map(({ slug }) => slug);

  it('are spoken in the order that an editor gave, and new ones behind the one before them', () => {
    const order = { ...NO_EDITS, storyOrder: ['c', 'a', 'gone'] };
    expect(slugsOf(applyEdits(stories('a', 'b', 'c', 'd'), order))).toEqual(['c', 'd', 'a', 'b']);
  });

  it('are left out as a whole, or when all of them is, and can still be shown', () => {
    const leftOut: Edits = {
      schema: 1,
      stories: {
        a: { leaveOut: true },
        b: { segments: [{ segment: 'pier/1', written: 'b', leaveOut: true }] },
      },
    };
    expect(slugsOf(applyEdits(stories('a', 'b', 'c'), leftOut))).toEqual(['c']);
    expect(slugsOf(applyEdits(stories('a', 'b', 'c'), leftOut, { keepLeftOut: true }))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(() => applyEdits(stories('a', 'b'), leftOut)).toThrow(
      expect.objectContaining({ code: 'nothing-to-say' }),
    );
  });

  it('are neither lost nor doubled by any order', () => {
    const slugs = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(slugs, slugs, (written, order) => {
        const ordered = inOrder(
          written.map((slug) => ({ slug })),
          order,
        ).map(({ slug }) => slug);
        expect(ordered.toSorted()).toEqual(written.toSorted());
        const named = order.filter((slug) => written.includes(slug));
        expect(ordered.filter((slug) => named.includes(slug))).toEqual(named);
      }),
    );
  });
});

describe('parseEdits', () => {
  it('names the file and the field of what can’t be read', () => {
    expect(() => parseEdits('{ "schema": 1, "stories": { "pier": { "voice": 5 } } }', 'edits.json')).toThrow(
      /edits\.json can't be read at stories\.pier\.voice/,
    );
    expect(() => parseEdits('{', 'edits.json')).toThrow(/edits\.json can't be read/);
  });
});

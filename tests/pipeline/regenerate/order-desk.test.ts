import { beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '../../../src/edition.js';
import type { EditChange } from '../../../src/edits/changes.js';
import { NO_EDITS } from '../../../src/edits/edits.js';
import type { EditOrder } from '../../../src/edits/orders.js';
import { type Config, loadConfig, nodeHost, script } from '../../../src/index.js';
import { openDesk } from '../../../src/pipeline/edit/edit-desk.js';
import { resolveOrder } from '../../../src/pipeline/edit/resolve-order.js';
import type { EditionState } from '../../../src/pipeline/edition-state.js';
import { orderDesk } from '../../../src/pipeline/regenerate/regenerate-order.js';

const ISSUE = `<html lang="en"><head><title>Tides</title></head><body>
<h2>The pier</h2><p>The pier is open.</p><figure><img src="a.jpg"><figcaption>Photo: the pier in May</figcaption></figure>
<p>Tickets cost $2.50.</p><p>Come early.</p>
<h2>The bell</h2><p>The bell rings at noon.</p></body></html>`;

let config: Config;
let state: EditionState;

beforeAll(async () => {
  config = await loadConfig({ directory: '.', environment: {}, engine: 'local' });
  const host = nodeHost();
  const sources = { ...host.sources, readFile: async () => Buffer.from(ISSUE) };
  const written = await script(
    { issue: 'tides.html', reading: { slug: 'tides' }, config },
    { ...host, sources },
  );
  const ids = written.script.stories.flatMap(({ segments }) => segments.map(({ id }) => id));
  state = {
    schema: 1,
    issue: written.issue,
    script: written.script,
    notices: [],
    edits: NO_EDITS,
    takes: Object.fromEntries(ids.map((id) => [id, `take of ${id}`])),
    encoded: [],
  };
});

const ordered = async (changes: readonly EditChange[], from = state, settings = config) =>
  orderDesk(await openDesk(from, changes, settings));
const resolved = async (order: EditOrder, changes: readonly EditChange[] = [], settings = config) =>
  (await resolveOrder(order, await openDesk(state, changes, settings), '/nowhere')).changes;
const speechOf = ({ script: { stories } }: { readonly script: Script }) =>
  stories.flatMap(({ segments }) => segments.map(({ speech }) => speech));

/** As an older program, or other settings, would have published it. */
function publishedOtherwise(): EditionState {
  const stories = state.script.stories.map((story) => ({
    ...story,
    segments: story.segments.map((segment) =>
      segment.source === 'Come early.' ? { ...segment, speech: 'Come, early.' } : segment,
    ),
  }));
  return { ...state, script: { ...state.script, stories } };
}

describe('orderDesk', () => {
  it('leaves every story as it is published where nothing is changed', async () => {
    const old = publishedOtherwise();
    const order = await ordered([], old);
    expect([...order.meant]).toEqual([]);
    expect(order.script.stories).toEqual(old.script.stories);
  });

  it('speaks only what was ordered: neighbours keep their take, also where they would be said otherwise now', async () => {
    const changes = await resolved({ kind: 'speech', segment: 'the-pier/2', speech: 'The peer is open.' });
    const order = await ordered(changes, publishedOtherwise());
    expect([...order.meant]).toEqual(['the-pier']);
    expect(speechOf(order)).toContain('The peer is open.');
    expect(speechOf(order)).toContain('Come, early.');
    expect(Object.fromEntries(order.takeKeys)).toEqual({
      'the-pier/1': 'take of the-pier/1',
      'the-pier/3': 'take of the-pier/3',
      'the-pier/4': 'take of the-pier/4',
    });
  });

  it('makes a story that is named anew as a whole, with the settings of today', async () => {
    const desk = await openDesk(publishedOtherwise(), [], config);
    const order = orderDesk(desk, { stories: ['the-pier'] });
    expect(speechOf(order)).toContain('Come early.');
    expect(order.takeKeys.size).toBe(0);
  });

  it('lets segments keep their takes when a block that is spoken after all moves them', async () => {
    const block = state.script.dropped.find(({ text }) => text.startsWith('Photo'))?.block ?? -1;
    const order = await ordered(await resolved({ kind: 'block-spoken', block, spoken: true }));
    expect(speechOf(order)[2]).toBe('Photo: the pier in May.');
    expect(order.takeKeys.get('the-pier/4')).toBe('take of the-pier/3');
    expect(order.takeKeys.has('the-pier/3')).toBe(false);
  });

  it('gives a story with another voice no old take', async () => {
    const order = await ordered(await resolved({ kind: 'voice', story: 'the-bell', voice: 'kal' }));
    expect([...order.meant]).toEqual(['the-bell']);
    expect(order.takeKeys.size).toBe(0);
  });

  it('changes no story by moving it, but those in whose sound the music of the opening lies', async () => {
    const moved = await resolved({ kind: 'story-order', stories: ['the-bell', 'the-pier'] });
    const plain = await ordered(moved);
    expect(plain.script.stories.map(({ slug }) => slug)).toEqual(['the-bell', 'the-pier']);
    expect([...plain.meant]).toEqual([]);
    const music = { ...config, show: { ...config.show, sound: { bed: { file: 'bed.wav' } } } };
    const withMusic = await ordered(moved, state, music);
    expect([...withMusic.meant].sort()).toEqual(['the-bell', 'the-pier']);
    expect(withMusic.takeKeys.size).toBe(Object.keys(state.takes).length);
  });

  it('says a word otherwise for the show without touching what does not hold it', async () => {
    const order = await ordered(
      await resolved({ kind: 'say', written: 'Pier', spoken: 'peer', scope: 'show' }),
    );
    expect([...order.meant]).toEqual(['the-pier']);
    expect(speechOf(order).filter((speech) => /peer/i.test(speech)).length).toBeGreaterThan(0);
    expect(order.edits.lexicon).toBeUndefined();
  });

  it('uses the entry that there is, however it is written', async () => {
    const lexicon = { tickets: 'tokens' };
    const settings = { ...config, voices: { ...config.voices, lexicon } };
    const changes = await resolved(
      { kind: 'say', written: 'Tickets', spoken: 'TICK-its', scope: 'edition' },
      [],
      settings,
    );
    expect(changes).toEqual([{ kind: 'lexicon', written: 'tickets', spoken: 'TICK-its' }]);
  });

  it('refuses to leave out everything', async () => {
    const one = await resolved({ kind: 'story-spoken', story: 'the-pier', spoken: false });
    const both = [
      ...one,
      ...(await resolved({ kind: 'story-spoken', story: 'the-bell', spoken: false }, one)),
    ];
    await expect(ordered(both)).rejects.toMatchObject({ code: 'nothing-to-say', fault: 'input' });
  });
});

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/edition.js';
import {
  type Draft,
  type EditionList,
  type Job,
  type Order,
  type OrderAnswer,
  type Preview,
  type PublicationPlan,
  ROUTES,
  type SegmentTakes,
  type Session,
  type StoryPeaks,
  type StudioEdition,
  type StudioSegment,
} from '../../../src/web/studio/api.js';
import {
  buildFixture,
  type Fixture,
  finished as jobEnd,
  startStudio,
  type TestStudio,
} from './studio-server.js';

let fixture: Fixture;
let studio: TestStudio;

beforeAll(async () => {
  fixture = await buildFixture();
});
afterAll(() => fixture.remove());
afterEach(() => studio.remove());

const tides = () => studio.get<StudioEdition>(ROUTES.edition('tides'));
const order = (wanted: Order, dry = false) =>
  studio.post<OrderAnswer>(ROUTES.orders('tides'), { order: wanted, dry });
const segmentsOf = (edition: StudioEdition) =>
  edition.stories.flatMap(({ items }) => items).filter((item) => item.item === 'segment');
const find = (edition: StudioEdition, source: string): StudioSegment => {
  const found = segmentsOf(edition).find((segment) => segment.source.includes(source));
  if (found === undefined) throw new Error(`no segment "${source}"`);
  return found;
};

const finished = (job: Job) => jobEnd(studio, job);

async function manifest(): Promise<Edition> {
  return JSON.parse(await readFile(path.join(studio.outDir, 'tides/edition.json'), 'utf8')) as Edition;
}

async function storyHashes(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const { slug, file } of (await manifest()).stories) {
    const bytes = await readFile(path.join(studio.outDir, 'tides', file));
    hashes[slug] = createHash('sha256').update(bytes).digest('hex');
  }
  return hashes;
}

describe('reading', () => {
  it('shows editions, and one with its words, takes, differences and what is left out', async () => {
    studio = await startStudio(fixture);
    const session = await studio.get<Session>(ROUTES.session);
    expect(session).toMatchObject({ token: studio.token, engine: 'local' });
    const list = await studio.get<EditionList>(ROUTES.editions);
    expect(list.editions).toMatchObject([{ slug: 'tides', title: 'Tides', stories: 3, draftSteps: 0 }]);
    const edition = await tides();
    expect(edition.stories.map(({ slug, changed, spoken }) => [slug, changed, spoken])).toEqual([
      ['letter', false, true],
      ['the-pier', false, true],
      ['the-bell', false, true],
    ]);
    const pier = edition.stories[1]?.items.map((item) => (item.item === 'dropped' ? item.text : item.source));
    expect(pier).toEqual([
      'The pier',
      'The pier is open again.',
      'The pier in May. Photograph: Lars Omdahl',
      'Tickets cost $2.50 each.',
    ]);
    const tickets = find(edition, '$2.50');
    const [difference] = tickets.differences;
    expect(tickets.differences).toHaveLength(1);
    expect(tickets.source.slice(...(difference?.source ?? [0, 0]))).toBe('$2.50');
    expect(tickets.speech.slice(...(difference?.speech ?? [0, 0]))).toBe('two dollars and fifty cents');
    expect(difference?.kind).toBe('verbalized');
    expect(tickets.take?.key).toBe(tickets.published?.take);
    expect(tickets.take?.words.length).toBeGreaterThan(3);
    expect(tickets.cost).toMatchObject({ newCharacters: 0, dollars: 0 });
  });

  it('sends sound in ranges, and pictures of it', async () => {
    studio = await startStudio(fixture);
    const edition = await tides();
    const take = find(edition, 'noon').take;
    const url = new URL(take?.url ?? '', studio.url);
    const part = await fetch(url, { headers: { range: 'bytes=0-3' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-type')).toBe('audio/wav');
    expect(await part.text()).toBe('RIFF');
    const episode = await fetch(new URL(ROUTES.episodeAudio('tides'), studio.url));
    expect(episode.headers.get('accept-ranges')).toBe('bytes');
    expect((await episode.arrayBuffer()).byteLength).toBe((await manifest()).audio.bytes);
    const story = await fetch(new URL(ROUTES.storyAudio('tides', 'the-bell'), studio.url));
    expect((await story.arrayBuffer()).byteLength).toBe((await manifest()).stories[2]?.bytes);
    const { takes } = await studio.get<StoryPeaks>(ROUTES.storyPeaks('tides', 'the-bell'));
    const peaks = takes[take?.key ?? ''];
    const picture = Buffer.from(peaks?.peaks ?? '', 'base64');
    expect(picture.length).toBe(Math.ceil((take?.durationSeconds ?? 0) * (peaks?.peaksPerSecond ?? 0)));
    expect(Math.max(...picture)).toBeGreaterThan(20);
  });
});

describe('changing', () => {
  it('tells what an order costs before it is given, and gives it only when asked', async () => {
    studio = await startStudio(fixture);
    const wanted: Order = {
      kind: 'say',
      written: 'Vandermolen',
      spoken: 'van der MOH len',
      scope: 'edition',
    };
    const dry = await order(wanted, true);
    expect(dry.segments).toEqual(['letter/2', 'the-bell/3']);
    expect(dry.stories).toEqual(['letter', 'the-bell']);
    expect(dry.cost.newCharacters).toBeGreaterThan(40);
    expect(dry.draft.steps).toEqual([]);
    const given = await order(wanted);
    expect(given.draft.steps).toMatchObject([
      { title: '“Vandermolen” is “van der MOH len”, in this edition' },
    ]);
    expect(given.draft.cost.newCharacters).toBe(dry.cost.newCharacters);
    const edition = await tides();
    const segment = find(edition, 'rings it');
    expect(segment).toMatchObject({ changed: true, speech: 'Ilse van der MOH len rings it.' });
    expect(segment.differences).toMatchObject([{ kind: 'lexicon' }]);
    expect(segment.take).toBeUndefined();
    expect(edition.lexicon).toMatchObject([{ written: 'Vandermolen', scope: 'edition', draft: true }]);
    expect(edition.stories.map(({ changed }) => changed)).toEqual([true, false, true]);
  });

  it('undoes, redoes, takes back one of several, and keeps all of it over a restart', async () => {
    studio = await startStudio(fixture);
    await order({ kind: 'speech', segment: 'the-pier/2', speech: 'The peer is open again.' });
    await order({ kind: 'voice', story: 'the-bell', voice: 'kal' });
    await order({ kind: 'segment-spoken', segment: 'letter/3', spoken: false });
    const undone = await studio.post<Draft>(ROUTES.undo('tides'));
    expect([undone.steps.length, undone.undone.length]).toEqual([2, 1]);
    const redone = await studio.post<Draft>(ROUTES.redo('tides'));
    expect(redone.steps.length).toBe(3);
    const one = await studio.delete<Draft>(ROUTES.draftStep('tides', redone.steps[1]?.id ?? ''));
    expect(one.steps.map(({ title }) => title)).toEqual(['“pier” is “peer”', 'Left out: “Ada”']);
    studio = await studio.restart();
    const edition = await tides();
    expect(edition.draft.steps).toEqual(one.steps);
    expect(find(edition, 'pier is open')).toMatchObject({
      speech: 'The peer is open again.',
      originalSpeech: 'The pier is open again.',
      differences: [{ kind: 'edited' }],
    });
    expect(find(edition, 'Ada')).toMatchObject({ spoken: false, changed: true });
    const { revision } = edition.draft;
    await expect(studio.post(ROUTES.undo('tides'), { revision: revision - 1 })).rejects.toThrow(
      /409.*draft-changed/,
    );
    expect((await studio.delete<Draft>(ROUTES.draft('tides'))).steps).toEqual([]);
  });

  it('has a block spoken after all, in its place, and finds later orders again when it goes', async () => {
    studio = await startStudio(fixture);
    const caption = (await tides()).stories[1]?.items.find((item) => item.item === 'dropped');
    const spoken = await order({ kind: 'block-spoken', block: caption?.block ?? -1, spoken: true });
    expect(spoken.segments).toContain('the-pier/3');
    await order({ kind: 'speech', segment: 'the-pier/4', speech: 'Tickets are cheap.' });
    const edition = await tides();
    expect(find(edition, 'Photograph')).toMatchObject({
      id: 'the-pier/3',
      afterAll: { block: caption?.block },
    });
    expect(find(edition, '$2.50')).toMatchObject({ id: 'the-pier/4', speech: 'Tickets are cheap.' });
    await studio.delete(ROUTES.draftStep('tides', edition.draft.steps[0]?.id ?? ''));
    expect(find(await tides(), '$2.50')).toMatchObject({ id: 'the-pier/3', speech: 'Tickets are cheap.' });
  });

  it('says words otherwise in one place alone, and keeps the signs beside them', async () => {
    studio = await startStudio(fixture);
    await order({
      kind: 'say',
      written: 'Vandermolen',
      spoken: 'VAN der molen',
      scope: 'segment',
      segment: 'letter/2',
    });
    const edition = await tides();
    expect(find(edition, 'tide is in').speech).toBe('The tide is in, says Ilse VAN der molen.');
    expect(find(edition, 'rings it').speech).toBe('Ilse Vandermolen rings it.');
  });

  it('lets hear a segment as it would be, in the draft and with an order that is only tried', async () => {
    studio = await startStudio(fixture);
    const tried = await studio.post<Preview>(ROUTES.previews('tides'), {
      segment: 'the-bell/3',
      order: { kind: 'say', written: 'Ilse', spoken: 'Ilsa', scope: 'edition' },
    });
    expect(tried.speech).toBe('Ilsa Vandermolen rings it.');
    expect(tried.cost.newCharacters).toBe(tried.speech.length);
    expect((await fetch(new URL(tried.take.url, studio.url))).status).toBe(200);
    expect(tried.take.words.map(({ speech }) => tried.speech.slice(...speech))).toEqual([
      'Ilsa',
      'Vandermolen',
      'rings',
      'it.',
    ]);
    expect((await tides()).draft.steps).toEqual([]);
    const given = await order({ kind: 'say', written: 'Ilse', spoken: 'Ilsa', scope: 'edition' });
    const heard = find(await tides(), 'rings it');
    expect(heard.take?.key).toBe(tried.take.key);
    expect(given.draft.cost.newCharacters).toBe('The tide is in, says Ilsa Vandermolen.'.length);
    const { takes } = await studio.get<SegmentTakes>(ROUTES.segmentTakes('tides', 'the-bell/3'));
    expect(takes).toMatchObject([{ chosen: true, published: false }]);
  });

  it('refuses what there is not with a sentence', async () => {
    studio = await startStudio(fixture);
    await expect(order({ kind: 'speech', segment: 'nowhere/1', speech: 'x' })).rejects.toThrow(
      /404.*segment-unknown/,
    );
    await expect(order({ kind: 'voice', story: 'the-bell', voice: 'nobody' })).rejects.toThrow(
      /400.*voice-unknown/,
    );
    const other = find(await tides(), 'noon').take?.key ?? '';
    await expect(order({ kind: 'choose-take', segment: 'letter/1', take: other })).rejects.toThrow(
      /404.*take-unknown/,
    );
    await expect(studio.post(ROUTES.orders('tides'), { order: { kind: 'shout' } })).rejects.toThrow(
      /400.*bad-request/,
    );
    await expect(studio.get(ROUTES.edition('nowhere'))).rejects.toThrow(/404/);
    expect((await tides()).draft.steps).toEqual([]);
  });
});

describe('publishing', () => {
  it('changes what was ordered, proves that the rest is the same, and can be taken back', async () => {
    studio = await startStudio(fixture);
    const before = await storyHashes();
    await order({
      kind: 'say',
      written: '$2.50',
      spoken: 'two fifty',
      scope: 'segment',
      segment: 'the-pier/3',
    });
    const plan = await studio.get<PublicationPlan>(ROUTES.publication('tides'));
    expect(plan).toMatchObject({
      stories: [{ slug: 'the-pier', change: 'changed' }],
      unchangedStories: 2,
      totalStories: 3,
      cost: { newCharacters: 'Tickets cost two fifty each.'.length },
    });
    const job = await finished(
      await studio.post<Job>(ROUTES.publication('tides'), { note: 'The price was said wrong.' }),
    );
    expect(job).toMatchObject({
      state: 'done',
      result: { proof: { changed: ['the-pier'], unchanged: ['letter', 'the-bell'], removed: [] } },
    });
    const after = await storyHashes();
    expect({ ...after, 'the-pier': '' }).toEqual({ ...before, 'the-pier': '' });
    expect(after['the-pier']).not.toBe(before['the-pier']);
    const edition = await manifest();
    expect(edition.stories[1]?.segments[2]?.speech).toBe('Tickets cost two fifty each.');
    expect(edition.corrections).toMatchObject([{ story: 'the-pier', note: 'The price was said wrong.' }]);
    const page = await fetch(job.result?.links.localPage ?? '');
    expect(await page.text()).toContain('Tides');
    const shown = await tides();
    expect(shown).toMatchObject({ canTakeBack: true, draft: { steps: [], changedStories: [] } });
    expect(find(shown, '$2.50')).toMatchObject({ changed: false, speech: 'Tickets cost two fifty each.' });
    const back = await finished(await studio.post<Job>(ROUTES.takeBack('tides')));
    expect(back.state).toBe('done');
    expect(await storyHashes()).toEqual(before);
  });

  it('leaves out a story, moves another and speaks a caption, and no other sound changes', async () => {
    studio = await startStudio(fixture);
    const takes = Object.fromEntries(
      segmentsOf(await tides()).map(({ source, take }) => [source, take?.key]),
    );
    await order({ kind: 'story-order', stories: ['letter', 'the-bell', 'the-pier'] });
    await order({ kind: 'story-spoken', story: 'letter', spoken: false });
    const draft = await tides();
    expect(draft.stories.map(({ slug, spoken }) => [slug, spoken])).toEqual([
      ['letter', false],
      ['the-bell', true],
      ['the-pier', true],
    ]);
    expect(draft.draft.cost.newCharacters).toBe(0);
    const { state, result } = await finished(await studio.post<Job>(ROUTES.publication('tides')));
    expect(state).toBe('done');
    expect(result?.proof).toMatchObject({ changed: [], removed: ['letter'] });
    const { stories } = await manifest();
    expect(stories.map(({ slug, file }) => [slug, file])).toEqual([
      ['the-bell', 'stories/01-the-bell.mp3'],
      ['the-pier', 'stories/02-the-pier.mp3'],
    ]);
    for (const { source, take } of stories.flatMap(({ segments }) => segments))
      expect(take).toBe(takes[source]);
    const again = await order({ kind: 'story-spoken', story: 'letter', spoken: true });
    expect(again.draft.cost.newCharacters).toBe(0);
  });
});

import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type EditionList,
  type IssuePlan,
  type Job,
  type OrderAnswer,
  type Preview,
  ROUTES,
  type StudioEdition,
  type StudioEvent,
  TOKEN_HEADER,
} from '../../../src/web/studio/api.js';
import { type SpeechServer, startSpeechServer } from '../../speech/server/speech-server.js';
import {
  buildFixture,
  type Fixture,
  ISSUE,
  rawRequest,
  startStudio,
  type TestStudio,
} from './studio-server.js';

let fixture: Fixture;
let speech: SpeechServer;
let studio: TestStudio;

beforeAll(async () => {
  fixture = await buildFixture();
});
afterAll(() => fixture.remove());
beforeEach(async () => {
  speech = await startSpeechServer();
});
afterEach(async () => {
  await studio.remove();
  await speech.close();
});

const withService = () => ({ engine: 'openai', environment: { openAiBaseUrl: speech.openAiBaseUrl } });

/** Reads the event stream until something is told. */
async function heard(
  until: (event: StudioEvent) => boolean,
  afterwards?: () => Promise<unknown>,
): Promise<StudioEvent[]> {
  const abort = new AbortController();
  const answer = await fetch(new URL(ROUTES.events, studio.url), { signal: abort.signal });
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events: StudioEvent[] = [];
  const done = afterwards?.();
  let text = '';
  for await (const piece of answer.body ?? []) {
    text += Buffer.from(piece).toString('utf8');
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const block of whole) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) events.push(JSON.parse(data) as StudioEvent);
    }
    if (events.some(until)) break;
  }
  abort.abort();
  await done;
  return events;
}

const isEnd = (event: StudioEvent) => event.type === 'job' && event.job.state !== 'running';

describe('from an empty folder', () => {
  it('an issue is read, shown with what it costs, built, and told of while it is', async () => {
    studio = await startStudio(fixture, { isEmpty: true });
    expect((await studio.get<EditionList>(ROUTES.editions)).editions).toEqual([]);
    const plan = await studio.post<IssuePlan>(ROUTES.issues, {
      base64: Buffer.from(ISSUE).toString('base64'),
      name: '../../etc/tides.html',
      date: '2026-03-31',
    });
    expect(plan).toMatchObject({ title: 'Tides', date: '2026-03-31', engine: 'local', replaces: false });
    expect(plan.cost).toMatchObject({ keptCharacters: 0, dollars: 0 });
    expect(plan.cost.newCharacters).toBeGreaterThan(100);
    const pier = plan.stories[1]?.items ?? [];
    expect(pier.map(({ item }) => item)).toEqual(['segment', 'segment', 'dropped', 'segment']);
    expect(await studio.get(ROUTES.issue(plan.id))).toEqual(plan);
    const job = await studio.post<Job>(ROUTES.build(plan.id));
    expect(job).toMatchObject({ kind: 'build', edition: plan.slug, state: 'running' });
    const events = await heard(isEnd);
    const last = events.findLast((event) => event.type === 'job');
    expect(last).toMatchObject({
      job: { id: job.id, state: 'done', progress: { stage: 'syndicate', storiesDone: 3, stories: 3 } },
    });
    const { editions } = await studio.get<EditionList>(ROUTES.editions);
    expect(editions).toMatchObject([{ slug: plan.slug, stories: 3 }]);
    await expect(studio.get(ROUTES.issue(plan.id))).rejects.toThrow(/404.*issue-unknown/);
    const done = await studio.get<Job>(ROUTES.job(job.id));
    expect((await fetch(done.result?.links.localPage ?? '')).status).toBe(200);
  });

  it.each([
    [{ text: '' }, /400/],
    [{ url: 'file:///etc/passwd' }, /400.*bad-request/],
    [{ url: 'http://127.0.0.1:1/' }, /400.*/],
    [{ text: 'x', date: 'tomorrow' }, /400.*bad-request/],
    [{ name: 'x.html' }, /400.*bad-request/],
  ])('%j is answered with a sentence', async (request, answer) => {
    studio = await startStudio(fixture, { isEmpty: true });
    await expect(studio.post(ROUTES.issues, request)).rejects.toThrow(answer);
  });

  it('hostile text is data and never markup', async () => {
    studio = await startStudio(fixture, { isEmpty: true });
    const text = '# <img src=x onerror=alert(1)>\n\nHello </script><script>alert(1)</script> there, friends.';
    const plan = await studio.post<IssuePlan>(ROUTES.issues, { text });
    const answer = await rawRequest(studio.url, { path: ROUTES.issue(plan.id) });
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('work under way', () => {
  it('is cancelled at once, keeps the issue, and publishes nothing', async () => {
    speech.options = { latencyMs: 60_000 };
    studio = await startStudio(fixture, { isEmpty: true, ...withService() });
    const plan = await studio.post<IssuePlan>(ROUTES.issues, { text: ISSUE });
    const job = await studio.post<Job>(ROUTES.build(plan.id));
    await heard((event) => event.type === 'job' && event.job.progress.stage === 'speech');
    await studio.delete<Job>(ROUTES.job(job.id));
    await heard(isEnd);
    expect(await studio.get<Job>(ROUTES.job(job.id))).toMatchObject({ state: 'cancelled' });
    expect((await readdir(studio.outDir)).filter((name) => !name.startsWith('.'))).toEqual([]);
    expect(await studio.get(ROUTES.issue(plan.id))).toMatchObject({ id: plan.id });
  });

  it('is seen by every window that comes, and found interrupted after a restart', async () => {
    speech.options = { latencyMs: 60_000 };
    studio = await startStudio(fixture, { isEmpty: true, ...withService() });
    const plan = await studio.post<IssuePlan>(ROUTES.issues, { text: ISSUE });
    const job = await studio.post<Job>(ROUTES.build(plan.id));
    const events = await heard((event) => event.type === 'job' && event.job.id === job.id);
    expect(events).toMatchObject([{ type: 'job', job: { id: job.id, state: 'running' } }]);
    studio = await studio.restart();
    expect(await studio.get<Job[]>(ROUTES.jobs)).toMatchObject([{ id: job.id, state: 'interrupted' }]);
    speech.options = {};
    await studio.post<Job>(ROUTES.build(plan.id));
    const after = await heard((event) => event.type === 'job' && event.job.state === 'done');
    expect(after.some((event) => event.type === 'job' && event.job.state === 'done')).toBe(true);
  });

  it('a segment that is being spoken is given up when nobody waits for it any more', async () => {
    speech.options = { latencyMs: 60_000 };
    studio = await startStudio(fixture, withService());
    await studio.post<OrderAnswer>(ROUTES.orders('tides'), {
      order: { kind: 'voice', story: 'the-bell', voice: 'nova' },
    });
    const abort = new AbortController();
    const preview = fetch(new URL(ROUTES.previews('tides'), studio.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [TOKEN_HEADER]: studio.token },
      body: JSON.stringify({ segment: 'the-bell/2' }),
      signal: abort.signal,
    });
    const given = expect(preview).rejects.toThrow(/abort/);
    while (speech.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort();
    await given;
    const { draft } = await studio.get<StudioEdition>(ROUTES.edition('tides'));
    expect(draft.cost.requests).toBe(3);
  });

  it('stops before anything is paid where more must be spoken than is allowed', async () => {
    studio = await startStudio(fixture, { isEmpty: true, ...withService() });
    const plan = await studio.post<IssuePlan>(ROUTES.issues, { text: ISSUE });
    const job = await studio.post<Job>(ROUTES.build(plan.id), { maxCharacters: 10 });
    await heard(isEnd);
    expect(await studio.get<Job>(ROUTES.job(job.id))).toMatchObject({
      state: 'failed',
      error: { code: 'too-many-characters' },
    });
    expect(speech.seen).toEqual([]);
  });

  it('a change in one window is told to the others', async () => {
    studio = await startStudio(fixture);
    const events = await heard(
      (event) => event.type === 'draft',
      () =>
        studio.post(ROUTES.orders('tides'), {
          order: { kind: 'segment-spoken', segment: 'letter/3', spoken: false },
        }),
    );
    expect(events).toEqual([{ type: 'draft', edition: 'tides', revision: 1 }]);
  });
});

describe('a service that is paid', () => {
  it('is asked once for a segment, however often it is heard before it is published', async () => {
    studio = await startStudio(fixture, withService());
    const story = { kind: 'voice', story: 'the-bell', voice: 'nova' } as const;
    const voiced = await studio.post<OrderAnswer>(ROUTES.orders('tides'), { order: story });
    expect(voiced).toMatchObject({
      segments: ['the-bell/1', 'the-bell/2', 'the-bell/3'],
      cost: { requests: 3 },
    });
    const listen = () => studio.post<Preview>(ROUTES.previews('tides'), { segment: 'the-bell/2' });
    const first = await listen();
    expect(first.cost).toMatchObject({ newCharacters: 'The bell rings at noon.'.length, requests: 1 });
    expect((await listen()).cost.newCharacters).toBe(0);
    expect(speech.seen.map(({ text }) => text)).toEqual(['The bell rings at noon.']);
    const again = await studio.post<OrderAnswer>(ROUTES.orders('tides'), {
      order: { kind: 'new-take', segment: 'the-bell/2' },
    });
    expect(again).toMatchObject({ segments: ['the-bell/2'], cost: { requests: 1 } });
    expect((await listen()).take.key).not.toBe(first.take.key);
    await studio.post<OrderAnswer>(ROUTES.orders('tides'), {
      order: { kind: 'choose-take', segment: 'the-bell/2', take: first.take.key },
    });
    const shown = await studio.get<StudioEdition>(ROUTES.edition('tides'));
    expect(shown.draft.cost.requests).toBe(2);
    await studio.post<Job>(ROUTES.publication('tides'));
    await heard((event) => event.type === 'job' && event.job.state !== 'running');
    expect(speech.seen.length).toBe(4);
  });
});

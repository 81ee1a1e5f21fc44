import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseWav } from '../../../src/stitch/wav.js';
import {
  type Order,
  type Preview,
  ROUTES,
  type StudioEdition,
  type StudioSegment,
} from '../../../src/web/studio/api.js';
import { buildFixture, type Fixture, startStudio, type TestStudio } from './studio-server.js';

let fixture: Fixture;
let studio: TestStudio;

beforeAll(async () => {
  fixture = await buildFixture();
});
afterAll(() => fixture.remove());
beforeEach(async () => {
  studio = await startStudio(fixture);
});
afterEach(() => studio.remove());

interface Join {
  readonly seconds: number;
  /** Root of the mean square of its first and of its last half second, in dB of full scale. */
  readonly firstDb: number;
  readonly lastDb: number;
  readonly sampleRateHz: number;
}

async function joinAfter(segment: string): Promise<Join> {
  const answer = await fetch(new URL(ROUTES.joinAudio('tides', segment), studio.url));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  const { samples, sampleRateHz } = parseWav(Buffer.from(await answer.arrayBuffer()));
  const half = sampleRateHz / 2;
  return {
    seconds: samples.length / sampleRateHz,
    firstDb: levelOf(samples.subarray(0, half)),
    lastDb: levelOf(samples.subarray(-half)),
    sampleRateHz,
  };
}

function levelOf(samples: Int16Array): number {
  const sum = samples.reduce((total, sample) => total + (sample / 32_768) ** 2, 0);
  return 10 * Math.log10(sum / samples.length);
}

async function segment(id: string): Promise<StudioSegment> {
  const edition = await studio.get<StudioEdition>(ROUTES.edition('tides'));
  const found = edition.stories
    .flatMap(({ items }) => items)
    .find((item) => item.item === 'segment' && item.id === id);
  if (found?.item !== 'segment') throw new Error(`no segment ${id}`);
  return found;
}

const order = (wanted: Order) => studio.post(ROUTES.orders('tides'), { order: wanted });
const speak = (id: string) => studio.post<Preview>(ROUTES.previews('tides'), { segment: id });

/** Seconds of a join by the published times: up to 2 s, the pause, up to 2 s. */
async function publishedSeconds(before: string, after: string): Promise<number> {
  const [one, next] = [(await segment(before)).published, (await segment(after)).published];
  if (one === undefined || next === undefined) throw new Error('not published');
  const tail = Math.min(2, one.endSeconds - one.startSeconds);
  const head = Math.min(2, next.endSeconds - next.startSeconds);
  return tail + (next.startSeconds - one.endSeconds) + head;
}

describe('a join', () => {
  it('that is published sounds as listeners hear it, inside a story and between two', async () => {
    for (const [before, after] of [
      ['the-bell/2', 'the-bell/3'],
      ['the-pier/3', 'the-bell/1'],
    ] as const) {
      const join = await joinAfter(before);
      expect(join.seconds).toBeCloseTo(await publishedSeconds(before, after), 2);
      // As the published file is, and not as takes are.
      expect(join.sampleRateHz).toBe(44_100);
    }
  });

  it('of a draft has the level and the pause that it will have', async () => {
    const before = await joinAfter('the-bell/2');
    await order({ kind: 'new-take', segment: 'the-bell/3' });
    await speak('the-bell/3');
    const draft = await joinAfter('the-bell/2');
    // The embedded engine says it alike: what differs is the encoder alone.
    expect(draft.seconds).toBeCloseTo(before.seconds, 1);
    expect(Math.abs(draft.firstDb - before.firstDb)).toBeLessThan(1);
    expect(Math.abs(draft.lastDb - before.lastDb)).toBeLessThan(1);
  });

  it('of a draft leads into the story that follows now', async () => {
    await order({ kind: 'story-order', stories: ['letter', 'the-bell', 'the-pier'] });
    const join = await joinAfter('the-bell/3');
    expect(join.seconds).toBeGreaterThan(2);
    await order({ kind: 'segment-spoken', segment: 'the-pier/1', spoken: false });
    expect((await joinAfter('the-bell/3')).seconds).toBeGreaterThan(join.seconds);
  });

  it('is refused where there is none, and where one side is not spoken yet', async () => {
    const status = async (id: string): Promise<readonly [number, string]> => {
      const answer = await fetch(new URL(ROUTES.joinAudio('tides', id), studio.url));
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    expect(await status('the-bell/3')).toEqual([404, 'join-unknown']);
    expect(await status('nowhere/1')).toEqual([404, 'segment-unknown']);
    await order({ kind: 'speech', segment: 'the-bell/3', speech: 'Nobody rings it.' });
    expect(await status('the-bell/2')).toEqual([404, 'take-unknown']);
  });
});

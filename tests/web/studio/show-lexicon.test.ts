import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/edition.js';
import {
  type Job,
  type Order,
  type PublicationPlan,
  ROUTES,
  type StudioEdition,
} from '../../../src/web/studio/api.js';
import { buildFixture, type Fixture, finished, startStudio, type TestStudio } from './studio-server.js';

const VOICES = `{
  // Ours.
  "engine": "local",
  "roles": { "narrator": { "local": { "voice": "slt" } }, "letter": { "local": { "voice": "rms" } } },
  "lexicon": {
    "Omdahl": "OHM-dahl", // asked him
    "Tickets": { "say": "tick its", "caseSensitive": true }
  }
}
`;

let fixture: Fixture;
let studio: TestStudio;

beforeAll(async () => {
  fixture = await buildFixture();
});
afterAll(() => fixture.remove());
beforeEach(async () => {
  studio = await startStudio(fixture);
  await writeFile(file(), VOICES);
});
afterEach(() => studio.remove());

const file = (): string => path.join(studio.folder, 'voices.json');
const voices = async (): Promise<string> => readFile(file(), 'utf8');
const lexicon = async (): Promise<unknown> =>
  (JSON.parse((await voices()).replace(/\/\/.*$/gm, '')) as { lexicon: unknown }).lexicon;
const order = (wanted: Order) => studio.post(ROUTES.orders('tides'), { order: wanted });
const publish = async (): Promise<Job> =>
  finished(studio, await studio.post<Job>(ROUTES.publication('tides')));
const takeBack = async (): Promise<Job> => finished(studio, await studio.post<Job>(ROUTES.takeBack('tides')));
const say = (written: string, spoken?: string): Order => ({
  kind: 'say',
  written,
  ...(spoken === undefined ? {} : { spoken }),
  scope: 'show',
});

describe('a word kept for the show', () => {
  it('is written into voices.json when it is published, and leaves the rest of that file as it is', async () => {
    await order(say('Vandermolen', 'van der molen'));
    expect(await voices()).toBe(VOICES);
    const plan = await studio.get<PublicationPlan>(ROUTES.publication('tides'));
    expect(plan.showLexicon).toEqual({ Vandermolen: 'van der molen' });
    const job = await publish();
    expect(job).toMatchObject({ state: 'done', result: { showLexicon: { Vandermolen: 'van der molen' } } });
    const written = await voices();
    expect(written).toContain('"Vandermolen": "van der molen"');
    expect(written).toContain('"Omdahl": "OHM-dahl"');
    expect(written).toContain('// asked him');
    expect(written).toContain('// Ours.');
    const edition = JSON.parse(
      await readFile(path.join(studio.outDir, 'tides/edition.json'), 'utf8'),
    ) as Edition;
    expect(edition.stories[2]?.segments[2]?.speech).toBe('Ilse van der molen rings it.');
    const shown = await studio.get<StudioEdition>(ROUTES.edition('tides'));
    expect(shown.lexicon).toContainEqual(
      expect.objectContaining({ written: 'Vandermolen', scope: 'show', draft: false }),
    );
  });

  it('goes out of voices.json again when the publication is taken back', async () => {
    await order(say('Vandermolen', 'van der molen'));
    await publish();
    const job = await takeBack();
    expect(job).toMatchObject({ state: 'done', result: { showLexicon: { Vandermolen: null } } });
    expect(await lexicon()).toEqual({
      Omdahl: 'OHM-dahl',
      Tickets: { say: 'tick its', caseSensitive: true },
    });
    expect(await voices()).toContain('// asked him');
  });

  it('is what it was before, entry and all, one publication after the other', async () => {
    await order(say('Tickets', 'tickits'));
    await publish();
    await order(say('Tickets'));
    await publish();
    expect(await lexicon()).toEqual({ Omdahl: 'OHM-dahl' });
    await takeBack();
    expect(await lexicon()).toMatchObject({ Tickets: { say: 'tickits', caseSensitive: true } });
    await takeBack();
    expect(await lexicon()).toMatchObject({ Tickets: { say: 'tick its', caseSensitive: true } });
  });

  it('stays where somebody has changed it in the file since', async () => {
    await order(say('Vandermolen', 'van der molen'));
    await publish();
    await writeFile(file(), (await voices()).replace('van der molen', 'VAN der molen'));
    const job = await takeBack();
    expect(job.state).toBe('done');
    expect(job.result?.showLexicon).toBeUndefined();
    expect(await lexicon()).toMatchObject({ Vandermolen: 'VAN der molen' });
  });
});

import { Hono } from 'hono';
import {
  changesOf,
  chosenEngine,
  hasFormerState,
  listDraftTakes,
  listEngines,
  listVoices,
  openEdition,
  readDraft,
} from '../../../../index.js';
import type {
  EditionList,
  EngineVoices,
  SegmentTakes,
  Session,
  StoryPeaks,
  StudioEdition,
} from '../../api.js';
import type { HttpEnvironment } from '../http.js';
import { MAX_ISSUE_BYTES } from '../limits.js';
import { presentEdition } from '../present-edition.js';
import { presentTake } from '../present-segment.js';
import { takeKey, unknownStory, unknownTake } from '../refusals.js';
import type { Studio } from '../studio.js';

/** What is only looked at: session, editions, takes, voices. */
export function readingRoutes(studio: Studio): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>()
    .get('/session', async (context) => context.json(await sessionOf(studio)))
    .get('/voices', async (context) => context.json(await voicesOf(studio, context.req.query('engine'))))
    .get('/editions', async (context) =>
      context.json(await editionList(studio, context.req.query('after'), context.req.query('limit'))),
    )
    .get('/editions/:edition', async (context) =>
      context.json(await studioEdition(studio, context.req.param('edition'))),
    )
    .get('/editions/:edition/takes', async (context) =>
      context.json(
        await segmentTakes(studio, context.req.param('edition'), context.req.query('segment') ?? ''),
      ),
    )
    .get('/editions/:edition/stories/:story/peaks', async (context) =>
      context.json(await storyPeaks(studio, context.req.param('edition'), context.req.param('story'))),
    )
    .get('/takes/:take/peaks', async (context) => {
      const peaks = await studio.peaks.of(takeKey(context.req.param('take')));
      if (peaks === undefined) throw unknownTake();
      context.header('Cache-Control', 'private, max-age=31536000, immutable');
      return context.json(peaks);
    });
}

async function sessionOf({ token, version, loadConfig, engine, voices, siteUrl }: Studio): Promise<Session> {
  const config = await loadConfig();
  const { title, language, accent } = config.show;
  return {
    token,
    version,
    show: { title, language, ...(accent === undefined ? {} : { accent }) },
    engine: chosenEngine({ ...config, engine: engine ?? config.engine }),
    engines: listEngines(config.environment).map(({ name, title, isReady, isEmbedded }) => ({
      name,
      title,
      ready: isReady,
      embedded: isEmbedded,
    })),
    lexiconFile: voices.file,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    maxIssueBytes: MAX_ISSUE_BYTES,
  };
}

async function voicesOf(studio: Studio, engine: string | undefined): Promise<EngineVoices> {
  const config = await studio.loadConfig();
  const wanted = engine ?? studio.engine ?? config.engine;
  const found = await listVoices({ ...config, engine: wanted }, studio.hostFor(AbortSignal.timeout(20_000)));
  return {
    ...found,
    voices: found.voices.map(({ id, name, description }) => ({
      id,
      name,
      ...(description === undefined ? {} : { description }),
    })),
  };
}

const PAGE_LENGTH = 100;

async function editionList(
  studio: Studio,
  after: string | undefined,
  limit: string | undefined,
): Promise<EditionList> {
  const all = await studio.editions.list();
  const from = after === undefined ? 0 : all.findIndex(({ slug }) => slug === after) + 1;
  const length = Math.min(500, Math.max(1, Math.floor(Number(limit ?? PAGE_LENGTH)) || PAGE_LENGTH));
  const page = all.slice(from, from + length);
  const editions = await Promise.all(
    page.map(async ({ slug, title, date, durationSeconds, stories, engines, provisional, corrected }) => ({
      slug,
      title,
      date,
      durationSeconds,
      stories: stories.length,
      engines,
      provisional,
      corrected,
      draftSteps: await draftSteps(studio, slug),
    })),
  );
  const last = page.at(-1);
  const isEnd = from + length >= all.length || last === undefined;
  return { editions, ...(isEnd ? {} : { next: last.slug }) };
}

/** A draft that can't be read is complained about where it is opened; the list has all others. */
async function draftSteps({ outDir }: Studio, slug: string): Promise<number> {
  return readDraft({ outDir, slug }).then(
    ({ steps }) => steps.length,
    () => 0,
  );
}

async function studioEdition(studio: Studio, slug: string): Promise<StudioEdition> {
  const [published, { draft, view }, config] = await Promise.all([
    studio.editions.open(slug),
    studio.editions.viewKept(slug),
    studio.loadConfig(),
  ]);
  const canTakeBack = await hasFormerState({ outDir: studio.outDir, edition: slug });
  return presentEdition({ published, draft, view, config, siteUrl: studio.siteUrl, canTakeBack });
}

async function segmentTakes(studio: Studio, slug: string, segment: string): Promise<SegmentTakes> {
  const { outDir, engine } = studio;
  const published = await studio.editions.open(slug);
  const changes = changesOf(await readDraft({ outDir, slug }));
  const { history } = await openEdition({ outDir, edition: slug });
  const config = await studio.loadConfig();
  const found = await listDraftTakes(
    { outDir, published, changes, config, segment, ...(engine === undefined ? {} : { engine }) },
    history,
  );
  return {
    segment,
    speech: found.segment.speech,
    takes: found.takes.map(({ number, take, madeAt, isPublished, isChosen }) => ({
      ...presentTake(found.segment, take),
      number,
      madeAt,
      published: isPublished,
      chosen: isChosen,
      complaints: (take.findings ?? []).map(({ message }) => message),
    })),
  };
}

async function storyPeaks(studio: Studio, slug: string, story: string): Promise<StoryPeaks> {
  const { view } = await studio.editions.viewKept(slug);
  const viewed = view.stories.find((one) => one.story.slug === story);
  if (viewed === undefined) throw unknownStory(story);
  const keys = new Set(viewed.segments.flatMap(({ take, published }) => [take?.key, published?.take]));
  const pictures = await Promise.all(
    [...keys].flatMap((key) =>
      key === undefined ? [] : [studio.peaks.of(key).then((peaks) => [key, peaks] as const)],
    ),
  );
  return {
    takes: Object.fromEntries(
      pictures.flatMap(([key, peaks]) => (peaks === undefined ? [] : [[key, peaks]])),
    ),
  };
}

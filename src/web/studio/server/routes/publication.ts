import { Hono } from 'hono';
import {
  afterPublishing,
  changesOf,
  type Draft,
  type DraftView,
  type PipelineHost,
  type RegenerateResult,
  regenerate,
  writeLexicon,
} from '../../../../index.js';
import type { JobResult, PublicationPlan, PublishRequest, TakeBackRequest } from '../../api.js';
import { bodyOf, type HttpEnvironment } from '../http.js';
import { addUp, costOf } from '../present-cost.js';
import { linksOf, presentStep } from '../present-edition.js';
import { placeNotice } from '../present-notices.js';
import { draftChanged, refused } from '../refusals.js';
import { publishRequest, takeBackRequest } from '../request-schemas.js';
import { takeBackForShow, writeForShow } from '../show-lexicon.js';
import type { Studio } from '../studio.js';

/** Publishing what was changed, deliberately; and taking it back. */
export function publicationRoutes(studio: Studio): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>()
    .get('/editions/:edition/publication', async (context) =>
      context.json(await planOf(studio, context.req.param('edition'))),
    )
    .post('/editions/:edition/publication', async (context) => {
      const request = await bodyOf(context, publishRequest);
      return context.json(await startPublishing(studio, context.req.param('edition'), request), 202);
    })
    .post('/editions/:edition/publication/take-back', async (context) => {
      const request = await bodyOf(context, takeBackRequest);
      return context.json(await startTakingBack(studio, context.req.param('edition'), request), 202);
    });
}

async function planOf(studio: Studio, slug: string): Promise<PublicationPlan> {
  const [{ edition }, { draft, view }] = await Promise.all([
    studio.editions.open(slug),
    studio.editions.viewKept(slug),
  ]);
  const before = edition.stories.map((story) => story.slug);
  const stories = view.stories.flatMap(({ story, spoken, segments }) => {
    const change = changeOf(story.slug, view, before);
    if (change === undefined) return [];
    const costs = segments.filter((one) => one.spoken && spoken).map(({ cost }) => costOf(cost, view));
    return [{ slug: story.slug, title: story.title, change, cost: addUp(costs) }];
  });
  const touched = new Set(stories.map((story) => story.slug));
  return {
    revision: draft.revision,
    steps: draft.steps.map(presentStep),
    stories,
    unchangedStories: view.spoken.filter((one) => !touched.has(one)).length,
    totalStories: view.spoken.length,
    cost: costOf(view.cost, view),
    showLexicon: view.showLexicon,
    notices: view.notices
      .filter(({ story }) => story === undefined || view.meant.has(story))
      .map(placeNotice),
  };
}

/** What becomes of a story; nothing where it stays as it is. */
function changeOf(
  slug: string,
  { spoken, meant }: DraftView,
  published: readonly string[],
): PublicationPlan['stories'][number]['change'] | undefined {
  const isPublished = published.includes(slug);
  if (!spoken.includes(slug)) return isPublished ? 'left-out' : undefined;
  if (!isPublished) return 'added';
  if (meant.has(slug)) return 'changed';
  const before = published.filter((one) => spoken.includes(one));
  const after = spoken.filter((one) => published.includes(one));
  return before.indexOf(slug) === after.indexOf(slug) ? undefined : 'moved';
}

async function startPublishing(studio: Studio, slug: string, request: PublishRequest) {
  const { draft } = await studio.editions.viewKept(slug);
  if (request.revision !== undefined && request.revision !== draft.revision) throw draftChanged();
  if (draft.steps.length === 0)
    throw refused('nothing-to-publish', 'Nothing is changed since it was published.');
  const { edition } = await studio.editions.open(slug);
  checkIdle(studio, slug);
  return studio.jobs.start({
    kind: 'publish',
    edition: slug,
    title: edition.title,
    work: (host) => publish(studio, slug, { draft, request }, host),
  });
}

/** What is published twice at once would wait for the other, and surprise. */
function checkIdle({ jobs }: Studio, slug: string): void {
  const isBusy = jobs.list().some(({ edition, state }) => edition === slug && state === 'running');
  if (isBusy) throw refused('edition-busy', 'This edition is just being published; wait until that is done.');
}

async function publish(
  studio: Studio,
  slug: string,
  { draft, request }: { readonly draft: Draft; readonly request: PublishRequest },
  host: PipelineHost,
): Promise<JobResult> {
  const { outDir, engine, editions, drafts, voices } = studio;
  const { note, reissue, maxCharacters } = request;
  const { showLexicon } = await editions.view(slug, draft);
  const isForShow = Object.keys(showLexicon).length > 0;
  // A file that can't be written shall cost no speech.
  if (isForShow) await writeLexicon(voices, {});
  const made = await regenerate(
    {
      outDir,
      edition: slug,
      config: await studio.loadConfig(),
      changes: changesOf(draft),
      ...(engine === undefined ? {} : { engine }),
      ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
      ...(reissue === undefined ? {} : { reissue }),
      ...(maxCharacters === undefined ? {} : { maxCharacters }),
    },
    host,
  );
  if (isForShow) await writeForShow(studio, { slug, episode: made.edition.audio.sha256 }, showLexicon);
  editions.takesWereMade();
  await drafts.change(slug, (kept) => afterPublishing(kept, draft.steps));
  return resultOf(studio, made, showLexicon);
}

async function startTakingBack(studio: Studio, slug: string, { story, note }: TakeBackRequest) {
  const { edition } = await studio.editions.open(slug);
  checkIdle(studio, slug);
  return studio.jobs.start({
    kind: 'take-back',
    edition: slug,
    title: edition.title,
    work: async (host) => {
      const config = await studio.loadConfig();
      const made = await regenerate(
        {
          outDir: studio.outDir,
          edition: slug,
          config,
          undo: true,
          ...(story === undefined ? {} : { story }),
          ...(note === undefined ? {} : { note }),
        },
        host,
      );
      // A story alone goes back to any former state, the show's lexicon only with the whole edition.
      const lexicon =
        story === undefined ? await takeBackForShow(studio, { slug, episode: edition.audio.sha256 }) : {};
      return resultOf(studio, made, lexicon);
    },
  });
}

async function resultOf(
  studio: Studio,
  { edition, bill, proof }: RegenerateResult,
  showLexicon: Readonly<Record<string, string | null>>,
): Promise<JobResult> {
  const config = await studio.loadConfig();
  const { changed, unchanged, removed, addedSeconds } = proof;
  return {
    edition: edition.slug,
    durationSeconds: edition.durationSeconds,
    links: linksOf(edition.slug, edition.audio.file, { config, siteUrl: studio.siteUrl }),
    bill,
    proof: { changed, unchanged, removed, addedSeconds },
    ...(Object.keys(showLexicon).length === 0 ? {} : { showLexicon }),
  };
}

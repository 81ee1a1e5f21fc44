import { Hono } from 'hono';
import {
  type BuildPlan,
  build,
  compileLexicon,
  type Dropped,
  differencesOf,
  type PipelineHost,
  placesOfDropped,
  plan,
  type ScriptStory,
} from '../../../../index.js';
import type { BuildOrder, IssuePlan, Job, JobResult, PlannedStory } from '../../api.js';
import { bodyOf, type HttpEnvironment } from '../http.js';
import { MAX_ISSUE_BODY_BYTES, MAX_ISSUE_BYTES } from '../limits.js';
import { costOf } from '../present-cost.js';
import { linksOf } from '../present-edition.js';
import { placeNotice } from '../present-notices.js';
import { presentDropped } from '../present-segment.js';
import { buildOrder, issueRequest } from '../request-schemas.js';
import type { Studio } from '../studio.js';

/** From an issue to an edition: read it, see what will be said and what it costs, build it. */
export function issueRoutes(studio: Studio): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>()
    .post('/issues', async (context) => {
      const request = await bodyOf(context, issueRequest(MAX_ISSUE_BYTES), MAX_ISSUE_BODY_BYTES);
      const host = studio.hostFor(context.req.raw.signal);
      const id = await studio.issues.add(request, host);
      try {
        return context.json(await planOf(studio, id, host));
      } catch (error) {
        // What can't be planned can't be built.
        await studio.issues.forget(id);
        throw error;
      }
    })
    .get('/issues/:issue', async (context) =>
      context.json(await planOf(studio, context.req.param('issue'), studio.hostFor(context.req.raw.signal))),
    )
    .delete('/issues/:issue', async (context) => {
      await studio.issues.forget(context.req.param('issue'));
      return context.body(null, 204);
    })
    .post('/issues/:issue/build', async (context) => {
      const order = await bodyOf(context, buildOrder);
      return context.json(await startBuild(studio, context.req.param('issue'), order), 202);
    });
}

async function planOf(studio: Studio, id: string, world: PipelineHost): Promise<IssuePlan> {
  const { request, host } = await studio.issues.requestFor(id, await configOf(studio), world);
  const planned = await plan(request, host);
  const { slug, title, date, language } = planned.script.issue;
  const { speech } = planned;
  const editions = await studio.editions.list();
  return {
    id,
    slug,
    title,
    date,
    language,
    engine: speech.engine,
    replaces: editions.some((edition) => edition.slug === slug),
    stories: plannedStories(planned, request.config.voices.lexicon),
    cost: costOf(speech.total, speech),
    workSeconds: speech.workSeconds,
    ...(speech.credits === undefined ? {} : { credits: speech.credits }),
    notices: [...planned.notices, ...speech.notices].map(placeNotice),
  };
}

function plannedStories(
  { issue, script, speech }: BuildPlan,
  entries: Parameters<typeof compileLexicon>[0],
): readonly PlannedStory[] {
  const { first, after } = placesOfDropped(issue, script);
  const lexicon = compileLexicon(entries, speech.engine);
  const itemsOf = ({ slug, segments }: ScriptStory): PlannedStory['items'] => [
    ...dropped(first.get(slug)),
    ...segments.flatMap((segment) => {
      const { id, kind, role, source, speech: words } = segment;
      const differences = differencesOf(segment, segment, lexicon, script.issue.language);
      return [
        { item: 'segment' as const, id, kind, role, source, speech: words, differences },
        ...dropped(after.get(id)),
      ];
    }),
  ];
  return script.stories.map((story) => {
    const cost = speech.stories.find(({ slug }) => slug === story.slug) ?? speech.total;
    const { slug, title, kind } = story;
    return { slug, title, kind, cost: costOf(cost, speech), items: itemsOf(story) };
  });
}

function dropped(blocks: readonly Dropped[] = []) {
  return blocks.map(presentDropped);
}

async function startBuild(studio: Studio, id: string, order: BuildOrder): Promise<Job> {
  const world = studio.hostFor(AbortSignal.timeout(60_000));
  const { slug, title } = await planOf(studio, id, world);
  return studio.jobs.start({
    kind: 'build',
    edition: slug,
    title,
    issue: id,
    work: (host) => buildIssue(studio, id, order, host),
  });
}

async function buildIssue(
  studio: Studio,
  id: string,
  { maxCharacters }: BuildOrder,
  world: PipelineHost,
): Promise<JobResult> {
  const config = await configOf(studio);
  const { request, host } = await studio.issues.requestFor(id, config, world);
  const limited = maxCharacters === undefined ? request : { ...request, maxCharacters };
  const { edition, bill } = await build(limited, host);
  studio.editions.takesWereMade();
  await studio.issues.forget(id);
  return {
    edition: edition.slug,
    durationSeconds: edition.durationSeconds,
    links: linksOf(edition.slug, edition.audio.file, { config, siteUrl: studio.siteUrl }),
    bill,
  };
}

async function configOf({ loadConfig, engine }: Studio) {
  const config = await loadConfig();
  return engine === undefined ? config : { ...config, engine };
}

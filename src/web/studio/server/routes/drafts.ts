import { Hono } from 'hono';
import {
  changesOf,
  type DraftView,
  emptied,
  type Draft as KeptDraft,
  previewSegment,
  redoStep,
  undoStep,
  withoutStep,
} from '../../../../index.js';
import type { Draft, OrderAnswer, Preview, PreviewRequest } from '../../api.js';
import { bodyOf, type HttpEnvironment } from '../http.js';
import { addUp, costOf } from '../present-cost.js';
import { presentDraft } from '../present-edition.js';
import { presentTake } from '../present-segment.js';
import { unknownTake } from '../refusals.js';
import { orderRequest, previewRequest, revisionRequest } from '../request-schemas.js';
import type { Studio } from '../studio.js';

/** Changes that are not published: orders, undo and redo, and hearing what they make. */
export function draftRoutes(studio: Studio): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>()
    .get('/editions/:edition/draft', async (context) => {
      const slug = context.req.param('edition');
      const { draft } = await studio.editions.viewKept(slug);
      return context.json(await shown(studio, slug, draft));
    })
    .delete('/editions/:edition/draft', async (context) => {
      const slug = context.req.param('edition');
      const { revision } = await bodyOf(context, revisionRequest);
      return context.json(await shown(studio, slug, await studio.drafts.change(slug, emptied, revision)));
    })
    .post('/editions/:edition/draft/undo', async (context) => {
      const slug = context.req.param('edition');
      const { revision } = await bodyOf(context, revisionRequest);
      return context.json(await shown(studio, slug, await studio.drafts.change(slug, undoStep, revision)));
    })
    .post('/editions/:edition/draft/redo', async (context) => {
      const slug = context.req.param('edition');
      const { revision } = await bodyOf(context, revisionRequest);
      return context.json(await shown(studio, slug, await studio.drafts.change(slug, redoStep, revision)));
    })
    .delete('/editions/:edition/draft/steps/:step', async (context) => {
      const { edition, step } = context.req.param();
      const draft = await studio.drafts.change(edition, (kept) => withoutStep(kept, step));
      return context.json(await shown(studio, edition, draft));
    })
    .post('/editions/:edition/orders', async (context) => {
      const { order, dry, revision } = await bodyOf(context, orderRequest);
      const slug = context.req.param('edition');
      const ordered = await studio.drafts.order(slug, order, {
        ...(dry === undefined ? {} : { dry }),
        ...(revision === undefined ? {} : { revision }),
      });
      const draft = await shown(studio, slug, ordered.draft);
      return context.json({ ...differenceOf(ordered.before, ordered.after), draft } satisfies OrderAnswer);
    })
    .post('/editions/:edition/previews', async (context) => {
      const request = await bodyOf(context, previewRequest);
      return context.json(
        await preview(studio, context.req.param('edition'), request, context.req.raw.signal),
      );
    });
}

async function shown(studio: Studio, slug: string, draft: KeptDraft): Promise<Draft> {
  const [published, view] = await Promise.all([
    studio.editions.open(slug),
    studio.editions.view(slug, draft),
  ]);
  return presentDraft(draft, view, published);
}

/** What an order changes: the segments that are said otherwise, or anew, or no more. */
function differenceOf(before: DraftView, after: DraftView): Omit<OrderAnswer, 'draft'> {
  const former = new Map(segmentsOf(before).map((line) => [line.segment.segment.id, line]));
  const touched = segmentsOf(after).filter((line) => {
    const was = former.get(line.segment.segment.id);
    return was === undefined || lookOf(was) !== lookOf(line);
  });
  const moved = after.spoken.filter((slug, index) => before.spoken[index] !== slug);
  const isOrder = before.spoken.length === after.spoken.length ? moved : [];
  return {
    cost: addUp([
      costOf({ segments: 0, newCharacters: 0, keptCharacters: 0, requests: 0 }, after),
      ...touched.filter(({ spoken }) => spoken).map(({ segment }) => costOf(segment.cost, after)),
    ]),
    segments: touched.map(({ segment }) => segment.segment.id),
    stories: [...new Set([...touched.map(({ story }) => story), ...isOrder])],
  };
}

function segmentsOf({ stories }: DraftView) {
  return stories.flatMap(({ story, spoken, segments }) =>
    segments.map((segment) => ({ story: story.slug, segment, spoken: spoken && segment.spoken })),
  );
}

function lookOf({ segment, spoken }: ReturnType<typeof segmentsOf>[number]): string {
  return JSON.stringify([segment.segment.speech, segment.takeKey, segment.voice, spoken]);
}

async function preview(
  studio: Studio,
  slug: string,
  { segment, order, embedded = false }: PreviewRequest,
  signal: AbortSignal,
): Promise<Preview> {
  const { outDir, engine, editions, peaks, hostFor, loadConfig } = studio;
  const [published, { draft, view }, config] = await Promise.all([
    editions.open(slug),
    editions.viewKept(slug),
    loadConfig(),
  ]);
  const heard = await previewSegment(
    {
      outDir,
      published,
      changes: changesOf(draft),
      config,
      segment,
      embedded,
      orders: order === undefined ? [] : [order],
      ...(engine === undefined ? {} : { engine }),
    },
    hostFor(signal),
  ).catch((error: unknown) => {
    // A preview that was given up may have kept its take before.
    editions.takesWereMade();
    throw error;
  });
  if (heard.spokenCharacters > 0) editions.takesWereMade();
  const picture = await peaks.of(heard.take.key);
  if (picture === undefined) throw unknownTake();
  return {
    segment,
    speech: heard.segment.speech,
    tokens: heard.segment.tokens,
    take: presentTake(heard.segment, heard.take),
    peaks: picture,
    cost: paidFor(heard.spokenCharacters, heard.take.engine, segment, view),
  };
}

/** What was paid for a preview, by what another take of the segment costs a character. */
function paidFor(characters: number, engine: string, id: string, view: DraftView) {
  const priced = segmentsOf(view).find(({ segment }) => segment.segment.id === id)?.segment.newTakeCost;
  const share = priced === undefined || priced.newCharacters === 0 ? 0 : characters / priced.newCharacters;
  const part = (amount: number | undefined) => (amount === undefined ? undefined : amount * share);
  const [dollars, units] = engine === view.engine ? [part(priced?.dollars), part(priced?.units)] : [];
  return costOf(
    {
      segments: 1,
      newCharacters: characters,
      keptCharacters: 0,
      requests: characters === 0 ? 0 : 1,
      ...(dollars === undefined ? {} : { dollars }),
      ...(units === undefined ? {} : { units }),
    },
    { engine, unit: engine === view.engine ? view.unit : undefined },
  );
}

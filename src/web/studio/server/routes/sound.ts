import path from 'node:path';
import { Hono } from 'hono';
import { findTake, hearJoin } from '../../../../index.js';
import { type HttpContext, type HttpEnvironment, sendFile } from '../http.js';
import { takeKey, unknownStory, unknownTake } from '../refusals.js';
import type { Studio } from '../studio.js';

/** Sound: episodes, stories, joins, takes. */
export function soundRoutes(studio: Studio): Hono<HttpEnvironment> {
  const published = async (context: HttpContext, slug: string, name: string) =>
    sendFile(context, {
      root: studio.outDir,
      name: `${slug}/${name}`,
      mediaType: 'audio/mpeg',
      isImmutable: false,
    });
  return new Hono<HttpEnvironment>()
    .get('/editions/:edition/audio', async (context) => {
      const { slug, edition } = await studio.editions.open(context.req.param('edition'));
      return published(context, slug, edition.audio.file);
    })
    .get('/editions/:edition/stories/:story/audio', async (context) => {
      const { slug, edition } = await studio.editions.open(context.req.param('edition'));
      const name = context.req.param('story');
      const story = edition.stories.find((one) => one.slug === name);
      if (story === undefined) throw unknownStory(name);
      return published(context, slug, story.file);
    })
    .get('/editions/:edition/joins/audio', async (context) => {
      const { outDir, editions, hostFor, loadConfig } = studio;
      const slug = context.req.param('edition');
      const [published, { view }, config] = await Promise.all([
        editions.open(slug),
        editions.viewKept(slug),
        loadConfig(),
      ]);
      const segment = context.req.query('segment') ?? '';
      const host = hostFor(context.req.raw.signal);
      const wav = await hearJoin({ outDir, published, view, config, segment }, host);
      return context.body(Buffer.from(wav), 200, { 'Content-Type': 'audio/wav' });
    })
    .get('/takes/:take/audio', async (context) => {
      const { outDir } = studio;
      const take = await findTake({ outDir, take: takeKey(context.req.param('take')) });
      if (take === undefined) throw unknownTake();
      const { dir, base } = path.parse(take.file);
      return sendFile(context, { root: dir, name: base, mediaType: 'audio/wav', isImmutable: true });
    });
}

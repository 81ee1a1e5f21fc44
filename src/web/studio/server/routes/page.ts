import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { type HttpContext, type HttpEnvironment, sendFile } from '../http.js';
import { refused } from '../refusals.js';
import type { Studio } from '../studio.js';

/** The page's own files, as the build has bundled them. */
export function pageRoutes(studio: Studio): Hono<HttpEnvironment> {
  const { webFolder } = studio.hostFor(new AbortController().signal);
  const folder = path.join(webFolder, 'studio');
  const fileRoute = (name: string, mediaType: string) => async (context: HttpContext) =>
    sendFile(context, { root: folder, name, mediaType, isImmutable: false });
  return new Hono<HttpEnvironment>()
    .get('/', async (context) => {
      const html = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined);
      if (html === undefined) throw pageMissing(folder);
      return context.html(html.replaceAll('{{token}}', studio.token));
    })
    .get('/ahead.js', fileRoute('ahead.js', 'text/javascript; charset=utf-8'))
    .get('/studio.js', fileRoute('studio.js', 'text/javascript; charset=utf-8'))
    .get('/studio.css', fileRoute('studio.css', 'text/css; charset=utf-8'));
}

function pageMissing(folder: string) {
  return refused('page-missing', `${folder} has no page; run "npm run build" or install the package anew.`);
}

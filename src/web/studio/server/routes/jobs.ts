import { Hono } from 'hono';
import type { HttpEnvironment } from '../http.js';
import type { Studio } from '../studio.js';

/** Work that is under way or was done, and its end. */
export function jobRoutes({ jobs }: Studio): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>()
    .get('/jobs', (context) => context.json(jobs.list()))
    .get('/jobs/:job', (context) => context.json(jobs.get(context.req.param('job'))))
    .delete('/jobs/:job', (context) => context.json(jobs.cancel(context.req.param('job'))));
}

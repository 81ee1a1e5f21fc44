import { Hono } from 'hono';
import { AudioEditionError } from '../../../index.js';
import type { ApiError } from '../api.js';
import { type GuardRules, guard } from './guard.js';
import type { HttpEnvironment } from './http.js';
import { statusOf } from './refusals.js';
import { draftRoutes } from './routes/drafts.js';
import { eventRoutes } from './routes/events.js';
import { issueRoutes } from './routes/issues.js';
import { jobRoutes } from './routes/jobs.js';
import { pageRoutes } from './routes/page.js';
import { publicationRoutes } from './routes/publication.js';
import { readingRoutes } from './routes/reading.js';
import { soundRoutes } from './routes/sound.js';
import type { Studio } from './studio.js';

/** The studio as a web application: who may ask, and which route answers. */
export function createApp(studio: Studio, rules: GuardRules): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.use(guard(rules));
  app.route('/', pageRoutes(studio));
  app.route('/api', readingRoutes(studio));
  app.route('/api', soundRoutes(studio));
  app.route('/api', draftRoutes(studio));
  app.route('/api', publicationRoutes(studio));
  app.route('/api', issueRoutes(studio));
  app.route('/api', jobRoutes(studio));
  app.route('/api', eventRoutes(studio));
  app.notFound((context) =>
    context.json(errorBody('route-unknown', 'There is nothing at this address.'), 404),
  );
  app.onError((error, context) => {
    if (error instanceof AudioEditionError)
      return context.json(errorBody(error.code, error.message), statusOf(error));
    // Whoever asked is gone, so nobody reads this.
    if (!context.req.raw.signal.aborted) studio.onFailure(error);
    return context.json(
      errorBody('unexpected', 'The studio failed for a reason that it did not foresee.'),
      500,
    );
  });
  return app;
}

function errorBody(code: string, message: string): ApiError {
  return { error: { code, message } };
}

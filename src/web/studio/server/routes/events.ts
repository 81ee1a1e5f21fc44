import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { StudioEvent } from '../../api.js';
import type { HttpEnvironment } from '../http.js';
import type { Studio } from '../studio.js';

/** A line now and then keeps whoever is between from closing a stream on which nothing happens. */
const ALIVE_EVERY_MS = 20_000;

/** A browser that lost the stream asks again after so long; a server that is started anew is back soon. */
const AGAIN_MS = 1000;

/** Jobs that ended longer ago are old news for a window that connects. */
const LATELY_MS = 60 * 60 * 1000;

/** What happens, as it happens, to every window. */
export function eventRoutes({ events, jobs }: Studio): Hono<HttpEnvironment> {
  return new Hono<HttpEnvironment>().get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const tell = (event: StudioEvent) =>
        void stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
      void stream.write(`retry: ${AGAIN_MS}\n\n`);
      const stop = events.listen(tell);
      for (const job of jobs.list().toReversed()) {
        const endedMs = job.endedAt === undefined ? Date.now() : Date.parse(job.endedAt);
        if (job.state === 'running' || Date.now() - endedMs < LATELY_MS) tell({ type: 'job', job });
      }
      const alive = setInterval(() => void stream.write(': alive\n\n'), ALIVE_EVERY_MS);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearInterval(alive);
      stop();
    }),
  );
}

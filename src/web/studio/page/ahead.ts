import { type EditionList, ROUTES } from '../api.js';
import { placeOf } from './place.js';

/*
 * The first answers are asked for while the page's script is still on its way: a script of its own, a hundredth of
 * the page's, does that. Else the server would wait for the browser, and then the browser for the server.
 */

declare global {
  /** Where the two scripts of the page meet. */
  var studioAhead: Map<string, Promise<Response>> | undefined;
}

/** Asks for what the page shows first. */
export function askAhead(hash: string): void {
  const answers = new Map<string, Promise<Response>>();
  const ask = (url: string): Promise<Response> => {
    const answer = fetch(url, { headers: { accept: 'application/json' } });
    answers.set(url, answer);
    // Whoever takes it is told.
    answer.catch(() => undefined);
    return answer;
  };
  globalThis.studioAhead = answers;
  const place = placeOf(hash);
  if (place.view === 'edition' && place.edition !== undefined) ask(ROUTES.edition(place.edition));
  const editions = ask(ROUTES.editions);
  if (place.view === 'edition' && place.edition === undefined) void askNewest(editions, ask);
  ask(ROUTES.session);
  ask(ROUTES.jobs);
}

/** The answer that was asked for ahead, for the first who wants it; later ones are to ask anew. */
export function takeAhead(url: string): Promise<Response> | undefined {
  const answer = globalThis.studioAhead?.get(url);
  globalThis.studioAhead?.delete(url);
  return answer;
}

/** Forgets answers that nobody wanted: in a while they are no longer true. */
export function dropAhead(): void {
  globalThis.studioAhead = undefined;
}

/** Without a place in the address it is the newest edition that is shown. */
async function askNewest(
  editions: Promise<Response>,
  ask: (url: string) => Promise<Response>,
): Promise<void> {
  try {
    const { editions: all } = (await (await editions).clone().json()) as EditionList;
    if (all[0] !== undefined) ask(ROUTES.edition(all[0].slug));
  } catch {
    // The page asks again, and tells.
  }
}

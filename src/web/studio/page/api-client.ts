import {
  type ApiError,
  type Draft,
  type EditionList,
  type EngineVoices,
  type IssuePlan,
  type IssueRequest,
  type Job,
  type Order,
  type OrderAnswer,
  type Preview,
  type PreviewRequest,
  type PublicationPlan,
  type PublishRequest,
  ROUTES,
  type SegmentTakes,
  type Session,
  type StoryPeaks,
  type StudioEdition,
  TOKEN_HEADER,
} from '../api.js';
import { takeAhead } from './ahead.js';

/** An answer that says no, or none at all. `message` is a sentence for people. */
export class ApiFailure extends Error {
  constructor(
    /** Stable, from the server; `no-answer` where there was none. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Asks the studio's server; every answer is typed. Methods reject with `ApiFailure`. */
export class StudioApi {
  constructor(private token: string) {}

  async session(): Promise<Session> {
    const session = await this.get<Session>(ROUTES.session);
    this.token = session.token;
    return session;
  }

  editions = (after?: string): Promise<EditionList> =>
    this.get(after === undefined ? ROUTES.editions : `${ROUTES.editions}?after=${encodeURIComponent(after)}`);
  edition = (slug: string): Promise<StudioEdition> => this.get(ROUTES.edition(slug));
  peaks = (slug: string, story: string): Promise<StoryPeaks> => this.get(ROUTES.storyPeaks(slug, story));
  takes = (slug: string, segment: string): Promise<SegmentTakes> =>
    this.get(ROUTES.segmentTakes(slug, segment));
  voices = (engine: string): Promise<EngineVoices> =>
    this.get(`${ROUTES.voices}?engine=${encodeURIComponent(engine)}`);

  order = (slug: string, order: Order, revision: number): Promise<OrderAnswer> =>
    this.send('POST', ROUTES.orders(slug), { order, revision });
  /** What an order would do and cost. */
  estimate = (slug: string, order: Order, signal?: AbortSignal): Promise<OrderAnswer> =>
    this.send('POST', ROUTES.orders(slug), { order, dry: true }, signal);
  undo = (slug: string, revision: number): Promise<Draft> =>
    this.send('POST', ROUTES.undo(slug), { revision });
  redo = (slug: string, revision: number): Promise<Draft> =>
    this.send('POST', ROUTES.redo(slug), { revision });
  undoStep = (slug: string, step: string): Promise<Draft> =>
    this.send('DELETE', ROUTES.draftStep(slug, step));
  preview = (slug: string, request: PreviewRequest, signal?: AbortSignal): Promise<Preview> =>
    this.send('POST', ROUTES.previews(slug), request, signal);

  publication = (slug: string): Promise<PublicationPlan> => this.get(ROUTES.publication(slug));
  publish = (slug: string, request: PublishRequest): Promise<Job> =>
    this.send('POST', ROUTES.publication(slug), request);
  takeBack = (slug: string): Promise<Job> => this.send('POST', ROUTES.takeBack(slug), {});

  readIssue = (request: IssueRequest): Promise<IssuePlan> => this.send('POST', ROUTES.issues, request);
  issue = (id: string): Promise<IssuePlan> => this.get(ROUTES.issue(id));
  forgetIssue = (id: string): Promise<void> => this.send('DELETE', ROUTES.issue(id));
  build = (id: string, maxCharacters: number): Promise<Job> =>
    this.send('POST', ROUTES.build(id), { maxCharacters });

  jobs = (): Promise<readonly Job[]> => this.get(ROUTES.jobs);
  cancel = (job: string): Promise<Job> => this.send('DELETE', ROUTES.job(job));

  private async get<T>(url: string): Promise<T> {
    return answerOf<T>(await ask(url, { headers: { accept: 'application/json' } }, takeAhead(url)));
  }

  /** After a restart of the server the token is another one; asked for once, then tried again. */
  private async send<T>(method: string, url: string, body?: object, signal?: AbortSignal): Promise<T> {
    const attempt = async (): Promise<T> =>
      answerOf<T>(
        await ask(url, {
          method,
          headers: { 'content-type': 'application/json', [TOKEN_HEADER]: this.token },
          body: JSON.stringify(body ?? {}),
          ...(signal === undefined ? {} : { signal }),
        }),
      );
    return attempt().catch(async (error: unknown) => {
      if (!(error instanceof ApiFailure && error.code === 'bad-token')) throw error;
      await this.session();
      return attempt();
    });
  }
}

async function ask(url: string, init: RequestInit, ahead = fetch(url, init)): Promise<Response> {
  return ahead.catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiFailure('no-answer', 'The studio’s server does not answer; is it still running?', { cause });
  });
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  const { code, message } = errorIn(text);
  throw new ApiFailure(code ?? 'refused', message ?? `The studio’s server answered ${response.status}.`);
}

function errorIn(text: string): Partial<ApiError['error']> {
  try {
    return (JSON.parse(text) as Partial<ApiError>).error ?? {};
  } catch {
    return {};
  }
}

import type { Config, PipelineEvent, PipelineHost, VoicesPlace } from '../../../index.js';
import type { StudioEvent } from '../api.js';
import { DraftDesk } from './draft-desk.js';
import { Editions } from './editions.js';
import { IssueShelf } from './issue-shelf.js';
import { JobBoard } from './job-board.js';
import { PeaksCache } from './peaks-cache.js';

/** What the studio is told when it starts; everything of the outside world comes in here. */
export interface StudioSettings {
  /** The output folder; it may be empty. */
  readonly outDir: string;
  /** Reads the settings as they are now. */
  readonly loadConfig: () => Promise<Config>;
  /** Where the show's lexicon is written. */
  readonly voices: VoicesPlace;
  /** Engine to speak with; default: the one that spoke an edition, for a new one what the settings say. */
  readonly engine?: string;
  /** The pipeline's world for one piece of work. */
  readonly hostFor: (signal: AbortSignal, onEvent?: (event: PipelineEvent) => void) => PipelineHost;
  readonly version: string;
  /** Told of failures that are the program's own; messages hold no keys. */
  readonly onFailure: (error: unknown) => void;
}

/** The studio's memory: what all its windows share. */
export interface Studio extends StudioSettings {
  /** Needed for every write; another one with every start. */
  readonly token: string;
  readonly editions: Editions;
  readonly drafts: DraftDesk;
  readonly issues: IssueShelf;
  readonly jobs: JobBoard;
  readonly peaks: PeaksCache;
  readonly events: EventChannel;
  /** Where the published pages are served; absent where they are not. */
  readonly siteUrl?: string;
}

/** Hands events on to every window that listens. */
export class EventChannel {
  readonly #listeners = new Set<(event: StudioEvent) => void>();

  tell(event: StudioEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** @returns Ends the listening. */
  listen(listener: (event: StudioEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Looks at the newest edition before anybody asks: it is the one that is opened first, as a rule. */
export async function lookAhead({ editions }: Studio): Promise<void> {
  try {
    const [newest] = await editions.list();
    if (newest !== undefined) await editions.viewKept(newest.slug);
  } catch {
    // Whoever opens it will be told.
  }
}

/** Opens the studio on an output folder; what was edited, built or left in between is found again. */
export async function openStudio(
  settings: StudioSettings,
  { token, siteUrl }: { readonly token: string; readonly siteUrl?: string },
): Promise<Studio> {
  const events = new EventChannel();
  const editions = new Editions(settings);
  const jobs = await JobBoard.open(settings, events);
  return {
    ...settings,
    token,
    editions,
    events,
    jobs,
    drafts: new DraftDesk(settings, editions, events),
    issues: new IssueShelf(settings),
    peaks: new PeaksCache(settings.outDir),
    ...(siteUrl === undefined ? {} : { siteUrl }),
  };
}

import { DraftDesk } from './draft-desk.js';
import { Editions } from './editions.js';
import { EventChannel } from './event-channel.js';
import { IssueShelf } from './issue-shelf.js';
import { JobBoard } from './job-board.js';
import { PeaksCache } from './peaks-cache.js';
import type { StudioSettings } from './studio-settings.js';

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

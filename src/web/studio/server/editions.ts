import {
  changesOf,
  type Draft,
  type DraftView,
  editionStamp,
  listEditions,
  openPublished,
  type PublishedEdition,
  readDraft,
  viewDraft,
} from '../../../index.js';
import { refused } from './refusals.js';
import type { StudioSettings } from './studio-settings.js';

type ListedEditions = Awaited<ReturnType<typeof listEditions>>;

/** So many editions and views of them are kept in memory. */
const MOST_KEPT = 8;

/** The published editions, read once for as long as their files stay as they are. */
export class Editions {
  readonly #settings: StudioSettings;
  readonly #published = new Map<string, Promise<PublishedEdition>>();
  readonly #views = new Map<string, Promise<DraftView>>();
  #list: { readonly stamp: string; readonly editions: ListedEditions } | undefined;
  #takesMade = 0;

  constructor(settings: StudioSettings) {
    this.#settings = settings;
  }

  /** All editions, newest first. */
  async list(): Promise<ListedEditions> {
    const { outDir, hostFor } = this.#settings;
    const host = hostFor(new AbortController().signal);
    const stamp = await editionStamp({ outDir });
    const editions = this.#list?.stamp === stamp ? this.#list.editions : await listEditions({ outDir }, host);
    this.#list = { stamp, editions };
    return editions;
  }

  /** @throws AudioEditionError `edition-unknown` for all that is not exactly an edition's slug. */
  async open(slug: string): Promise<PublishedEdition> {
    const { outDir } = this.#settings;
    if (slug === 'latest' || /[/\\]|^\./.test(slug)) throw unknownEdition(slug);
    const key = `${slug} ${await editionStamp({ outDir, edition: slug })}`;
    const published = remember(this.#published, key, () => openPublished({ outDir, edition: slug }));
    if ((await published).slug !== slug) throw unknownEdition(slug);
    return published;
  }

  /** An edition as a draft has it. */
  async view(slug: string, draft: Draft): Promise<DraftView> {
    const { outDir, engine, loadConfig } = this.#settings;
    const [published, config] = await Promise.all([this.open(slug), loadConfig()]);
    const changes = changesOf(draft);
    const key = JSON.stringify([
      slug,
      await editionStamp({ outDir, edition: slug }),
      changes,
      { ...config, environment: undefined },
      this.#takesMade,
    ]);
    return remember(this.#views, key, () =>
      viewDraft({ outDir, published, changes, config, ...(engine === undefined ? {} : { engine }) }),
    );
  }

  /** The edition with the draft that is kept of it. */
  async viewKept(slug: string): Promise<{ readonly draft: Draft; readonly view: DraftView }> {
    await this.open(slug);
    const draft = await readDraft({ outDir: this.#settings.outDir, slug });
    return { draft, view: await this.view(slug, draft) };
  }

  /** Takes came that were not there before: what a draft costs is another thing now. */
  takesWereMade(): void {
    this.#takesMade += 1;
  }
}

/** The value for a key, made once; the oldest go when there are too many, and one that fails is not kept. */
function remember<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = kept.get(key);
  if (found !== undefined) {
    kept.delete(key);
    kept.set(key, found);
    return found;
  }
  const made = make();
  made.catch(() => kept.delete(key));
  kept.set(key, made);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return made;
}

function unknownEdition(slug: string) {
  return refused('edition-unknown', `There is no edition "${slug}"; look at the list again.`);
}

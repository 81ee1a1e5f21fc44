import { isDeepStrictEqual } from 'node:util';
import { type LexiconEntry, type Voices, writeLexicon } from '../../../index.js';
import { keepJson, privatePath, readJson } from './private-file.js';
import type { StudioSettings } from './studio-settings.js';

type Lexicon = Voices['lexicon'];

/** What a publication wrote for the show from now on. */
interface WrittenEntries {
  /** SHA-256 of the episode that was published with it. */
  readonly episode: string;
  readonly entries: Readonly<
    Record<string, { readonly before: LexiconEntry | null; readonly after: LexiconEntry | null }>
  >;
}

/** So many publications of an edition are remembered; as many of its states can be brought back. */
const MOST_KEPT = 20;

/** Writes into the show's lexicon what an edition's publication brings, and remembers what stood there before. */
export async function writeForShow(
  settings: StudioSettings,
  { slug, episode }: { readonly slug: string; readonly episode: string },
  showLexicon: Readonly<Record<string, string | null>>,
): Promise<void> {
  const before = await lexiconOf(settings);
  await writeLexicon(settings.voices, showLexicon);
  const after = await lexiconOf(settings);
  const entries = Object.fromEntries(
    Object.keys(showLexicon).map((written) => [
      written,
      { before: before[written] ?? null, after: after[written] ?? null },
    ]),
  );
  const kept = await readWritten(settings, slug);
  await keepJson(fileOf(settings, slug), [...kept, { episode, entries }].slice(-MOST_KEPT));
}

/**
 * Puts the show's lexicon back as it was before an episode was published. What somebody has changed since stays.
 *
 * @returns The entries that were put back: how the word is said again, `null` where it has no entry.
 */
export async function takeBackForShow(
  settings: StudioSettings,
  { slug, episode }: { readonly slug: string; readonly episode: string },
): Promise<Readonly<Record<string, string | null>>> {
  const kept = await readWritten(settings, slug);
  const now = await lexiconOf(settings);
  const back: Record<string, LexiconEntry | null> = {};
  // The newest first: where a word was written twice, the oldest of what stood before holds.
  for (const { entries } of kept.filter((one) => one.episode === episode).toReversed())
    for (const [written, { before, after }] of Object.entries(entries)) {
      const stands = written in back ? back[written] : (now[written] ?? null);
      if (isDeepStrictEqual(stands, after)) back[written] = before;
    }
  if (Object.keys(back).length > 0) await writeLexicon(settings.voices, back);
  await keepJson(
    fileOf(settings, slug),
    kept.filter((one) => one.episode !== episode),
  );
  return Object.fromEntries(Object.entries(back).map(([written, entry]) => [written, soundOf(entry)]));
}

function soundOf(entry: LexiconEntry | null): string | null {
  return typeof entry === 'object' && entry !== null ? entry.say : entry;
}

async function lexiconOf({ loadConfig }: StudioSettings): Promise<Lexicon> {
  return (await loadConfig()).voices.lexicon;
}

async function readWritten({ outDir }: StudioSettings, slug: string): Promise<readonly WrittenEntries[]> {
  const kept = await readJson(fileOf({ outDir }, slug));
  return Array.isArray(kept) ? (kept as readonly WrittenEntries[]) : [];
}

function fileOf({ outDir }: Pick<StudioSettings, 'outDir'>, slug: string): string {
  return privatePath(outDir, 'show-lexicon', `${slug}.json`);
}

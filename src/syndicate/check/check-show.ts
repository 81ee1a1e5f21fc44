import { messageOf } from '../../errors.js';
import type { Store } from '../../store/contract.js';
import type { Archive } from '../archive/archive.js';
import { newestFirst } from '../archive/newest-first.js';
import type { EditionSummary } from '../archive/summary.js';
import { type Artwork, artworkFrom } from '../artwork.js';
import { renderShow } from '../render-show.js';
import { keptShow, keptShowFiles } from '../show-state.js';
import { fileProblem } from './file-problem.js';
import { type Finding, reporter } from './finding.js';

const REMEDY = 'run "audio-edition feed"';

/**
 * Whether feed and index are, to the byte, what the manifests say: they are written once more and compared. Where the
 * folder does not keep what the show is (a copy without its private side), nothing can be said.
 */
export async function checkShow(
  store: Store,
  summaries: readonly EditionSummary[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const show = await keptShow(store);
  if (show === undefined) return findings;
  const artwork = await publishedArtwork(store, findings);
  const archive = archiveOf(summaries);
  for await (const { name, content } of renderShow({ show, archive, ...(artwork ? { artwork } : {}) })) {
    const published = await store.read(name);
    if (published === undefined || Buffer.from(content).equals(published)) continue;
    reporter(findings, name, REMEDY)('out-of-date', 'it is not what the manifests of the editions say');
  }
  return findings;
}

/** Whether player, stylesheet and the show's picture are those that were published. */
export async function checkShowFiles(store: Store): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const file of await keptShowFiles(store)) {
    const problem = fileProblem(await store.read(file.name), file);
    if (problem !== undefined) reporter(findings, file.name, REMEDY)('file-differs', problem);
  }
  return findings;
}

/** The picture that the feed names; a former one of the other kind may lie beside it. */
async function publishedArtwork(store: Store, findings: Finding[]): Promise<Artwork | undefined> {
  const feed = Buffer.from((await store.read('feed.xml')) ?? []).toString('utf8');
  const name = feed.includes('artwork.jpg"') ? 'artwork.jpg' : 'artwork.png';
  const bytes = await store.read(name);
  if (bytes === undefined) return undefined;
  try {
    return (await artworkFrom(bytes)).artwork;
  } catch (error) {
    const problem = `podcast apps don't take this picture (${messageOf(error)})`;
    reporter(findings, name, REMEDY)('bad-artwork', problem);
    return undefined;
  }
}

function archiveOf(summaries: readonly EditionSummary[]): Archive {
  const bySlug = new Map(summaries.map((summary) => [summary.slug, summary]));
  return {
    editions: newestFirst(summaries.map(({ slug, publishedAt: date }) => ({ slug, date }))),
    summaries: async (heads) => heads.flatMap(({ slug }) => bySlug.get(slug) ?? []),
    close: () => undefined,
  };
}

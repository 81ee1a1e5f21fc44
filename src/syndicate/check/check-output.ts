import type { Edition } from '../../edition.js';
import { AudioEditionError, messageOf } from '../../errors.js';
import type { Store } from '../../store/contract.js';
import { readManifest } from '../archive/manifest.js';
import { type EditionSummary, summarize } from '../archive/summary.js';
import { checkEdition } from './check-edition.js';
import { checkFeed } from './check-feed.js';
import { checkLinks } from './check-links.js';
import { checkShow, checkShowFiles } from './check-show.js';
import type { MeasureSound } from './check-sound.js';
import { type Finding, reporter } from './finding.js';

export interface CheckOptions {
  /** Without it, what is heard is not checked: loudness, peak, duration. */
  readonly measureSound?: MeasureSound;
  /** Called when an edition's check begins. */
  readonly onEdition?: (slug: string) => void;
  readonly signal?: AbortSignal;
}

export interface CheckReport {
  /** Slugs of the editions that were looked at. */
  readonly editions: readonly string[];
  /** Published files that were looked at. */
  readonly files: number;
  /** Empty when all is well. */
  readonly findings: readonly Finding[];
}

/**
 * Verifies everything that is published: manifests, hashes, chapters, transcripts, sound, feed and index to the byte,
 * and the links between pages. Changes nothing.
 */
export async function checkOutput(store: Store, options: CheckOptions = {}): Promise<CheckReport> {
  const findings: Finding[] = [];
  const summaries: EditionSummary[] = [];
  const slugs = await slugsOf(store);
  for (const slug of slugs) {
    options.signal?.throwIfAborted();
    options.onEdition?.(slug);
    const edition = await readOrReport(store, slug, findings);
    if (edition === undefined) continue;
    findings.push(...(await checkEdition(store, edition, options.measureSound)));
    summaries.push(summarize(edition));
  }
  findings.push(...(await checkFeed(store, summaries)));
  // One that can't be read is missing from what would be written, which is said already.
  if (summaries.length === slugs.length) findings.push(...(await checkShow(store, summaries)));
  findings.push(...(await checkShowFiles(store)));
  const names = await publishedNames(store);
  findings.push(...(await checkPages(store, names)));
  return { editions: summaries.map(({ slug }) => slug), files: names.size, findings };
}

async function slugsOf(store: Store): Promise<readonly string[]> {
  const slugs: string[] = [];
  for await (const { slug } of store.editions()) slugs.push(slug);
  return slugs.sort();
}

async function readOrReport(store: Store, slug: string, findings: Finding[]): Promise<Edition | undefined> {
  try {
    return await readManifest(store, slug);
  } catch (error) {
    if (!(error instanceof AudioEditionError)) throw error;
    const remedy = 'build that issue again or remove its folder';
    findings.push({ code: error.code, file: `${slug}/edition.json`, problem: messageOf(error), remedy });
    return undefined;
  }
}

async function publishedNames(store: Store): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const { name } of store.list('')) names.add(name);
  return names;
}

async function checkPages(store: Store, names: ReadonlySet<string>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const page of [...names].filter((name) => name.endsWith('.html')).sort()) {
    const bytes = await store.read(page);
    const report = reporter(findings, page, 'run "audio-edition feed", or build that issue again');
    checkLinks(Buffer.from(bytes ?? []).toString('utf8'), page, (path) => names.has(path), report);
  }
  return findings;
}

import { createHash } from 'node:crypto';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../../edition.js';
import { type DocumentSources, loadDocument } from '../../issue/load-document.js';
import type { BuildRequest } from '../../pipeline.js';
import { PRIVATE_FOLDER } from '../../store/contract.js';
import type { PipelineHost } from '../host.js';

/** What a build left behind: from what it was made, and how each file looked. */
interface Receipt {
  readonly fingerprint: string;
  readonly slug: string;
  readonly files: readonly FileMark[];
}

interface FileMark {
  /** Relative to `--out`. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** So many builds are remembered; older ones are just done again. */
const MOST_RECEIPTS = 50;

/**
 * A hash of everything that a build depends on: the issue's bytes, the settings, the sound and picture files
 * they name, and the program itself. The issue is loaded once: `sources` hand it on.
 */
export async function fingerprintOf(
  request: BuildRequest,
  host: PipelineHost,
): Promise<{ readonly fingerprint: string; readonly sources: DocumentSources }> {
  const document = await loadDocument(request.issue, host.sources);
  const { config, outDir: _, concurrency: __, maxCharacters: ___, ...asked } = request;
  const { elevenLabsApiKey, openAiApiKey, ...environment } = config.environment;
  const depends = {
    program: await markOf(fileURLToPath(import.meta.url)),
    issue: { ...document, bytes: sha256(document.bytes) },
    asked,
    settings: { ...config, environment, keys: [elevenLabsApiKey !== undefined, openAiApiKey !== undefined] },
    named: await Promise.all(filesNamedIn(config.show).map((file) => markOf(file).catch(() => 'missing'))),
  };
  const sources: DocumentSources = {
    readFile: async () => document.bytes,
    readStdin: async () => document.bytes,
    fetch: async () => document,
  };
  return { fingerprint: sha256(JSON.stringify(depends)), sources };
}

/** The edition that this build would make, where it was made before and nothing of it was touched since. */
export async function findReceipt(outDir: string, fingerprint: string): Promise<Edition | undefined> {
  try {
    const receipt = (await readReceipts(outDir)).find((one) => one.fingerprint === fingerprint);
    if (receipt === undefined) return undefined;
    const marks = await Promise.all(receipt.files.map(({ name }) => markOf(path.join(outDir, name))));
    const isUntouched = receipt.files.every(
      ({ bytes, modifiedMs }, index) =>
        marks[index]?.bytes === bytes && marks[index]?.modifiedMs === modifiedMs,
    );
    if (!isUntouched) return undefined;
    return JSON.parse(await readFile(path.join(outDir, receipt.slug, 'edition.json'), 'utf8')) as Edition;
  } catch {
    // Whatever can't be read is made anew.
    return undefined;
  }
}

/** Remembers what a build left behind; not while stories are provisional, which the next build shall replace. */
export async function keepReceipt(outDir: string, fingerprint: string, edition: Edition): Promise<void> {
  if (edition.stories.some(({ provisional }) => provisional)) return;
  const { slug } = edition;
  const names = [
    ...[...edition.files.map(({ name }) => name), 'edition.json'].map((name) => `${slug}/${name}`),
    ...['state.json', 'edits.json'].map((name) => `${PRIVATE_FOLDER}/editions/${slug}/${name}`),
    ...(await filesIn(outDir, '')),
    ...(await filesIn(outDir, 'player/')),
  ];
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await markOf(path.join(outDir, name))) })),
  );
  const others = (await readReceipts(outDir)).filter((one) => one.slug !== slug);
  const file = receiptsFile(outDir);
  await writeFile(
    `${file}.tmp`,
    JSON.stringify([...others, { fingerprint, slug, files }].slice(-MOST_RECEIPTS)),
  );
  await rename(`${file}.tmp`, file);
}

async function filesIn(outDir: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(outDir, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => `${folder}${name}`);
}

async function readReceipts(outDir: string): Promise<readonly Receipt[]> {
  try {
    return JSON.parse(await readFile(receiptsFile(outDir), 'utf8')) as Receipt[];
  } catch {
    return [];
  }
}

function receiptsFile(outDir: string): string {
  return path.join(outDir, PRIVATE_FOLDER, 'receipts.json');
}

function filesNamedIn({ artwork, sound = {} }: BuildRequest['config']['show']): readonly string[] {
  const { intro, outro, transition, bed } = sound;
  return [artwork, intro?.file, outro?.file, transition?.file, bed?.file].filter(
    (file) => file !== undefined,
  );
}

/** How a file looks from outside; nothing where it is not. */
async function markOf(file: string): Promise<{ readonly bytes: number; readonly modifiedMs: number }> {
  const { size, mtimeMs } = await stat(file);
  return { bytes: size, modifiedMs: mtimeMs };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AudioEditionError, messageOf } from '../../errors.js';
import { contentType } from '../content-types.js';
import { type OutgoingFile, type OutgoingFiles, PRIVATE_FOLDER, type PublishReport } from '../contract.js';
import { checkName } from '../names.js';
import type { S3Client } from './client.js';

/** Names are those of the store; `keyOf` puts the prefix in front. */
export interface S3Place {
  readonly client: S3Client;
  readonly location: string;
  readonly keyOf: (name: string) => string;
}

interface Journal {
  readonly moves: readonly string[];
  readonly removals: readonly string[];
}

const STAGING = `${PRIVATE_FOLDER}/publishing`;
const JOURNAL = `${STAGING}/journal.json`;
const HASH_HEADER = 'x-amz-meta-sha256';

/**
 * Publishes objects in one step, as on disk: all are written beside, then a journal decides, then the service
 * copies them into place one by one. Before the journal a crash changes nothing; after it `finishPublication`
 * completes the rest.
 */
export async function publishObjects(
  place: S3Place,
  files: OutgoingFiles,
  removals: readonly string[],
): Promise<PublishReport> {
  try {
    const { written, unchanged } = await stageChanged(place, files);
    const removed = await existing(place, removals);
    if (written.length + removed.length > 0) await writeJournal(place, { moves: written, removals: removed });
    await finishPublication(place);
    return { written, unchanged, removed };
  } catch (cause) {
    throw cause instanceof AudioEditionError ? cause : notPublished(place, cause);
  }
}

/** Completes a publication that was decided but not finished, and clears away one that was not decided. */
export async function finishPublication(place: S3Place): Promise<void> {
  const { client, keyOf } = place;
  const journal = await readJournal(place);
  for (const name of journal?.moves ?? []) await client.copy(keyOf(`${STAGING}/files/${name}`), keyOf(name));
  for (const name of journal?.removals ?? []) await client.remove(keyOf(name));
  if (journal !== undefined) await client.remove(keyOf(JOURNAL));
  for await (const { key } of client.list(keyOf(`${STAGING}/`))) await client.remove(key);
}

async function stageChanged(place: S3Place, files: OutgoingFiles): Promise<Omit<PublishReport, 'removed'>> {
  const written: string[] = [];
  const unchanged: string[] = [];
  for await (const file of files) {
    checkName(file.name);
    const sha256 = hashOf(file);
    if ((await place.client.head(place.keyOf(file.name)))?.get(HASH_HEADER) === sha256) {
      unchanged.push(file.name);
    } else {
      await place.client.put(place.keyOf(`${STAGING}/files/${file.name}`), await bytesOf(file), {
        'content-type': contentType(file.name),
        'cache-control': cacheControl(file.name),
        [HASH_HEADER]: sha256,
      });
      written.push(file.name);
    }
  }
  return { written, unchanged };
}

/**
 * How long caches may keep a file. Feeds and texts change with every edition and correction; sound is linked
 * with its version, but apps that kept an old link must get a correction too.
 */
function cacheControl(name: string): string {
  if (name.startsWith('.')) return 'no-store';
  return /\.(mp3|jpg|png)$/.test(name) ? 'public, max-age=3600' : 'public, max-age=300';
}

async function bytesOf({ content }: OutgoingFile): Promise<Uint8Array> {
  if (typeof content === 'string') return Buffer.from(content);
  return 'file' in content ? readFile(content.file) : content;
}

function hashOf({ content }: OutgoingFile): string {
  if (typeof content === 'object' && 'file' in content) return content.sha256;
  return createHash('sha256').update(content).digest('hex');
}

async function existing({ client, keyOf }: S3Place, names: readonly string[]): Promise<readonly string[]> {
  names.forEach(checkName);
  const found: string[] = [];
  for (const name of names) if ((await client.head(keyOf(name))) !== undefined) found.push(name);
  return found;
}

async function writeJournal({ client, keyOf }: S3Place, journal: Journal): Promise<void> {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  await client.put(keyOf(JOURNAL), Buffer.from(JSON.stringify(journal)), headers);
}

async function readJournal({ client, keyOf }: S3Place): Promise<Journal | undefined> {
  const response = await client.get(keyOf(JOURNAL));
  return response === undefined ? undefined : ((await response.json()) as Journal);
}

function notPublished({ location }: S3Place, cause: unknown): AudioEditionError {
  return new AudioEditionError(
    `Publishing into ${location} failed (${messageOf(cause)}); what stood there is untouched or will be completed by the next run.`,
    { code: 'publish-failed', stage: 'store', cause, data: { location } },
  );
}

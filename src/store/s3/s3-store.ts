import {
  type LockRequest,
  PRIVATE_FOLDER,
  type Store,
  type StoredEdition,
  type StoredFile,
  type StoreLock,
} from '../contract.js';
import { ensureOutputFolder } from '../disk/output-folder.js';
import { checkName } from '../names.js';
import { createS3Client, type S3Settings } from './client.js';
import { acquireLock } from './lock.js';
import { finishPublication, publishObjects, type S3Place } from './publication.js';

export interface S3StoreOptions extends S3Settings {
  /** Path of `--out` in the bucket, without slashes around it; empty: the bucket itself. */
  readonly prefix: string;
  /** A folder of this machine for what is kept here: takes and caches. */
  readonly localFolder: string;
}

const MANIFEST = '/edition.json';

/** A store in a bucket of S3 or a compatible service. Nothing is asked before the first use. */
export function openS3Store(options: S3StoreOptions): Store {
  const { bucket, prefix, localFolder } = options;
  const client = createS3Client(options);
  const root = prefix === '' ? '' : `${prefix}/`;
  const location = `s3://${bucket}/${prefix}`;
  const place: S3Place = { client, location, keyOf: (name) => `${root}${name}` };
  return {
    location,
    cacheFolder: `${localFolder}/${PRIVATE_FOLDER}`,
    read: (name) => readObject(place, name),
    async lend(name, use) {
      const bytes = await readObject(place, name);
      return bytes === undefined ? undefined : use(bytes);
    },
    editions: () => findEditions(place, root),
    list: (folder) => listFiles(place, root, folder),
    lock: (request) => lockBucket(place, localFolder, request),
  };
}

async function readObject({ client, keyOf }: S3Place, name: string): Promise<Buffer | undefined> {
  checkName(name);
  const response = await client.get(keyOf(name));
  return response === undefined ? undefined : Buffer.from(await response.arrayBuffer());
}

async function lockBucket(place: S3Place, localFolder: string, request: LockRequest): Promise<StoreLock> {
  await ensureOutputFolder(localFolder);
  const key = place.keyOf(`${PRIVATE_FOLDER}/lock`);
  const release = await acquireLock(place.client, key, place.location, request);
  try {
    await finishPublication(place);
  } catch (error) {
    await release();
    throw error;
  }
  return { publish: (files, removals = []) => publishObjects(place, files, removals), release };
}

async function* findEditions({ client }: S3Place, root: string): AsyncGenerator<StoredEdition> {
  for await (const { key, etag } of client.list(root)) {
    const name = key.slice(root.length);
    const slug = name.slice(0, -MANIFEST.length);
    if (name.endsWith(MANIFEST) && !slug.includes('/') && !slug.startsWith('.'))
      yield { slug, version: etag };
  }
}

async function* listFiles({ client }: S3Place, root: string, folder: string): AsyncGenerator<StoredFile> {
  const prefix = folder === '' ? root : `${root}${folder}/`;
  for await (const { key, bytes } of client.list(prefix)) {
    const name = key.slice(root.length);
    if (!name.split('/').some((part) => part.startsWith('.'))) yield { name, bytes };
  }
}

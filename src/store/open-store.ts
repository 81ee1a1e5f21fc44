import path from 'node:path';
import { AudioEditionError } from '../errors.js';
import type { Store } from './contract.js';
import { openDiskStore } from './disk/disk-store.js';

/** What the environment says about object storage; the names are those of the AWS tools. */
export interface StorageEnvironment {
  readonly awsAccessKeyId?: string;
  readonly awsSecretAccessKey?: string;
  readonly awsSessionToken?: string;
  readonly awsRegion?: string;
  /** For compatible services: `https://<account>.r2.cloudflarestorage.com`. */
  readonly awsEndpointUrl?: string;
}

export interface OpenedStore {
  readonly store: Store;
  /** The folder of this machine that holds what is not published: takes, caches, staging. */
  readonly localFolder: string;
}

const DEFAULT_REGION = 'us-east-1';

/**
 * The store that `--out` names: a folder, or `s3://bucket/prefix`.
 *
 * @param localRoot Where the unpublished side of a bucket is kept on this machine: a folder for each bucket.
 * @throws AudioEditionError `no-storage-key` or `bad-store` (`input`).
 */
export async function openStore(
  location: string,
  environment: StorageEnvironment,
  localRoot: string,
): Promise<OpenedStore> {
  if (!location.startsWith('s3:')) return { store: openDiskStore(location), localFolder: location };
  const { bucket, prefix } = parseLocation(location);
  const { awsAccessKeyId, awsSecretAccessKey, awsSessionToken, awsRegion = DEFAULT_REGION } = environment;
  if (awsAccessKeyId === undefined || awsSecretAccessKey === undefined) throw noKey(location);
  // Loaded only here: those who publish to a folder never pay for it.
  const { openS3Store } = await import('./s3/s3-store.js');
  const localFolder = path.join(localRoot, [bucket, ...prefix.split('/')].filter(Boolean).join('-'));
  const store = openS3Store({
    bucket,
    prefix,
    localFolder,
    endpoint: environment.awsEndpointUrl ?? `https://s3.${awsRegion}.amazonaws.com`,
    region: awsRegion,
    accessKeyId: awsAccessKeyId,
    secretAccessKey: awsSecretAccessKey,
    ...(awsSessionToken === undefined ? {} : { sessionToken: awsSessionToken }),
  });
  return { store, localFolder };
}

function parseLocation(location: string): { readonly bucket: string; readonly prefix: string } {
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(location);
  const bucket = match?.[1];
  if (bucket !== undefined) return { bucket, prefix: (match?.[2] ?? '').replace(/^\/+|\/+$/g, '') };
  throw new AudioEditionError(
    `"${location}" names no bucket; write --out s3://bucket or s3://bucket/folder.`,
    {
      code: 'bad-store',
      stage: 'store',
      fault: 'input',
      data: { location },
    },
  );
}

function noKey(location: string): AudioEditionError {
  return new AudioEditionError(
    `Publishing to ${location} needs a key; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
    { code: 'no-storage-key', stage: 'store', fault: 'input', data: { location } },
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import type { S3StoreOptions } from '../../src/store/s3/s3-store.js';

export interface S3Server {
  /** For a store in the bucket `shows` of the server. */
  readonly options: S3StoreOptions;
  close(): Promise<void>;
}

/** A real S3-compatible server in a folder of its own. It knows no conditional writes. */
export async function startS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 's3-store-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: path.join(folder, 'service'),
    configureBuckets: [{ name: 'shows', configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  return {
    options: {
      bucket: 'shows',
      prefix: 'slow/post',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      localFolder: path.join(folder, 'local'),
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDiskStore } from '../../src/store/disk/disk-store.js';
import { testStore } from './store-contract.js';

testStore('disk', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'disk-store-'));
  return {
    open: async () => openDiskStore(path.join(folder, 'deep', 'output')),
    close: () => rm(folder, { recursive: true }),
  };
});

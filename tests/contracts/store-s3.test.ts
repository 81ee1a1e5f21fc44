import { openS3Store } from '../../src/store/s3/s3-store.js';
import { startS3Server } from '../store/s3-server.js';
import { testStore } from './store-contract.js';

testStore('S3', async () => {
  const server = await startS3Server();
  return { open: async () => openS3Store(server.options), close: () => server.close() };
});

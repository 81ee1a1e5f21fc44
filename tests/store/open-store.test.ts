import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';

const KEY = { awsAccessKeyId: 'id', awsSecretAccessKey: 'secret' };

describe('openStore', () => {
  it('takes everything else for a folder', async () => {
    expect(await openStore('output', {}, '/cache')).toMatchObject({
      localFolder: 'output',
      store: { location: 'output' },
    });
  });

  it.each([
    ['s3://shows', 's3://shows/', '/cache/shows'],
    ['s3://shows/slow/post/', 's3://shows/slow/post', '/cache/shows-slow-post'],
  ])('opens %s', async (location, name, localFolder) => {
    expect(await openStore(location, KEY, '/cache')).toMatchObject({
      localFolder,
      store: { location: name },
    });
  });

  it.each([
    ['s3://', KEY, 'bad-store'],
    ['s3://Shows', KEY, 'bad-store'],
    ['s3://shows', {}, 'no-storage-key'],
  ])('refuses %s with %j', async (location, environment, code) => {
    await expect(openStore(location, environment, '/cache')).rejects.toMatchObject({ code, fault: 'input' });
  });
});

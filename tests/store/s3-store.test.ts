import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createS3Client, type S3Client } from '../../src/store/s3/client.js';
import { openS3Store } from '../../src/store/s3/s3-store.js';
import { type S3Server, startS3Server } from './s3-server.js';

let server: S3Server;
let client: S3Client;
beforeEach(async () => {
  server = await startS3Server();
  client = createS3Client(server.options);
});
afterEach(() => server.close());

const text = async (key: string) => (await client.get(`slow/post/${key}`))?.text();
const put = (key: string, content: string) => client.put(`slow/post/${key}`, Buffer.from(content), {});

describe('openS3Store', () => {
  it('publishes with types and cache times that players and browsers need', async () => {
    const lock = await openS3Store(server.options).lock({ owner: 'test' });
    await lock.publish([
      { name: 'one/one.mp3', content: 'sound' },
      { name: 'one/transcript.vtt', content: 'WEBVTT' },
      { name: 'feed.xml', content: '<rss/>' },
    ]);
    await lock.release();
    const headers = async (key: string) => {
      const found = await client.head(`slow/post/${key}`);
      return [found?.get('content-type'), found?.get('cache-control')];
    };
    expect(await headers('one/one.mp3')).toEqual(['audio/mpeg', 'public, max-age=3600']);
    expect(await headers('one/transcript.vtt')).toEqual(['text/vtt; charset=utf-8', 'public, max-age=300']);
    expect(await headers('feed.xml')).toEqual(['application/rss+xml; charset=utf-8', 'public, max-age=300']);
  });

  it('completes what a dead program had decided, and forgets what it had not', async () => {
    await put('feed.xml', 'old');
    await put('.audio-edition/publishing/files/feed.xml', 'new');
    await (await openS3Store(server.options).lock({ owner: 'next' })).release();
    expect(await text('feed.xml')).toBe('old');

    await put('.audio-edition/publishing/files/feed.xml', 'new');
    await put(
      '.audio-edition/publishing/journal.json',
      JSON.stringify({ moves: ['feed.xml'], removals: [] }),
    );
    await (await openS3Store(server.options).lock({ owner: 'next' })).release();
    expect(await text('feed.xml')).toBe('new');
    expect(await text('.audio-edition/publishing/journal.json')).toBeUndefined();
  });

  it('says what is wrong with bucket or key', async () => {
    const elsewhere = openS3Store({ ...server.options, bucket: 'nobody-has-this' });
    await expect(elsewhere.lock({ owner: 'test' })).rejects.toMatchObject({
      code: 'storage-refused',
      fault: 'input',
      message: expect.stringContaining('nobody-has-this'),
    });
    const unreachable = openS3Store({ ...server.options, endpoint: 'http://127.0.0.1:1' });
    await expect(unreachable.read('feed.xml')).rejects.toMatchObject({ code: 'storage-unreachable' });
  });
});

describe('where the service knows conditional writes', () => {
  let strict: Server;
  let kept: string | undefined;
  const asked: string[] = [];

  beforeEach(async () => {
    kept = undefined;
    strict = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        asked.push(`${request.method} ${request.headers['if-none-match'] ?? ''}`.trim());
        if (request.method === 'PUT' && request.headers['if-none-match'] === '*' && kept !== undefined)
          response.writeHead(412).end();
        else if (request.method === 'PUT') {
          kept = body;
          response.writeHead(200).end();
        } else if (request.method === 'DELETE') {
          kept = undefined;
          response.writeHead(204).end();
        } else if (request.url?.includes('list-type')) response.writeHead(200).end('<ListBucketResult/>');
        else if (request.url?.endsWith('/lock') && kept !== undefined)
          response.writeHead(200, { etag: '"1"' }).end(kept);
        else response.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => strict.close(resolve)));

  it('the lock is only written where there is none', async () => {
    const endpoint = `http://127.0.0.1:${(strict.address() as AddressInfo).port}`;
    const store = openS3Store({ ...server.options, endpoint });
    const lock = await store.lock({ owner: 'first' });
    expect(asked).toContain('PUT *');
    await expect(store.lock({ owner: 'second', waitMilliseconds: 0 })).rejects.toMatchObject({
      code: 'store-locked',
    });
    await lock.release();
    expect(kept).toBeUndefined();
  });
});

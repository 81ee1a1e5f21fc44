import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedFetch } from '../../src/fetch/guarded-fetch.js';
import { isPublicAddress } from '../../src/fetch/public-address.js';

const answers: RequestListener = (request, response) => {
  const path = request.url ?? '/';
  if (path === '/issue')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Ripe.</p>');
  else if (path === '/hop') response.writeHead(302, { location: '/issue' }).end();
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
  else if (path === '/inward')
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  else if (path === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  else if (path === '/bomb')
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3_000_000)));
  else if (path === '/slow') response.writeHead(200).write('<p>');
  else response.writeHead(404).end();
};

let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer(answers);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const open = guardedFetch({ allowPrivateNetwork: true, maxBytes: 1_000_000 });
const guarded = guardedFetch();

/** A resolver that gives every name this address. */
const resolvesTo =
  (address: string): LookupFunction =>
  (_name, _options, done) =>
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);

describe('fetching', () => {
  it('returns bytes, media type and the last address', async () => {
    const fetched = await open(`${base}/hop`);
    expect(Buffer.from(fetched.bytes).toString()).toBe('<p>Ripe.</p>');
    expect(fetched).toMatchObject({ url: `${base}/issue`, mediaType: 'text/html; charset=utf-8' });
  });

  it.each([
    ['/loop', /redirects more than 5 times/],
    ['/bomb', /is larger than 1 MB and is not read/],
    ['/gone', /answers with status 404; check the address/],
    ['/file', /is neither http nor https/],
  ])('refuses %s in one sentence', async (path, message) => {
    await expect(open(base + path)).rejects.toThrow(message);
  });

  it('gives up in time', async () => {
    const hasty = guardedFetch({ allowPrivateNetwork: true, timeoutSeconds: 0.2 });
    await expect(hasty(`${base}/slow`)).rejects.toThrow('did not answer in full within 0.2 seconds');
  });
});

describe('the guard', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://10.0.0.8/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
  ])('refuses %s', async (address) => {
    await expect(guarded(address)).rejects.toMatchObject({ code: 'address-private', fault: 'input' });
  });

  it.each(['127.0.0.1', '10.1.2.3', '::ffff:127.0.0.1', '64:ff9b::a00:1', 'fd00::1'])(
    'judges what a name resolves to: %s',
    async (address) => {
      const fetch = guardedFetch({ lookup: resolvesTo(address) });
      await expect(fetch('http://plum.example/')).rejects.toThrow(`plum.example leads to ${address}`);
    },
  );

  it('judges every redirect', async () => {
    const fetch = guardedFetch({ lookup: resolvesTo('127.0.0.1'), allowPrivateNetwork: true });
    const port = new URL(base).port;
    expect((await fetch(`http://plum.example:${port}/issue`)).mediaType).toContain('text/html');
    await expect(guarded(`${base}/inward`)).rejects.toMatchObject({ code: 'address-private' });
  });

  it.each(['ftp://plum.example/', 'file:///etc/passwd', 'http://ann:secret@plum.example/', 'plum'])(
    'refuses %s, and repeats no password',
    async (address) => {
      const refusal = await guarded(address).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ fault: 'input' });
      expect(String(refusal)).not.toContain('secret');
    },
  );

  it.each(['8.8.8.8', '2606:4700::1111'])('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

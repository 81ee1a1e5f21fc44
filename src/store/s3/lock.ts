import { randomUUID } from 'node:crypto';
import os from 'node:os';
import type { LockRequest } from '../contract.js';
import { type LockHolder, waitForLock } from '../lock-wait.js';
import type { S3Client } from './client.js';

/** How often an owner shows that it lives, by writing the lock anew. */
const HEARTBEAT_MILLISECONDS = 20_000;
/** A lock that nobody wrote for so long has no owner any more. */
const DEAD_AFTER_MILLISECONDS = 90_000;
const POLL_MILLISECONDS = 500;
const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

interface Lock {
  /** Tells this lock from every other one. */
  readonly token: string;
  readonly owner: string;
  readonly place: string;
  readonly since: string;
}

interface ObjectHolder extends LockHolder {
  readonly token: string;
  readonly etag: string;
}

/**
 * Takes a lock object, waiting while its owner lives. Writes are conditional (`If-None-Match`, `If-Match`)
 * where the service knows that; elsewhere the lock is read again after it was written, and who finds another's
 * lock there has lost.
 *
 * @returns How to release it.
 * @throws AudioEditionError `store-locked` when the wait is over; the signal's reason.
 */
export async function acquireLock(
  client: S3Client,
  key: string,
  name: string,
  request: LockRequest,
): Promise<() => Promise<void>> {
  const lock: Lock = {
    token: randomUUID(),
    owner: request.owner,
    place: `process ${process.pid} on ${os.hostname()}`,
    since: new Date().toISOString(),
  };
  const write = async (condition: Readonly<Record<string, string>>) => {
    if (!(await client.put(key, Buffer.from(JSON.stringify(lock)), { ...HEADERS, ...condition })))
      return false;
    return (await readHolder(client, key))?.token === lock.token;
  };
  const place = {
    name,
    pollMilliseconds: POLL_MILLISECONDS,
    take: async () => (await readHolder(client, key)) === undefined && write({ 'if-none-match': '*' }),
    holder: () => readHolder(client, key),
    takeAway: async (dead: ObjectHolder) => {
      if ((await readHolder(client, key))?.etag === dead.etag) await client.remove(key);
    },
  };
  await waitForLock(place, request);
  return keepAlive(client, key, lock, write);
}

async function readHolder(client: S3Client, key: string): Promise<ObjectHolder | undefined> {
  const response = await client.get(key);
  if (response === undefined) return undefined;
  const lock = parseLock(await response.text());
  // Both times are the service's own, so that clocks may differ.
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
  const written = Date.parse(response.headers.get('last-modified') ?? '') || now;
  return {
    ...lock,
    etag: response.headers.get('etag') ?? '',
    isDead: now - written > DEAD_AFTER_MILLISECONDS,
  };
}

function parseLock(text: string): Lock {
  try {
    const { token, owner, place, since } = JSON.parse(text) as Partial<Lock>;
    return { token: token ?? '', owner: owner ?? 'another program', place: place ?? '', since: since ?? '' };
  } catch {
    return { token: '', owner: 'another program', place: '', since: '' };
  }
}

function keepAlive(
  client: S3Client,
  key: string,
  lock: Lock,
  write: (condition: Readonly<Record<string, string>>) => Promise<boolean>,
): () => Promise<void> {
  const heartbeat = setInterval(() => void write({}).catch(() => false), HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    if ((await readHolder(client, key))?.token === lock.token) await client.remove(key);
  };
}

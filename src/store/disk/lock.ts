import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { LockRequest } from '../contract.js';
import { type LockHolder, waitForLock } from '../lock-wait.js';

/** How often an owner shows that it lives, by touching the lock. */
const HEARTBEAT_MILLISECONDS = 5_000;
/** A lock that nobody touched for so long has no owner any more, whatever its process number says. */
const DEAD_AFTER_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 100;

interface Owner {
  /** Tells this lock from every other one. */
  readonly token: string;
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

interface FileHolder extends LockHolder {
  /** What the lock file says. */
  readonly text: string;
}

/**
 * Takes a lock file, waiting while its owner lives. A dead owner's lock is taken over: its process is gone
 * (same machine), or it has not been touched for a minute.
 *
 * @returns How to release it.
 * @throws AudioEditionError `store-locked` that names owner and age when the wait is over; the signal's reason.
 */
export async function acquireLock(file: string, request: LockRequest): Promise<() => Promise<void>> {
  const mine: Owner = {
    token: randomUUID(),
    owner: request.owner,
    pid: process.pid,
    host: os.hostname(),
    since: new Date().toISOString(),
  };
  ownTokens.add(mine.token);
  const place = {
    name: path.dirname(path.dirname(file)),
    pollMilliseconds: POLL_MILLISECONDS,
    take: () => tryToLock(file, mine),
    holder: () => readHolder(file),
    takeAway: (dead: FileHolder) => takeAway(file, dead.text),
  };
  try {
    await waitForLock(place, request);
  } catch (error) {
    ownTokens.delete(mine.token);
    throw error;
  }
  return keepAlive(file, mine.token);
}

/** Of the locks that this process has or waits for. */
const ownTokens = new Set<string>();

async function tryToLock(file: string, lock: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(lock), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock; nothing when it was released meanwhile. */
async function readHolder(file: string): Promise<FileHolder | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const lock = parseOwner(text);
    const { owner, pid, host, since } = lock;
    const isSilent = Date.now() - mtimeMs > DEAD_AFTER_MILLISECONDS;
    const isGone = host === os.hostname() && !isRunning(lock);
    return { owner, place: `process ${pid} on ${host}`, since, text, isDead: isSilent || isGone };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const UNKNOWN_OWNER: Owner = { token: '', owner: 'another program', pid: 0, host: '', since: '' };

/** A lock that was read while it was being written has no owner yet; it counts as alive until it is old. */
function parseOwner(text: string): Owner {
  try {
    return { ...UNKNOWN_OWNER, ...(JSON.parse(text) as Partial<Owner>) };
  } catch {
    return UNKNOWN_OWNER;
  }
}

/** A lock with this process's number that isn't one of its own was left by a dead one of the same number. */
function isRunning({ pid, token }: Owner): boolean {
  if (pid === process.pid) return ownTokens.has(token);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes a dead owner's lock, unless another one was quicker and has its own lock there already. */
async function takeAway(file: string, deadText: string): Promise<void> {
  const grave = `${file}.dead.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await rename(file, grave);
    const taken = await readFile(grave, 'utf8');
    if (taken !== deadText) await writeFile(file, taken, { flag: 'wx' }).catch(() => undefined);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rm(grave, { force: true });
  }
}

function keepAlive(file: string, token: string): () => Promise<void> {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    ownTokens.delete(token);
    await rm(file, { force: true });
  };
}

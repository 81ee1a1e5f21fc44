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
  const place = {
    name: path.dirname(path.dirname(file)),
    pollMilliseconds: POLL_MILLISECONDS,
    take: () => tryToLock(file, request.owner),
    holder: () => readHolder(file),
    takeAway: (dead: FileHolder) => takeAway(file, dead.text),
  };
  await waitForLock(place, request);
  return keepAlive(file);
}

async function tryToLock(file: string, owner: string): Promise<boolean> {
  const content: Owner = { owner, pid: process.pid, host: os.hostname(), since: new Date().toISOString() };
  try {
    await writeFile(file, JSON.stringify(content), { flag: 'wx' });
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
    const { owner, pid, host, since } = parseOwner(text);
    const isSilent = Date.now() - mtimeMs > DEAD_AFTER_MILLISECONDS;
    const isGone = host === os.hostname() && !isRunning(pid);
    return { owner, place: `process ${pid} on ${host}`, since, text, isDead: isSilent || isGone };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A lock that was read while it was being written has no owner yet; it counts as alive until it is old. */
function parseOwner(text: string): Owner {
  try {
    const { owner, pid, host, since } = JSON.parse(text) as Partial<Owner>;
    return { owner: owner ?? 'another program', pid: pid ?? 0, host: host ?? '', since: since ?? '' };
  } catch {
    return { owner: 'another program', pid: 0, host: '', since: '' };
  }
}

function isRunning(pid: number): boolean {
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

function keepAlive(file: string): () => Promise<void> {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  };
}

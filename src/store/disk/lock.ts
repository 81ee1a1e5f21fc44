import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AudioEditionError } from '../../errors.js';
import type { LockRequest } from '../contract.js';

/** How often an owner shows that it lives, by touching the lock. */
const HEARTBEAT_MILLISECONDS = 5_000;
/** A lock that nobody touched for so long has no owner any more, whatever its process number says. */
const DEAD_AFTER_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 100;
const DEFAULT_WAIT_MILLISECONDS = 600_000;

interface Owner {
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

/**
 * Takes a lock file, waiting while its owner lives. A dead owner's lock is taken over: its process is gone
 * (same machine), or it has not been touched for a minute.
 *
 * @returns How to release it.
 * @throws AudioEditionError `store-locked` that names owner and age when the wait is over; the signal's reason.
 */
export async function acquireLock(file: string, request: LockRequest): Promise<() => Promise<void>> {
  const deadline = Date.now() + (request.waitMilliseconds ?? DEFAULT_WAIT_MILLISECONDS);
  let told = false;
  while (!(await tryToLock(file, request.owner))) {
    const holder = await readHolder(file);
    if (holder === undefined) continue;
    if (holder.isDead) {
      await takeAway(file, holder.text);
      continue;
    }
    if (Date.now() >= deadline) throw locked(file, holder);
    if (!told) request.onWait?.(`Waiting for ${describe(holder)}.`);
    told = true;
    await sleep(POLL_MILLISECONDS, undefined, request.signal ? { signal: request.signal } : {});
  }
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

interface Holder extends Owner {
  readonly text: string;
  readonly ageMilliseconds: number;
  readonly isDead: boolean;
}

/** Who holds the lock; nothing when it was released meanwhile. */
async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const owner = parseOwner(text);
    const silent = Date.now() - mtimeMs > DEAD_AFTER_MILLISECONDS;
    const gone = owner.host === os.hostname() && !isRunning(owner.pid);
    return { ...owner, text, ageMilliseconds: Date.now() - Date.parse(owner.since), isDead: silent || gone };
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

function describe(holder: Holder): string {
  const seconds = Math.round(holder.ageMilliseconds / 1000);
  const age = Number.isFinite(seconds) ? `, for ${seconds} s` : '';
  return `"${holder.owner}" (process ${holder.pid} on ${holder.host}${age})`;
}

function locked(file: string, holder: Holder): AudioEditionError {
  return new AudioEditionError(
    `${path.dirname(path.dirname(file))} is in use by ${describe(holder)}; try again when it is done.`,
    { code: 'store-locked', stage: 'store', data: { file, owner: holder.owner, pid: holder.pid } },
  );
}

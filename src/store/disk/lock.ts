import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { AudioEditionError, messageOf } from '../../errors.js';
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
  await removeDrafts(file);
  return keepAlive(file, mine.token);
}

/** Of the locks that this process has or waits for. */
const ownTokens = new Set<string>();

const DRAFT = '.new.';

/** Those that a killed program left; one that someone is writing right now is younger. */
async function removeDrafts(file: string): Promise<void> {
  const folder = path.dirname(file);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${path.basename(file)}${DRAFT}`));
  for (const name of names) {
    const draft = path.join(folder, name);
    const age = Date.now() - (await stat(draft).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > DEAD_AFTER_MILLISECONDS) await rm(draft, { force: true });
  }
}

/** The lock appears with its whole text, so that a program killed in between leaves none that names nobody. */
async function tryToLock(file: string, lock: Owner): Promise<boolean> {
  if ((await readHolder(file)) !== undefined) return false;
  const draft = `${file}${DRAFT}${lock.token}`;
  try {
    await writeFile(draft, JSON.stringify(lock));
    await linkOrCopy(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw lockRefused(file, error);
  } finally {
    await rm(draft, { force: true });
  }
}

function lockRefused(file: string, cause: unknown): AudioEditionError {
  const folder = path.dirname(path.dirname(file));
  return new AudioEditionError(
    `${folder} can't be written (${messageOf(cause)}); make room there, or choose another --out.`,
    { code: 'lock-not-written', stage: 'store', cause, data: { file } },
  );
}

const NO_HARD_LINKS_HERE: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
]);

/** FAT disks and some network ones have no hard links; there a lock can be seen unwritten for a moment. */
async function linkOrCopy(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    if (!NO_HARD_LINKS_HERE.has((error as NodeJS.ErrnoException).code)) throw error;
    await writeFile(file, await readFile(draft), { flag: 'wx' });
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

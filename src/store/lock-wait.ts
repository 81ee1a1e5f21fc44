import { setTimeout as sleep } from 'node:timers/promises';
import { AudioEditionError } from '../errors.js';
import type { LockRequest } from './contract.js';

/** Who holds a lock, as far as the lock says. */
export interface LockHolder {
  /** What is going on there. */
  readonly owner: string;
  /** Where: `process 4711 on mill`. */
  readonly place: string;
  /** ISO 8601; empty where unknown. */
  readonly since: string;
  /** Nobody is there any more: the lock may be taken over. */
  readonly isDead: boolean;
}

/** What a kind of store must know about its locks. */
export interface LockPlace<Holder extends LockHolder> {
  /** How users know what is locked. */
  readonly name: string;
  /** How long to wait before looking again. */
  readonly pollMilliseconds: number;
  /** Takes the lock if it is free; says whether it did. */
  take(): Promise<boolean>;
  /** Who holds it; nothing when it is free. */
  holder(): Promise<Holder | undefined>;
  /** Frees a dead holder's lock, unless someone else was quicker. */
  takeAway(dead: Holder): Promise<void>;
}

const DEFAULT_WAIT_MILLISECONDS = 600_000;

/**
 * Takes a lock, waiting while its holder lives.
 *
 * @throws AudioEditionError `store-locked` that names holder and age when the wait is over; the signal's reason.
 */
export async function waitForLock<Holder extends LockHolder>(
  place: LockPlace<Holder>,
  request: LockRequest,
): Promise<void> {
  const deadline = Date.now() + (request.waitMilliseconds ?? DEFAULT_WAIT_MILLISECONDS);
  let told = false;
  while (!(await place.take())) {
    const holder = await place.holder();
    if (holder === undefined) continue;
    if (holder.isDead) {
      await place.takeAway(holder);
      continue;
    }
    if (Date.now() >= deadline) throw locked(place.name, holder);
    if (!told) request.onWait?.(`Waiting for ${describe(holder)}.`);
    told = true;
    await sleep(place.pollMilliseconds, undefined, request.signal ? { signal: request.signal } : {});
  }
}

function describe({ owner, place, since }: LockHolder): string {
  const seconds = Math.round((Date.now() - Date.parse(since)) / 1000);
  return `"${owner}" (${place}${Number.isFinite(seconds) ? `, for ${seconds} s` : ''})`;
}

function locked(name: string, holder: LockHolder): AudioEditionError {
  return new AudioEditionError(`${name} is in use by ${describe(holder)}; try again when it is done.`, {
    code: 'store-locked',
    stage: 'store',
    data: { owner: holder.owner, place: holder.place },
  });
}

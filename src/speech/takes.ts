import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Take, VoiceSettings } from '../edition.js';
import { AudioEditionError, messageOf } from '../errors.js';
import type { TakeMeasures } from './checks/measure.js';
import type { Pcm, WordPhones } from './engine.js';
import { readWav, wavParts } from './wav.js';

/** All that a take depends on, and nothing else: not its neighbours, not the segment's place. */
export interface TakeIdentity {
  readonly engine: string;
  readonly version: string;
  readonly voice: VoiceSettings;
  readonly text: string;
  /** 0: the first take of this text; an editor who asks for another one gets 1, 2, … */
  readonly number: number;
  /** Of the text's words, where the engine was given them. */
  readonly phones?: readonly WordPhones[];
}

/** A take with what was measured of it, which tells what its voice usually sounds like. */
export interface KeptTake extends Take {
  /** Engine and settings under which it is compared with other takes; see `normName`. */
  readonly settings: string;
  readonly measures: TakeMeasures;
  /** Present until it is judged, which may have to wait for others: how often it has been asked for. */
  readonly pendingTries?: number;
}

/** A take before it lies in the store. */
export type NewTake = Omit<KeptTake, 'key' | 'file' | 'provisional'>;

const measuresSchema = v.object({
  letters: v.number(),
  durationSeconds: v.number(),
  spokenSeconds: v.number(),
  levelDbfs: v.number(),
  clippedShare: v.number(),
  longestSilenceSeconds: v.number(),
  endBelowVoiceDb: v.number(),
  soundAfterLastWordSeconds: v.exactOptional(v.number()),
  timingBeyondEndSeconds: v.exactOptional(v.number()),
  timingsInOrder: v.boolean(),
  repetitionSeconds: v.number(),
  repeatedLetters: v.number(),
  pitchedShare: v.number(),
});

const storedTakeSchema = v.object({
  schema: v.literal(1),
  engine: v.string(),
  voice: v.string(),
  sampleRateHz: v.number(),
  durationSeconds: v.number(),
  speechStartSeconds: v.number(),
  speechEndSeconds: v.number(),
  timings: v.array(
    v.object({ speech: v.tuple([v.number(), v.number()]), startSeconds: v.number(), endSeconds: v.number() }),
  ),
  timingSource: v.picklist(['engine', 'estimated']),
  findings: v.exactOptional(v.array(v.object({ code: v.string(), message: v.string() }))),
  settings: v.string(),
  pendingTries: v.exactOptional(v.number()),
  measures: measuresSchema,
  wave: v.object({ bytes: v.number(), sha256: v.string(), modifiedMs: v.number() }),
});

type StoredTake = v.InferOutput<typeof storedTakeSchema>;

/** A temporary file this old was left by a build that was killed. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** The content address of a take, as 64 hexadecimal digits. */
export function takeKey(identity: TakeIdentity): string {
  const { engine, version, voice, text, number, phones = [] } = identity;
  const settings = Object.entries(voice)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(
    JSON.stringify([
      engine,
      version,
      settings,
      text,
      ...(number === 0 ? [] : [number]),
      ...(phones.length === 0 ? [] : [{ phones }]),
    ]),
  );
}

/**
 * Takes on disk, by content: `<first two digits>/<key>.wav` and `.json` beside it. The JSON is written last
 * and atomically, so a take is either whole or not there; a file that was cut or changed since is not
 * found, and made anew.
 */
export class TakeStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The take with this key, if it is there and whole. */
  async find(key: string): Promise<KeptTake | undefined> {
    const stored = await this.#readStored(key);
    const file = this.#file(key, 'wav');
    if (stored === undefined || !(await isUnchanged(file, stored.wave))) return undefined;
    const { schema: _, wave: __, ...take } = stored;
    return { key, file, ...take };
  }

  /** The samples of a kept take. */
  async samplesOf({ file }: Pick<KeptTake, 'file'>): Promise<Pcm> {
    return readWav(await readFile(file));
  }

  /**
   * Keeps a take, in place of the one with this key if there is one.
   *
   * @throws AudioEditionError when the folder can't be written.
   */
  async add(key: string, take: NewTake, pcm: Pcm): Promise<KeptTake> {
    try {
      const file = this.#file(key, 'wav');
      const wave = wavParts(pcm);
      await mkdir(path.dirname(file), { recursive: true });
      await writeAtomically(file, wave);
      const { mtimeMs } = await stat(file);
      const stored = {
        schema: 1,
        ...take,
        wave: { bytes: wave[0].length + wave[1].length, sha256: sha256(...wave), modifiedMs: mtimeMs },
      };
      await writeAtomically(this.#file(key, 'json'), [Buffer.from(JSON.stringify(stored))]);
      return { key, file, ...take };
    } catch (cause) {
      throw new AudioEditionError(
        `${this.#folder}: a take can't be kept there (${messageOf(cause)}); free space or choose another --out.`,
        { code: 'take-not-kept', stage: 'speech', cause, data: { folder: this.#folder } },
      );
    }
  }

  /** Removes what killed builds left half-written. */
  async sweep(nowMs: number): Promise<void> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter(({ name }) => name.endsWith('.tmp'))) {
      const file = path.join(entry.parentPath, entry.name);
      const modifiedMs = (await stat(file).catch(() => undefined))?.mtimeMs ?? nowMs;
      if (nowMs - modifiedMs > ABANDONED_AFTER_MS) await rm(file, { force: true });
    }
  }

  #file(key: string, ending: 'wav' | 'json'): string {
    return path.join(this.#folder, key.slice(0, 2), `${key}.${ending}`);
  }

  async #readStored(key: string): Promise<StoredTake | undefined> {
    try {
      const parsed = v.safeParse(
        storedTakeSchema,
        JSON.parse(await readFile(this.#file(key, 'json'), 'utf8')),
      );
      return parsed.success ? parsed.output : undefined;
    } catch {
      // Not there or not JSON: either way there is no such take.
      return undefined;
    }
  }
}

/** Size and time are enough for a file that nobody touched; for another one its content decides. */
async function isUnchanged(file: string, expected: StoredTake['wave']): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found?.size !== expected.bytes) return false;
  return found.mtimeMs === expected.modifiedMs || sha256(await readFile(file)) === expected.sha256;
}

async function writeAtomically(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx');
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

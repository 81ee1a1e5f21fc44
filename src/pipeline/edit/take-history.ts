import { stat } from 'node:fs/promises';
import type { Config } from '../../config.js';
import type { ScriptStory } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import { castSegments } from '../../speech/cast-segments.js';
import { chooseEngine } from '../../speech/choose-engine.js';
import { ENGINES } from '../../speech/engines/index.js';
import { type KeptTake, TakeStore } from '../../speech/takes.js';
import type { EditionState } from '../edition-state.js';

/** A take of a segment that is kept and says what the segment says now. */
export interface TakeEntry {
  /** From 1, oldest first; what `--take` names. */
  readonly number: number;
  readonly key: string;
  readonly engine: string;
  readonly voice: string;
  readonly durationSeconds: number;
  /** When it was made, ISO 8601. */
  readonly madeAt: string;
  readonly inUse: boolean;
  /** What the checks found fault with. */
  readonly complaints: readonly string[];
}

export interface SegmentTakes {
  readonly segment: string;
  readonly speech: string;
  readonly takes: readonly TakeEntry[];
}

/** The takes that a story's segments have had, oldest first. */
export async function takesOfStory(
  story: ScriptStory,
  history: readonly EditionState[],
  takesFolder: string,
): Promise<readonly SegmentTakes[]> {
  const store = new TakeStore(takesFolder);
  return Promise.all(
    story.segments.map(async (segment) => {
      const inUse = history.at(-1)?.takes[segment.id];
      const found = await Promise.all(
        keysUnder(segment.id, segment.speech, history).map((key) => store.find(key)),
      );
      const kept = found.filter((take) => take !== undefined);
      const takes = await Promise.all(
        kept.map((take, index) => describe(take, index + 1, take.key === inUse)),
      );
      return { segment: segment.id, speech: segment.speech, takes };
    }),
  );
}

/** Keys under which a segment was published when it said these words, in order. */
export function keysUnder(id: string, speech: string, history: readonly EditionState[]): readonly string[] {
  const keys = history.flatMap(({ script, takes }) => {
    const said = script.stories.flatMap(({ segments }) => segments).find((segment) => segment.id === id);
    const key = takes[id];
    return said?.speech === speech && key !== undefined ? [key] : [];
  });
  return [...new Set(keys)];
}

async function describe(take: KeptTake, number: number, inUse: boolean): Promise<TakeEntry> {
  const { key, engine, voice, durationSeconds, file } = take;
  const { mtime } = await stat(file);
  const complaints = (take.findings ?? []).map(({ message }) => message);
  return { number, key, engine, voice, durationSeconds, madeAt: mtime.toISOString(), inUse, complaints };
}

/**
 * Picks take number `number` of every segment that has it.
 *
 * @throws AudioEditionError (`input`) where no segment has it.
 */
export function pickTakes(takes: readonly SegmentTakes[], number: number): ReadonlyMap<string, string> {
  const picked = takes.flatMap((entry) => {
    const take = entry.takes.find((one) => one.number === number);
    return take === undefined ? [] : [[entry.segment, take.key] as const];
  });
  if (picked.length > 0) return new Map(picked);
  const most = Math.max(0, ...takes.map((entry) => entry.takes.length));
  throw new AudioEditionError(
    `There is no take ${number}; ${most === 0 ? 'no take is kept' : `there are 1 to ${most}`} (--takes lists them).`,
    { code: 'take-unknown', stage: 'speech', fault: 'input', data: { number } },
  );
}

/** For every segment the first number under which no take is kept yet: asking for it makes a new one. */
export async function freshTakeNumbers(
  story: ScriptStory,
  segments: ReadonlySet<string>,
  config: Config,
  storyVoices: ReadonlyMap<string, string>,
  takesFolder: string,
): Promise<ReadonlyMap<string, number>> {
  const { engine } = chooseEngine(config.engine, ENGINES, config.environment);
  const store = new TakeStore(takesFolder);
  const numbers = new Map([...segments].map((id) => [id, 1]));
  let undecided = new Set(segments);
  while (undecided.size > 0) {
    const cast = castSegments([story], engine, { voices: config.voices, storyVoices, takeNumbers: numbers });
    const taken = await Promise.all(
      cast
        .filter(({ segment }) => undecided.has(segment.id))
        .map(async ({ segment, key }) => ((await store.find(key)) ? [segment.id] : [])),
    );
    undecided = new Set(taken.flat());
    for (const id of undecided) numbers.set(id, (numbers.get(id) ?? 0) + 1);
  }
  return numbers;
}

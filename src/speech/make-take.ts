import { createHash } from 'node:crypto';
import type { TakeFinding } from '../edition.js';
import type { CastSegment } from './cast-segments.js';
import { checkTake, normOf } from './checks/check-take.js';
import { measureTake, type TakeMeasures } from './checks/measure.js';
import type { VoiceNorms } from './checks/voice-norms.js';
import type { EngineDescription, Pcm } from './engine.js';
import { estimateTimings } from './estimate-timings.js';
import type { DecodedSpeech, Requester } from './requester.js';
import { speakLongText } from './speak-long-text.js';
import type { KeptTake, NewTake, TakeStore } from './takes.js';
import { trimSilence } from './trim.js';
import type { Listener } from './verify/transcriber.js';

/** A suspicious take is made again with another seed so often. */
const MOST_RETAKES = 2;

export interface TakeMaker {
  readonly description: EngineDescription;
  readonly requester: Requester;
  readonly norms: VoiceNorms;
  readonly store: TakeStore;
  /** Listens to takes, where that is wanted. */
  readonly listener?: Listener;
  readonly signal: AbortSignal;
}

/** One try at a segment, judged. */
interface Candidate {
  readonly take: NewTake;
  readonly pcm: Pcm;
  readonly findings: readonly TakeFinding[];
}

/**
 * Makes the take of a segment: speaks it, checks it by measurement, and if it is suspicious speaks it again.
 * The best take is kept, with what is still suspicious about it. Whatever is waited for, what was paid for is in
 * the store before: a build that is killed goes on from there.
 *
 * @throws the engine's failure when it can't be spoken, the signal's reason, or the store's error.
 */
export async function makeTake(cast: CastSegment, maker: TakeMaker): Promise<KeptTake> {
  const pending = await maker.store.find(cast.key);
  let best = pending === undefined ? await tryTake(cast, 0, maker) : await judgeAgain(pending, cast, maker);
  const mostTries = maker.description.isRepeatable ? 1 : 1 + MOST_RETAKES;
  for (let tries = pending?.pendingTries ?? 1; tries < mostTries && best.findings.length > 0; tries++) {
    await keepPending(cast, best, tries, maker);
    // A retake that fails is no reason to lose what was paid for.
    const next = await tryTake(cast, tries, maker).catch(() => undefined);
    if (next === undefined) break;
    if (next.findings.length < best.findings.length) best = next;
  }
  const { take, pcm, findings } = best;
  return maker.store.add(cast.key, findings.length === 0 ? take : { ...take, findings }, pcm);
}

/** The name under which a voice's takes are compared: another pace or model is another voice. */
export function normName({ voice }: CastSegment, engine: string): string {
  return JSON.stringify([engine, voice]);
}

async function tryTake(cast: CastSegment, retake: number, maker: TakeMaker): Promise<Candidate> {
  const { description, requester, norms, listener } = maker;
  const spoken = await speakLongText(cast, seedOf(cast, retake), description, requester);
  const depth = description.isRepeatable ? 'level' : 'all';
  const measures = measureTake(spoken.pcm, cast.segment.speech, spoken.timings, depth);
  const made = finishTake(cast, spoken, measures, description.name);
  const name = normName(cast, description.name);
  // The first try tells something about the voice; a retake is only judged.
  if (retake === 0) norms.add(name, measures);
  const waits = !description.isRepeatable && (listener !== undefined || !norms.isReady(name));
  if (retake === 0 && waits) await keepPending(cast, made, 1, maker);
  return { ...made, findings: await judge(cast, measures, spoken.pcm, maker) };
}

/** A take that was kept before it could be judged. */
async function judgeAgain(pending: KeptTake, cast: CastSegment, maker: TakeMaker): Promise<Candidate> {
  const { key: _, file: __, pendingTries: ___, ...take } = pending;
  const pcm = await maker.store.samplesOf(pending);
  maker.norms.add(normName(cast, maker.description.name), take.measures);
  return { take, pcm, findings: await judge(cast, take.measures, pcm, maker) };
}

function keepPending(
  { key }: CastSegment,
  { take, pcm }: Omit<Candidate, 'findings'>,
  pendingTries: number,
  { store }: TakeMaker,
): Promise<KeptTake> {
  return store.add(key, { ...take, pendingTries }, pcm);
}

async function judge(
  cast: CastSegment,
  measures: TakeMeasures,
  pcm: Pcm,
  { description, norms, listener, signal }: TakeMaker,
): Promise<readonly TakeFinding[]> {
  // An engine that can't be asked for another take is not compared, only found out when it fails.
  const norm = description.isRepeatable ? normOf([]) : await norms.of(normName(cast, description.name));
  const heard = await listener?.listen(pcm, cast.segment.speech, signal);
  return [...checkTake(measures, norm), ...(heard ?? [])];
}

/** The take without silence around it; words are timed from the sound where the service's times make no sense. */
function finishTake(
  cast: CastSegment,
  spoken: DecodedSpeech,
  measures: TakeMeasures,
  engine: string,
): Omit<Candidate, 'findings'> {
  const said = measures.timingsInOrder ? spoken.timings : undefined;
  const timings = said ?? estimateTimings(spoken.pcm, cast.segment.speech);
  const { pcm, span, timings: movedTimings } = trimSilence(spoken.pcm, timings);
  const take: NewTake = {
    engine,
    voice: cast.voice.voice,
    sampleRateHz: pcm.sampleRateHz,
    durationSeconds: pcm.samples.length / pcm.sampleRateHz,
    speechStartSeconds: span.startSeconds,
    speechEndSeconds: span.endSeconds,
    timings: movedTimings,
    timingSource: said === undefined ? 'estimated' : 'engine',
    settings: normName(cast, engine),
    measures,
  };
  return { take, pcm };
}

/**
 * The same take is asked for with the same seed, a retake with another one. Where `voices.json` fixes a seed, first
 * takes have it; what is said again must not sound alike.
 */
function seedOf({ key, voice, takeNumber }: CastSegment, retake: number): number {
  const fixed = voice['seed'];
  if (typeof fixed === 'number' && takeNumber === 0 && retake === 0) return fixed;
  return createHash('sha256').update(`${key} ${retake}`).digest().readUInt32BE();
}

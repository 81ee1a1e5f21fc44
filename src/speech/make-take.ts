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
import type { NewTake } from './takes.js';
import { trimSilence } from './trim.js';
import type { Listener } from './verify/transcriber.js';

/** A suspicious take is made again with another seed so often. */
const MOST_RETAKES = 2;

export interface MadeTake {
  readonly take: NewTake;
  readonly pcm: Pcm;
}

export interface TakeMaker {
  readonly description: EngineDescription;
  readonly requester: Requester;
  readonly norms: VoiceNorms;
  /** Listens to takes, where that is wanted. */
  readonly listener?: Listener;
  readonly signal: AbortSignal;
}

/** One try at a segment, judged. */
interface Candidate {
  readonly spoken: DecodedSpeech;
  readonly measures: TakeMeasures;
  readonly findings: readonly TakeFinding[];
}

/**
 * Makes the take of a segment: speaks it, checks it by measurement, and if it is suspicious speaks it again.
 * The best take is returned, with what is still suspicious about it.
 *
 * @throws the engine's failure when it can't be spoken, or the signal's reason.
 */
export async function makeTake(cast: CastSegment, maker: TakeMaker): Promise<MadeTake> {
  let best = await tryTake(cast, 0, maker);
  const retakes = maker.description.isRepeatable ? 0 : MOST_RETAKES;
  for (let retake = 1; retake <= retakes && best.findings.length > 0; retake++) {
    // A retake that fails is no reason to lose what was paid for.
    const next = await tryTake(cast, retake, maker).catch(() => undefined);
    if (next === undefined) break;
    if (next.findings.length < best.findings.length) best = next;
  }
  return finishTake(cast, best, maker.description.name);
}

/** The name under which a voice's takes are compared: another pace or model is another voice. */
export function normName({ voice }: CastSegment, engine: string): string {
  return JSON.stringify([engine, voice]);
}

async function tryTake(cast: CastSegment, retake: number, maker: TakeMaker): Promise<Candidate> {
  const { description, requester, norms } = maker;
  const spoken = await speakLongText(cast, seedOf(cast, retake), description, requester);
  const depth = description.isRepeatable ? 'level' : 'all';
  const measures = measureTake(spoken.pcm, cast.segment.speech, spoken.timings, depth);
  // The first try tells something about the voice; a retake is only judged.
  if (retake === 0) norms.add(normName(cast, description.name), measures);
  // An engine that can't be asked for another take is not compared, only found out when it fails.
  const norm = description.isRepeatable ? normOf([]) : await norms.of(normName(cast, description.name));
  const heard = await maker.listener?.listen(spoken.pcm, cast.segment.speech, maker.signal);
  return { spoken, measures, findings: [...checkTake(measures, norm), ...(heard ?? [])] };
}

function finishTake(cast: CastSegment, { spoken, measures, findings }: Candidate, engine: string): MadeTake {
  const isTimed = !findings.some(({ code }) => code === 'timings-broken');
  const said = isTimed ? spoken.timings : undefined;
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
    ...(findings.length === 0 ? {} : { findings }),
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

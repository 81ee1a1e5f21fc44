import { parentPort, workerData } from 'node:worker_threads';
import { collectGarbage } from '../../../collect-garbage.js';
import type { TimedSpeech } from '../../../edition.js';
import { messageOf } from '../../../errors.js';
import type { Pcm } from '../../engine.js';
import { joinSamples } from '../../wav.js';
import { alignWords } from './align.js';
import { Flite } from './flite.js';
import { sentenceText, splitSentences } from './sentences.js';

/** What the pool asks a worker thread to speak. */
export interface WorkerRequest {
  readonly text: string;
  readonly voice: string;
  /** 1 is the voice's own pace, 2 twice as fast. */
  readonly speed: number;
}

export type WorkerAnswer =
  | { readonly audio: Pcm; readonly timings: readonly TimedSpeech[] }
  | { readonly error: string };

/** What is heard when a text has nothing that can be said, such as a lone sign. */
const NOTHING: Pcm = { samples: new Int16Array(3200), sampleRateHz: 16_000 };

/** A collection takes 12 ms, the garbage of a text is about 1.5 MB. */
const TEXTS_PER_COLLECTION = 8;
let textsSinceCollection = 0;

const flite = new Flite(workerData as WebAssembly.Module);

parentPort?.on('message', (request: WorkerRequest) => {
  const answer = answerTo(request);
  const transfer = 'audio' in answer ? [answer.audio.samples.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(answer, transfer);
  textsSinceCollection += 1;
  if (textsSinceCollection < TEXTS_PER_COLLECTION) return;
  textsSinceCollection = 0;
  collectGarbage();
});

function answerTo(request: WorkerRequest): WorkerAnswer {
  try {
    return speakText(request);
  } catch (error) {
    return { error: messageOf(error) };
  }
}

/** Speaks a text sentence by sentence, which keeps Flite within its stack and gives exact sentence times. */
function speakText({ text, voice, speed }: WorkerRequest): WorkerAnswer {
  const parts: Int16Array[] = [];
  const timings: TimedSpeech[] = [];
  let { sampleRateHz } = NOTHING;
  let samplesSoFar = 0;
  for (const sentence of splitSentences(text)) {
    const spoken = flite.speak({ text: sentenceText(sentence), voice, durationStretch: 1 / speed });
    sampleRateHz = spoken.sampleRateHz;
    timings.push(...alignWords(sentence, spoken.phones, samplesSoFar / sampleRateHz));
    parts.push(spoken.samples);
    samplesSoFar += spoken.samples.length;
  }
  const samples = parts.length === 0 ? NOTHING.samples.slice() : joinSamples(parts);
  return { audio: { samples, sampleRateHz }, timings };
}

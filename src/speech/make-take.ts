import type { VoiceSettings } from '../edition.js';
import { audibleSpan } from './audible.js';
import type { Decode, Engine, Pcm, SpeechRequest, Spoken } from './engine.js';
import type { NewTake } from './takes.js';

export interface MadeTake {
  readonly take: NewTake;
  readonly pcm: Pcm;
}

/** Speaks one request and measures what came back. */
export async function makeTake(
  engine: Engine,
  request: SpeechRequest,
  decode: Decode,
  signal: AbortSignal,
): Promise<MadeTake> {
  const spoken = await engine.speak(request, signal);
  const pcm = await toPcm(spoken, decode, signal);
  return { pcm, take: describeTake(engine.name, request.voice, spoken, pcm) };
}

async function toPcm({ audio }: Spoken, decode: Decode, signal: AbortSignal): Promise<Pcm> {
  return 'samples' in audio ? audio : decode(audio.bytes, audio.hint, signal);
}

function describeTake(engine: string, { voice }: VoiceSettings, spoken: Spoken, pcm: Pcm): NewTake {
  const { startSeconds, endSeconds } = audibleSpan(pcm);
  return {
    engine,
    voice,
    sampleRateHz: pcm.sampleRateHz,
    durationSeconds: pcm.samples.length / pcm.sampleRateHz,
    speechStartSeconds: startSeconds,
    speechEndSeconds: endSeconds,
    timings: spoken.timings ?? [],
    timingSource: spoken.timings === undefined ? 'estimated' : 'engine',
  };
}

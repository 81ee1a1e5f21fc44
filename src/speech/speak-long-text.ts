import type { TextSpan, TimedSpeech } from '../edition.js';
import type { CastSegment } from './cast-segments.js';
import type { EngineDescription, SpeechRequest } from './engine.js';
import { splitForEngine } from './long-text.js';
import type { DecodedSpeech, Requester } from './requester.js';
import { joinSamples } from './wav.js';
import { phonesWithin } from './word-phones.js';

/** Speaks a segment; a text above the engine's limit goes in several requests and comes back as one. */
export async function speakLongText(
  cast: CastSegment,
  seed: number,
  engine: EngineDescription,
  requester: Requester,
): Promise<DecodedSpeech> {
  const text = cast.segment.speech;
  const spans = splitForEngine(text, engine.limits(cast.voice).charactersPerRequest);
  const requests = spans.map((_, index) => requestFor(cast, spans, index, seed));
  const parts = await Promise.all(requests.map((request) => requester.request(request)));
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return joinParts(parts, spans);
}

function requestFor(
  { segment, voice, phones: all, previousText, nextText }: CastSegment,
  spans: readonly TextSpan[],
  index: number,
  seed: number,
): SpeechRequest {
  const partAt = (span: TextSpan | undefined) =>
    span === undefined ? undefined : segment.speech.slice(...span);
  const before = partAt(spans[index - 1]) ?? previousText;
  const after = partAt(spans[index + 1]) ?? nextText;
  const phones = phonesWithin(all, spans[index] ?? [0, 0]);
  return {
    text: partAt(spans[index]) ?? '',
    ...(phones.length === 0 ? {} : { phones }),
    voice,
    seed,
    ...(before === undefined ? {} : { previousText: before }),
    ...(after === undefined ? {} : { nextText: after }),
  };
}

function joinParts(parts: readonly DecodedSpeech[], spans: readonly TextSpan[]): DecodedSpeech {
  const sampleRateHz = parts[0]?.pcm.sampleRateHz ?? 0;
  if (parts.some(({ pcm }) => pcm.sampleRateHz !== sampleRateHz)) {
    throw new Error('parts of one text came with different sample rates');
  }
  const timings: TimedSpeech[] = [];
  let samplesBefore = 0;
  for (const [index, part] of parts.entries()) {
    const textOffset = spans[index]?.[0] ?? 0;
    const secondsBefore = samplesBefore / sampleRateHz;
    for (const { speech, startSeconds, endSeconds } of part.timings ?? []) {
      timings.push({
        speech: [speech[0] + textOffset, speech[1] + textOffset],
        startSeconds: startSeconds + secondsBefore,
        endSeconds: endSeconds + secondsBefore,
      });
    }
    samplesBefore += part.pcm.samples.length;
  }
  const pcm = { samples: joinSamples(parts.map((part) => part.pcm.samples)), sampleRateHz };
  return parts.every((part) => part.timings !== undefined) ? { pcm, timings } : { pcm };
}

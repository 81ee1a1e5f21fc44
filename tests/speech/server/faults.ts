import { hum, type SyntheticSpeech } from './synthetic-voice.js';

/** What can go wrong with one request, as it does with the real services. */
export type Fault =
  /** 429: too many requests at once, or an overloaded service; `retryAfter` is sent as it is. */
  | { readonly kind: 'busy'; readonly retryAfter?: string }
  | { readonly kind: 'status'; readonly status: number; readonly code: string; readonly message: string }
  | { readonly kind: 'reset-before' | 'reset-middle' | 'hang' | 'hang-in-body' }
  /** 200 with the wrong thing in it. */
  | { readonly kind: 'empty' | 'html' }
  /** 200 with a take that is bad. */
  | { readonly kind: 'cut' | 'silence' | 'babble' | 'double' | 'quiet' };

export const QUOTA_USED_UP: Fault = {
  kind: 'status',
  // Seen in January 2026: a used-up quota comes as 401.
  status: 401,
  code: 'quota_exceeded',
  message:
    'This request exceeds your quota of 100. You have 3 credits remaining, while 40 credits are required for this request.',
};

/** Spoils a take in the way of a fault; leaves it when the fault is not of that sort. */
export function spoil(speech: SyntheticSpeech, fault: Fault | undefined, text: string): SyntheticSpeech {
  const { samples, sampleRateHz } = speech;
  switch (fault?.kind) {
    case 'cut':
      return { ...speech, samples: samples.slice(0, samples.length * 0.45) };
    case 'silence':
      return { ...speech, samples: new Int16Array(samples.length) };
    case 'quiet':
      return { ...speech, samples: samples.map((sample) => sample / 12) };
    case 'double':
      return { ...speech, samples: concatenate(samples, samples) };
    case 'babble':
      return {
        ...speech,
        samples: concatenate(samples, hum(`${text} and on and on it goes`, sampleRateHz, 99).samples),
      };
    default:
      return speech;
  }
}

function concatenate(first: Int16Array, second: Int16Array): Int16Array {
  const both = new Int16Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

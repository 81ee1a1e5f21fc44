/** Puts an engine's timings onto the words as the author wrote them. Pure. */
import type { EditionWord, SpeechToken, TextSpan, TimedSpeech } from '../edition.js';

/** When the words of one take are heard, on the take's own clock. */
export interface TakeTimes {
  /** Empty where the engine told nothing: then the words share the time by their length. */
  readonly timings: readonly TimedSpeech[];
  readonly speechStartSeconds: number;
  readonly speechEndSeconds: number;
}

/**
 * One word for every token that is said, in order and without overlap, each inside the take's speech.
 * A token's times are read from the timings that its letters touch, cut in proportion where a timing covers
 * more than the token (a whole sentence, say). Seconds stay on the take's clock.
 */
export function timeWords(tokens: readonly SpeechToken[], speech: string, take: TakeTimes): EditionWord[] {
  const timings = usableTimings(speech, take);
  let earliest = take.speechStartSeconds;
  return spokenSpans(tokens).map(({ token, span }) => {
    const start = clamp(timeAt(timings, span[0], 'start'), earliest, take.speechEndSeconds);
    const end = clamp(timeAt(timings, span[1], 'end'), start, take.speechEndSeconds);
    earliest = end;
    return { startSeconds: start, endSeconds: end, source: token.source, speech: token.speech };
  });
}

/** The tokens that are said, each with its place in the segment's speech (joined by single spaces). */
export function spokenSpans(
  tokens: readonly SpeechToken[],
): { readonly token: SpeechToken; readonly span: TextSpan }[] {
  let at = 0;
  return tokens
    .filter((token) => token.speech !== '')
    .map((token) => {
      const span: TextSpan = [at, at + token.speech.length];
      at = span[1] + 1;
      return { token, span };
    });
}

function usableTimings(speech: string, take: TakeTimes): readonly TimedSpeech[] {
  if (take.timings.length > 0) return take.timings;
  const { speechStartSeconds: startSeconds, speechEndSeconds: endSeconds } = take;
  return [{ speech: [0, speech.length], startSeconds, endSeconds }];
}

/** The moment of the letter boundary `at`: where a word starts there, or where one ends there. */
function timeAt(timings: readonly TimedSpeech[], at: number, side: 'start' | 'end'): number {
  const touching =
    side === 'start'
      ? timings.find((timing) => timing.speech[1] > at)
      : timings.findLast((timing) => timing.speech[0] < at);
  if (!touching) return side === 'start' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const [from, to] = touching.speech;
  const share = clamp((at - from) / Math.max(1, to - from), 0, 1);
  return touching.startSeconds + share * (touching.endSeconds - touching.startSeconds);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

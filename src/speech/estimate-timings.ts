import type { TextSpan, TimedSpeech } from '../edition.js';
import { type AudibleSpan, audibleSpan, frameLevelsDbfs, voiceLevelDbfs } from './audible.js';
import type { Pcm } from './engine.js';
import { countLetters } from './letters.js';
import { alignPauses, type Pause, type WordEnd } from './pause-alignment.js';
import { wordSpans } from './word-spans.js';

const FRAME_SECONDS = 0.01;

/** A shorter gap is part of a word: the closure of a `p` or a `t`. */
const PAUSE_SECONDS = 0.12;

/** Time that a word takes besides its letters, counted in letters. */
const LETTERS_OF_A_WORD = 1.5;

/**
 * Times words from the audio where the engine gives no times: the time that the voice sounds is shared out
 * by the length of the words, and pauses are laid on the punctuation that they fit best.
 */
export function estimateTimings(pcm: Pcm, text: string): readonly TimedSpeech[] {
  const span = audibleSpan(pcm);
  const words = wordSpans(text);
  const pauses = findPauses(pcm, span.startSeconds, span.endSeconds);
  const spokenSeconds =
    span.endSeconds - span.startSeconds - pauses.reduce((sum, { lengthSeconds }) => sum + lengthSeconds, 0);
  const ends = wordEnds(text, words, spokenSeconds);
  const wordEndsWithPunctuation = words.map((word, index) => ({
    expectedSeconds: ends[index] ?? 0,
    punctuation: punctuationAfter(text, word, words[index + 1]),
  }));
  const anchors = alignPauses(pauses, wordEndsWithPunctuation, spokenSeconds);
  return timeWords(words, ends, anchors, span);
}

/** When each word would end if the voice never paused. */
function wordEnds(text: string, words: readonly TextSpan[], spokenSeconds: number): number[] {
  const weights = words.map((word) => countLetters(text.slice(...word)) + LETTERS_OF_A_WORD);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return (sum / total) * spokenSeconds;
  });
}

function findPauses(pcm: Pcm, startSeconds: number, endSeconds: number): readonly Pause[] {
  const levels = frameLevelsDbfs(pcm, FRAME_SECONDS);
  const threshold = voiceLevelDbfs(levels) - 35;
  const pauses: Pause[] = [];
  let [spoken, quiet, now] = [0, 0, startSeconds];
  for (const level of levels.subarray(startSeconds / FRAME_SECONDS, endSeconds / FRAME_SECONDS)) {
    if (level <= threshold) {
      quiet += FRAME_SECONDS;
      now += FRAME_SECONDS;
      continue;
    }
    if (quiet >= PAUSE_SECONDS) {
      pauses.push({ startSeconds: now - quiet, spokenSeconds: spoken, lengthSeconds: quiet });
    } else spoken += quiet;
    quiet = 0;
    spoken += FRAME_SECONDS;
    now += FRAME_SECONDS;
  }
  return pauses;
}

function punctuationAfter(text: string, word: TextSpan, next: TextSpan | undefined): WordEnd['punctuation'] {
  const written = text.slice(...word);
  if (/[.!?…]["'”’)\]]*$/u.test(written)) return 'sentence';
  const isClause = /[,;:)—–]["'”’)\]]*$/u.test(written) || /[—–-]/u.test(text.slice(word[1], next?.[0]));
  return isClause ? 'clause' : 'none';
}

/** Between two anchors the words share the time that is there. */
function timeWords(
  words: readonly TextSpan[],
  ends: readonly number[],
  anchors: ReadonlyMap<number, Pause>,
  span: AudibleSpan,
): readonly TimedSpeech[] {
  const end: Pause = { startSeconds: span.endSeconds, spokenSeconds: 0, lengthSeconds: 0 };
  const marks = [...anchors, [words.length - 1, end] as const].toSorted(([a], [b]) => a - b);
  const timings: TimedSpeech[] = [];
  let [word, expectedFrom, now] = [0, 0, span.startSeconds];
  for (const [lastWord, pause] of marks) {
    const expectedTo = ends[lastWord] ?? 0;
    const stretch = expectedTo > expectedFrom ? (pause.startSeconds - now) / (expectedTo - expectedFrom) : 0;
    for (; word <= lastWord; word++) {
      const seconds = ((ends[word] ?? 0) - (ends[word - 1] ?? 0)) * stretch;
      const speech = words[word];
      if (speech !== undefined) timings.push({ speech, startSeconds: now, endSeconds: now + seconds });
      now += seconds;
    }
    expectedFrom = expectedTo;
    now = pause.startSeconds + pause.lengthSeconds;
  }
  return timings;
}

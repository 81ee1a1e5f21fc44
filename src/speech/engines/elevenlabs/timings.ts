import type { TimedSpeech } from '../../../edition.js';
import { wordSpans } from '../../word-spans.js';
import type { CharacterTimes } from './client.js';

interface CharacterTime {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * Word times from the service's times of single characters.
 *
 * @returns undefined when the characters are not those of the text, or times are missing: then nothing is
 *   known, and words must be timed from the audio.
 */
export function wordTimings(
  text: string,
  times: CharacterTimes | undefined,
): readonly TimedSpeech[] | undefined {
  const byOffset = times && timesByOffset(text, times);
  if (byOffset === undefined) return undefined;
  return wordSpans(text).flatMap((speech) => {
    const first = byOffset[speech[0]];
    const last = byOffset[speech[1] - 1];
    if (first === undefined || last === undefined) return [];
    return [{ speech, startSeconds: first.startSeconds, endSeconds: last.endSeconds }];
  });
}

/** For each UTF-16 offset of the text the time of the character that stands there. */
function timesByOffset(text: string, times: CharacterTimes): readonly CharacterTime[] | undefined {
  const { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends } = times;
  if (characters.join('') !== text) return undefined;
  const byOffset: CharacterTime[] = [];
  for (const [index, character] of characters.entries()) {
    const [startSeconds, endSeconds] = [starts[index], ends[index]];
    if (startSeconds === undefined || endSeconds === undefined) return undefined;
    for (let unit = 0; unit < character.length; unit++) byOffset.push({ startSeconds, endSeconds });
  }
  return byOffset;
}

import type { TimedSpeech } from '../../../edition.js';
import { wordSpans } from '../../word-spans.js';
import type { CharacterTimes } from './client.js';
import type { TaggedText } from './phoneme-tags.js';

interface CharacterTime {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * Word times from the service's times of single characters.
 *
 * @param alignments The first that has the text's characters counts.
 * @returns undefined when none has, or times are missing: then nothing is known, and words must be timed from the
 *   audio.
 */
export function wordTimings(
  text: string,
  alignments: readonly CharacterTimes[],
  tagged: TaggedText = { text, place: (offset) => offset },
): readonly TimedSpeech[] | undefined {
  const byOffset = alignments
    .map((times) => timesOf(text, tagged, times))
    .find((times) => times !== undefined);
  if (byOffset === undefined) return undefined;
  return wordSpans(text).flatMap((speech) => {
    const first = byOffset[speech[0]];
    const last = byOffset[speech[1] - 1];
    if (first === undefined || last === undefined) return [];
    return [{ speech, startSeconds: first.startSeconds, endSeconds: last.endSeconds }];
  });
}

/** The service times the text as it was sent, tags included, or as it was said, without them. */
function timesOf(
  text: string,
  tagged: TaggedText,
  times: CharacterTimes,
): readonly CharacterTime[] | undefined {
  const plain = timesByOffset(text, times);
  if (plain !== undefined || tagged.text === text) return plain;
  const sent = timesByOffset(tagged.text, times);
  if (sent === undefined) return undefined;
  const byOffset = Array.from({ length: text.length }, (_, offset) => sent[tagged.place(offset)]);
  return byOffset.every((time) => time !== undefined) ? byOffset : undefined;
}

/** For each UTF-16 offset of the text the time of the character that stands there. */
function timesByOffset(text: string, times: CharacterTimes): readonly CharacterTime[] | undefined {
  const { characters, characterStartTimesSeconds: starts, characterEndTimesSeconds: ends } = times;
  const said = characters.join('');
  // The normalized text has blanks around it.
  const blanks = said.length - said.trimStart().length;
  if (said !== text && said.trim() !== text) return undefined;
  const byOffset: CharacterTime[] = [];
  for (const [index, character] of characters.entries()) {
    const [startSeconds, endSeconds] = [starts[index], ends[index]];
    if (startSeconds === undefined || endSeconds === undefined) return undefined;
    for (let unit = 0; unit < character.length; unit++) byOffset.push({ startSeconds, endSeconds });
  }
  return said === text ? byOffset : byOffset.slice(blanks);
}

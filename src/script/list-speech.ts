import type { SpeechToken } from '../edition.js';
import type { ListReading } from './list-readings.js';

/**
 * The tokens of a bullet as its list has them read. Words that nobody wrote (a number, "and") belong to the bullet's
 * first word.
 *
 * @param sayNumber How a list's number is said, with the mark behind it: "two."
 */
export function withinList(
  tokens: readonly SpeechToken[],
  { number, joint, sentence, endsWithJoint }: ListReading,
  sayNumber: (number: number) => string,
): readonly SpeechToken[] {
  const before = number === undefined ? joint : sayNumber(number);
  const begun = before === undefined ? tokens : beginningWith(before, tokens);
  return sentence === 'goes-on' ? goingOn(begun, endsWithJoint ? '' : ',') : begun;
}

function beginningWith(words: string, tokens: readonly SpeechToken[]): readonly SpeechToken[] {
  const first = tokens.findIndex(({ speech }) => speech !== '');
  return tokens.map(({ source, speech, phones }, at) =>
    at === first
      ? { source, speech: `${words} ${speech}` }
      : { source, speech, ...(phones === undefined ? {} : { phones }) },
  );
}

/** The sentence goes on with the next bullet: its full stop becomes another mark. */
function goingOn(tokens: readonly SpeechToken[], mark: string): readonly SpeechToken[] {
  const last = tokens.findLastIndex(({ speech }) => speech !== '');
  return tokens.map((token, at) =>
    at === last ? { ...token, speech: token.speech.replace(/\.$/, '') + mark } : token,
  );
}

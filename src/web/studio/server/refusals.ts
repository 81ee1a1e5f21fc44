import { AudioEditionError } from '../../../index.js';

/** Something that was asked for and is not there, or can't be done as it was asked. */
export function refused(code: string, message: string): AudioEditionError {
  return new AudioEditionError(message, { code, stage: 'cli', fault: 'input' });
}

/** Says that another window was quicker. */
export function draftChanged(): AudioEditionError {
  return refused('draft-changed', 'The draft was changed in another window; look at it again.');
}

/** Says how much a request may hold. */
export function tooLarge(maxBytes: number): AudioEditionError {
  return refused('too-large', `The request is too large; send at most ${maxBytes} bytes.`);
}

const NOT_FOUND: ReadonlySet<string> = new Set([
  'no-such-edition',
  'edition-unknown',
  'story-unknown',
  'segment-unknown',
  'join-unknown',
  'block-unknown',
  'step-unknown',
  'take-unknown',
  'job-unknown',
  'issue-unknown',
  'route-unknown',
  'file-missing',
]);

const CONFLICTS: ReadonlySet<string> = new Set(['draft-changed', 'edition-busy', 'store-locked']);

/** The HTTP status that tells a program what the code tells people. */
export function statusOf({ code, fault }: AudioEditionError): 400 | 404 | 409 | 413 | 500 {
  if (code === 'too-large') return 413;
  if (NOT_FOUND.has(code)) return 404;
  if (CONFLICTS.has(code)) return 409;
  return fault === 'input' ? 400 : 500;
}

/**
 * The key of a take as an address has it.
 *
 * @throws AudioEditionError `take-unknown` for all that is no such key.
 */
export function takeKey(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw unknownTake();
}

export function unknownTake(): AudioEditionError {
  return refused('take-unknown', 'This take is not kept any more; make a new one.');
}

export function unknownStory(story: string): AudioEditionError {
  return refused('story-unknown', `There is no story "${story}"; look at the edition again.`);
}

import { AudioEditionError } from '../errors.js';

/** What file systems allow for one part of a path. */
const MAX_PART_BYTES = 255;

/**
 * Refuses a name that would lead out of the store or that no file system can hold.
 *
 * @throws AudioEditionError `bad-file-name`.
 */
export function checkName(name: string): void {
  const parts = name.split('/');
  const good = parts.every(
    (part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= MAX_PART_BYTES,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and other controls are what is looked for
  if (good && !/[\\\u0000-\u001f]/.test(name)) return;
  throw new AudioEditionError(
    `"${name}" can't be the name of a published file; use parts of at most 255 bytes without "..", "\\" and control characters.`,
    { code: 'bad-file-name', stage: 'store', data: { name } },
  );
}

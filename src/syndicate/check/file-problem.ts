import { createHash } from 'node:crypto';
import type { PublishedFile } from '../../edition.js';

/** What is wrong with the bytes that lie there, as one plain sentence; undefined when they are those published. */
export function fileProblem(
  bytes: Uint8Array | undefined,
  { bytes: size, sha256 }: PublishedFile,
): string | undefined {
  if (bytes === undefined) return 'it is missing';
  if (bytes.byteLength !== size) return `it has ${bytes.byteLength} bytes instead of ${size}`;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === sha256 ? undefined : 'its bytes are not those that were published';
}

import { createHash } from 'node:crypto';
import type { PublishedFile } from '../edition.js';

/** A text to be published. */
export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

/** A text's entry in the manifest. */
export function describeContent({ name, content }: OutputFile): PublishedFile {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

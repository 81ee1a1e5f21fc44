import { createHash } from 'node:crypto';
import type { PublishedFile } from '../edition.js';
import type { OutgoingFile } from '../store/contract.js';

/** A text to be published. */
export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

/** A file's entry in the manifest. */
export function describeContent({ name, content }: OutgoingFile): PublishedFile {
  if (typeof content === 'object' && 'file' in content)
    return { name, bytes: content.bytes, sha256: content.sha256 };
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

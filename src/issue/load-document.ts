import { basename } from 'node:path';
import { AudioEditionError, messageOf } from '../errors.js';
import type { IssueDocument } from './document.js';

/** What loading needs of the outside world. */
export interface DocumentSources {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** A guarded fetch, see `fetch/guarded-fetch.ts`. */
  readonly fetch: (url: string) => Promise<Pick<IssueDocument, 'bytes' | 'mediaType' | 'url'>>;
}

/**
 * Loads an issue from a file, from standard input (`-`) or from an `http(s)` address.
 * Throws `AudioEditionError` (`input`) with a sentence of its own for a missing file, a folder, an unreadable file.
 */
export async function loadDocument(spec: string, sources: DocumentSources): Promise<IssueDocument> {
  if (spec === '-') return { bytes: await sources.readStdin(), name: '' };
  if (/^https?:\/\//i.test(spec)) return sources.fetch(spec);
  try {
    return { bytes: await sources.readFile(spec), name: basename(spec) };
  } catch (error) {
    throw new AudioEditionError(whyUnreadable(spec, error), {
      code: 'issue-unreadable',
      stage: 'issue',
      fault: 'input',
      cause: error,
      data: { file: spec },
    });
  }
}

function whyUnreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `There is no file ${file}; check the path, or give - to read standard input.`;
  if (code === 'EISDIR') return `${file} is a folder; give the file of one issue.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read; check its permissions.`;
  return `${file} can't be read: ${messageOf(error)}.`;
}

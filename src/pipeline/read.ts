import type { Config } from '../config.js';
import type { Issue, StageResult } from '../edition.js';
import { loadDocument, type ReadOptions, readIssue } from '../issue/index.js';
import type { PipelineHost } from './host.js';

/** One issue to read, and what is known better than the issue says. */
export interface ReadRequest {
  /** A file, an `http(s)` address, or `-` for standard input. */
  readonly issue: string;
  readonly reading?: Omit<ReadOptions, 'today' | 'reading' | 'language'>;
  readonly config: Config;
}

/** What the publisher wrote → issue. */
export async function read(
  { issue, reading, config }: ReadRequest,
  host: PipelineHost,
): Promise<StageResult<Issue>> {
  host.onEvent({ kind: 'stage', stage: 'issue' });
  const document = await loadDocument(issue, host.sources);
  const { reading: rules, language } = config.show;
  return readIssue(document, {
    ...reading,
    today: host.today,
    language,
    ...(rules === undefined ? {} : { reading: rules }),
  });
}

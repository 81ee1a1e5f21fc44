import type { Config } from '../config.js';
import { readManifest, renderSnippet, type Snippet } from '../syndicate/index.js';
import { findEdition } from './find-by-name.js';
import { type PipelineHost, storeOf } from './host.js';
import { showFiles } from './show-files.js';

export interface SnippetRequest {
  readonly outDir: string;
  /** A slug, a unique beginning of one, or `latest`. */
  readonly edition: string;
  readonly config: Config;
}

/** HTML to paste into the newsletter and into web pages. @throws AudioEditionError (`input`) without `baseUrl`. */
export async function snippet(
  { outDir, edition: name, config }: SnippetRequest,
  host: PipelineHost,
): Promise<Snippet> {
  const store = storeOf(outDir, host);
  const edition = await readManifest(store, await findEdition(store, name));
  const { artwork } = await showFiles(config, store, host.webFolder);
  return renderSnippet({ edition, show: config.show, ...(artwork === undefined ? {} : { artwork }) });
}

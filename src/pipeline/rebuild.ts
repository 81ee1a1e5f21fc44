import type { Config } from '../config.js';
import type { Notice } from '../edition.js';
import { rebuildFeed } from '../syndicate/publish.js';
import type { PipelineHost } from './host.js';
import { showFiles } from './show-files.js';
import { withStore } from './workshop.js';

export interface RebuildRequest {
  readonly outDir: string;
  readonly config: Config;
}

export interface RebuildResult {
  /** Names under `--out` whose bytes changed. */
  readonly written: readonly string[];
  readonly notices: readonly Notice[];
}

/** Writes the feed and the show's page anew from the editions' manifests. */
export function rebuild({ outDir, config }: RebuildRequest, host: PipelineHost): Promise<RebuildResult> {
  return withStore({ outDir, work: 'rebuild the feed' }, host, async (store, lock) => {
    const show = showFiles(config, store, host.webFolder);
    const { report, notices } = await rebuildFeed(store, lock, show);
    return { written: report.written.filter((name) => !name.startsWith('.')), notices };
  });
}

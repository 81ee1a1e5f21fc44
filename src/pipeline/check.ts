import path from 'node:path';
import type { Config } from '../config.js';
import { measureFile } from '../stitch/check-audio.js';
import { openDiskStore } from '../store/disk/disk-store.js';
import { type CheckReport, checkOutput } from '../syndicate/index.js';
import type { PipelineHost } from './host.js';

export interface CheckRequest {
  readonly outDir: string;
  readonly config: Config;
}

/** Verifies everything that is published under `--out`; changes nothing. */
export function check({ outDir }: CheckRequest, host: PipelineHost): Promise<CheckReport> {
  return checkOutput(openDiskStore(outDir), {
    measureSound: (name) => measureFile(path.join(outDir, name)),
    signal: host.signal,
    onEdition: (slug) => host.onEvent({ kind: 'message', message: `Checking ${slug} …` }),
  });
}

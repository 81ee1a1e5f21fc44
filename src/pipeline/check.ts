import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { type AudioReport, measureFile } from '../stitch/check-audio.js';
import { PRIVATE_FOLDER, type Store } from '../store/contract.js';
import { type CheckReport, checkOutput } from '../syndicate/index.js';
import { type PipelineHost, storeOf } from './host.js';

export interface CheckRequest {
  readonly outDir: string;
  readonly config: Config;
}

/** Verifies everything that is published under `--out`; changes nothing. */
export function check({ outDir }: CheckRequest, host: PipelineHost): Promise<CheckReport> {
  const store = storeOf(outDir, host);
  return checkOutput(store, {
    measureSound: (name) =>
      host.openStore === undefined ? measureFile(path.join(outDir, name)) : measureCopy(store, name, outDir),
    signal: host.signal,
    onEdition: (slug) => host.onEvent({ kind: 'message', message: `Checking ${slug} …` }),
  });
}

/** Sound that is kept elsewhere is measured on a copy. */
async function measureCopy(store: Store, name: string, outDir: string): Promise<AudioReport> {
  const copy = path.join(outDir, PRIVATE_FOLDER, `check-${process.pid}.mp3`);
  await mkdir(path.dirname(copy), { recursive: true });
  try {
    await writeFile(copy, (await store.read(name)) ?? '');
    return await measureFile(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

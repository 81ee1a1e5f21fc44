import type { BuildRequest } from '../../pipeline.js';
import type { PipelineHost } from '../host.js';
import type { MadeEdition } from './make-edition.js';
import { findReceipt, fingerprintOf, keepReceipt } from './receipts.js';

/**
 * Builds an issue, unless the same issue was built with the same settings by the same program and all that came
 * of it still lies there untouched: then nothing is even loaded, and the edition is returned as it is.
 *
 * @throws AudioEditionError as the stages do.
 */
export async function build(request: BuildRequest, host: PipelineHost): Promise<MadeEdition> {
  // A bucket can't be seen without asking for every file, so the store does its own comparing.
  if (host.openStore !== undefined) return (await import('../../pipeline.js')).build(request, host);
  const { fingerprint, sources } = await fingerprintOf(request, host);
  const edition = await findReceipt(request.outDir, fingerprint);
  if (edition !== undefined) {
    for (const notice of edition.notices) host.onEvent({ kind: 'notice', notice });
    return { edition, written: [], bill: [] };
  }
  const made = await (await import('../../pipeline.js')).build(request, { ...host, sources });
  await keepReceipt(request.outDir, fingerprint, made.edition);
  return made;
}

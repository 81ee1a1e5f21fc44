import type { PipelineHost } from '../pipeline/host.js';
import { nodeHost } from '../pipeline/node-host.js';
import type { CommandContext } from './context.js';
import { showProgress } from './progress.js';

export interface HostFlags {
  readonly allowPrivateNetwork?: boolean;
}

/** The real world for the pipeline, with its events shown on the terminal. */
export function createHost(
  { host, terminal, signal }: CommandContext,
  { allowPrivateNetwork = false }: HostFlags = {},
): PipelineHost {
  const onEvent = showProgress(terminal, () => performance.now());
  return nodeHost({ signal, onEvent, stdin: host.stdin, allowPrivateNetwork });
}

import type { Terminal } from './terminal.js';

/** The parts of `process` that the command line uses. */
export type CliProcess = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env' | 'cwd' | 'once' | 'off'>;

/** What every command is given: the outside world, where to print, and when to stop. */
export interface CommandContext {
  readonly host: CliProcess;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

import { CommanderError } from 'commander';
import type { AudioEditionError } from '../errors.js';
import type { CliProcess } from './context.js';
import { createProgram } from './program.js';
import { Terminal } from './terminal.js';

/** How a finished run is told to the shell. */
const EXIT_CODES = { done: 0, failure: 1, input: 2, interrupted: 130 } as const;

/**
 * Runs one command line and prints what came of it.
 *
 * @returns The exit code: 0 done, 1 failed, 2 wrong usage or bad input, 130 interrupted.
 */
export async function runCli(argv: readonly string[], host: CliProcess): Promise<number> {
  const terminal = await Terminal.open(host);
  const abort = new AbortController();
  const interrupt = () => abort.abort();
  host.once('SIGINT', interrupt);
  host.once('SIGTERM', interrupt);
  try {
    const program = createProgram({ host, terminal, signal: abort.signal });
    await program.parseAsync(argv, { from: 'user' });
    return EXIT_CODES.done;
  } catch (error) {
    return report(error, terminal, { debug: argv.includes('--debug'), aborted: abort.signal.aborted });
  } finally {
    terminal.endProgress();
    host.off('SIGINT', interrupt);
    host.off('SIGTERM', interrupt);
  }
}

function report(error: unknown, terminal: Terminal, run: { debug: boolean; aborted: boolean }): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.input;
  terminal.endProgress();
  if (run.aborted) {
    terminal.error('Interrupted. What was synthesized is kept; run the same command again to go on.');
    return EXIT_CODES.interrupted;
  }
  terminal.error(error instanceof Error ? error.message : String(error));
  if (run.debug && error instanceof Error) terminal.note(stackOf(error));
  return isOurs(error) ? EXIT_CODES[error.fault] : EXIT_CODES.failure;
}

/** By name, not by class: an error may come from another copy of the package. */
function isOurs(error: unknown): error is AudioEditionError {
  return error instanceof Error && error.name === 'AudioEditionError';
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

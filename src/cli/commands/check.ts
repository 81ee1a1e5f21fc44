import { AudioEditionError } from '../../errors.js';
import { check } from '../../pipeline/check.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { openOutWithSettings } from '../out.js';

export interface CheckFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** `audio-edition check`: what is wrong under `--out`, and how to mend it. Exit code 1 where something is. */
export async function checkCommand(flags: CheckFlags, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { outDir, host, config } = await openOutWithSettings(flags, context);
  const report = await check({ outDir, config }, { ...createHost(context), ...host });
  const { editions, files, findings } = report;
  if (flags.json) terminal.result(JSON.stringify(report));
  else {
    for (const { file, problem, remedy } of findings) terminal.result(`${file}: ${problem}\n  ${remedy}`);
    if (findings.length === 0) terminal.result(`All is well: ${editions.length} editions, ${files} files.`);
  }
  if (findings.length > 0) throw foundFaults(findings.length, flags.out);
}

function foundFaults(count: number, out: string): AudioEditionError {
  return new AudioEditionError(
    `${count} ${count === 1 ? 'thing is' : 'things are'} not as they should be under ${out}.`,
    {
      code: 'check-failed',
      stage: 'syndicate',
      data: { count },
    },
  );
}

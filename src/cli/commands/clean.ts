import { clean } from '../../pipeline/clean.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { openOut } from '../out.js';

export interface CleanFlags {
  readonly out: string;
  readonly olderThan: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `audio-edition clean --older-than DAYS`: frees what no edition uses. */
export async function cleanCommand(flags: CleanFlags, context: CommandContext): Promise<void> {
  const { out, olderThan, dryRun = false, json } = flags;
  const { outDir, host } = await openOut(out, context);
  const request = { outDir, olderThanDays: olderThan, dryRun };
  const report = await clean(request, { ...createHost(context), ...host });
  const megabytes = (report.bytes / 1e6).toFixed(1);
  const text = `${dryRun ? 'Would remove' : 'Removed'} ${report.files} files, ${megabytes} MB.`;
  context.terminal.result(json ? JSON.stringify(report) : text);
}

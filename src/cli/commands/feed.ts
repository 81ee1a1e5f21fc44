import { rebuild } from '../../pipeline/rebuild.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { openOutWithSettings } from '../out.js';

export interface FeedFlags {
  readonly out: string;
  readonly show?: string;
}

/** `audio-edition feed`: the feed and the show's page anew from the editions' manifests. */
export async function feedCommand(flags: FeedFlags, context: CommandContext): Promise<void> {
  const { outDir, host, config } = await openOutWithSettings(flags, context);
  const { written, notices } = await rebuild({ outDir, config }, { ...createHost(context), ...host });
  for (const { message } of notices) context.terminal.note(`Note: ${message}`);
  context.terminal.result(
    written.length === 0 ? 'Everything is up to date.' : `Written: ${written.join(', ')}`,
  );
}

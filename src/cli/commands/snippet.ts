import { snippet } from '../../pipeline/snippet.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { openOutWithSettings } from '../out.js';

export interface SnippetFlags {
  readonly out: string;
  readonly show?: string;
  readonly json?: boolean;
}

/** `audio-edition snippet EDITION`: HTML for the newsletter, and the player's embed code. */
export async function snippetCommand(
  edition: string,
  flags: SnippetFlags,
  context: CommandContext,
): Promise<void> {
  const { outDir, host, config } = await openOutWithSettings(flags, context);
  const html = await snippet({ outDir, edition, config }, { ...createHost(context), ...host });
  context.terminal.result(
    flags.json
      ? JSON.stringify(html)
      : `<!-- For the newsletter -->\n${html.email}\n\n<!-- For web pages -->\n${html.embed}`,
  );
}

import { script as writeScript } from '../../pipeline.js';
import { scriptJson } from '../../script/index.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { configFrom, type IssueFlags, readingFrom } from './flags.js';
import { scriptText } from './script-text.js';

export interface ScriptFlags extends IssueFlags {
  readonly json?: boolean;
}

/** `audio-edition script ISSUE…`: what would be said, and what is left out and why. */
export async function scriptCommand(
  issues: readonly string[],
  flags: ScriptFlags,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const host = { ...createHost(context, flags), onEvent: () => undefined };
  for (const issue of issues) {
    const config = await configFrom(flags, context, issue);
    const {
      issue: read,
      script,
      notices,
    } = await writeScript({ issue, reading: readingFrom(flags), config }, host);
    terminal.result(
      flags.json ? JSON.stringify(scriptJson(script)) : scriptText(read, script, terminal.colors),
    );
    for (const { message } of notices) terminal.note(`Note: ${message}`);
  }
}

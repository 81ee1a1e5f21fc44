import type { Config } from '../../config.js';
import type { Script } from '../../edition.js';
import { script as writeScript } from '../../pipeline.js';
import { scriptJson } from '../../script/index.js';
import { compileLexicon, nameDesk } from '../../script/verbalize/index.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { configFrom, type IssueFlags, readingFrom } from './flags.js';
import { scriptText } from './script-text.js';

export interface ScriptFlags extends IssueFlags {
  readonly json?: boolean;
  readonly names?: boolean;
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
    if (flags.names) terminal.result(namesText(script, config, flags));
    else if (flags.json) terminal.result(JSON.stringify(scriptJson(script, notices)));
    else terminal.result(scriptText(read, script, terminal.colors));
    for (const { message } of notices) terminal.note(`Note: ${message}`);
  }
}

/** The name desk: what should be settled in `voices.json` before it is paid for. */
function namesText(script: Script, { voices, engine }: Config, { json }: ScriptFlags): string {
  const names = nameDesk(script, compileLexicon(voices.lexicon, engine));
  if (json) return JSON.stringify(names);
  if (names.length === 0) return 'Every word is known.';
  const width = Math.max(...names.map(({ word }) => word.length));
  return names
    .map(
      ({ word, count, speech, segment }) =>
        `${String(count).padStart(4)}  ${word.padEnd(width)}  ${speech}  (${segment})`,
    )
    .join('\n');
}

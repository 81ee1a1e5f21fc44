import { listVoices } from '../../pipeline/voices.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { configFrom, type SettingsFlags } from './flags.js';

export interface VoicesFlags extends SettingsFlags {
  readonly json?: boolean;
}

/** `audio-edition voices`: what `voices.json` can cast, and what is left to spend. */
export async function voicesCommand(flags: VoicesFlags, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const found = await listVoices(await configFrom(flags, context), createHost(context));
  if (flags.json) return terminal.result(JSON.stringify(found));
  const { engine, voices, credits } = found;
  terminal.result(`${engine}: ${voices.length} voices`);
  for (const { id, name, description, language } of voices) {
    terminal.result(
      `  ${id}  ${[name, description, language].filter((part) => part !== undefined).join(', ')}`,
    );
  }
  if (credits !== undefined) terminal.result(`${credits.remaining} of ${credits.limit} ${credits.unit} left`);
}

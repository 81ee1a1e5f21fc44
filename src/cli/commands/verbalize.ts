import { createInterface } from 'node:readline';
import { loadConfig } from '../../config.js';
import { compileLexicon, speechOf, verbalize } from '../../script/verbalize/index.js';
import type { CommandContext } from '../context.js';
import { readEnvironment } from '../environment.js';

export interface VerbalizeFlags {
  readonly voices?: string;
  readonly language: string;
}

/** `audio-edition verbalize [TEXT]`: one spoken line for TEXT, or for every line of standard input. */
export async function verbalizeCommand(
  text: string | undefined,
  flags: VerbalizeFlags,
  { host, terminal }: CommandContext,
): Promise<void> {
  const { voices } = await loadConfig({
    directory: host.cwd(),
    environment: readEnvironment(host.env),
    ...(flags.voices === undefined ? {} : { voicesFile: flags.voices }),
  });
  const lexicon = compileLexicon(voices.lexicon);
  const speak = (line: string) => speechOf(verbalize(line, { language: flags.language, lexicon }).tokens);
  if (text !== undefined) return terminal.result(speak(text.replace(/\s*\n\s*/g, ' ')));
  const spoken: string[] = [];
  for await (const line of createInterface({ input: host.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    spoken.push(speak(line));
  }
  if (spoken.length > 0) terminal.result(spoken.join('\n'));
}

import { readFile } from 'node:fs/promises';
import { AudioEditionError, messageOf } from '../../errors.js';
import { readPls } from '../../script/verbalize/index.js';
import type { CommandContext } from '../context.js';

/** `audio-edition import-lexicon FILE`: a pronunciation lexicon as the `lexicon` of `voices.json`. */
export async function importLexiconCommand(file: string, { terminal }: CommandContext): Promise<void> {
  const { entries } = readPls(await readXml(file));
  terminal.result(JSON.stringify({ lexicon: entries }, undefined, 2));
}

async function readXml(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new AudioEditionError(`${file} can't be read (${messageOf(cause)}); check the path.`, {
      code: 'lexicon-unreadable',
      stage: 'cli',
      fault: 'input',
      cause,
      data: { file },
    });
  }
}

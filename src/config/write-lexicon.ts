import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { applyEdits, modify } from 'jsonc-parser';
import { AudioEditionError, messageOf } from '../errors.js';

/**
 * Writes entries into the lexicon of a `voices.json`; comments, order and all other fields stay as they are.
 *
 * @param file Where it is written; made as a copy of `from` where it is not there yet.
 * @param from The settings file that was loaded.
 * @param entries Spoken form by written word; `null`: the entry goes.
 * @throws AudioEditionError (`input`) where the file can't be read or written.
 */
export async function writeLexicon(
  { file, from }: { readonly file: string; readonly from: string },
  entries: Readonly<Record<string, string | null>>,
): Promise<void> {
  try {
    const text = withEntries(await readFile(from, 'utf8'), entries);
    const temporary = `${file}.${randomUUID()}.tmp`;
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, file).catch(async (error: unknown) => {
      await rm(temporary, { force: true });
      throw error;
    });
  } catch (cause) {
    throw new AudioEditionError(
      `${file}: the lexicon can't be written there (${messageOf(cause)}); make the file writable, or keep the word for this edition.`,
      { code: 'lexicon-not-written', stage: 'config', fault: 'input', cause, data: { file } },
    );
  }
}

function withEntries(text: string, entries: Readonly<Record<string, string | null>>): string {
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol: '\n' };
  return Object.entries(entries).reduce((sum, [written, spoken]) => {
    const edits = modify(sum, ['lexicon', written], spoken ?? undefined, { formattingOptions });
    return applyEdits(sum, edits);
  }, text);
}

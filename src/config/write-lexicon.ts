import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { applyEdits, createScanner, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { LexiconEntry } from '../edition.js';
import { AudioEditionError, messageOf } from '../errors.js';

/**
 * Writes entries into the lexicon of a `voices.json`; comments, order and all other fields stay as they are.
 *
 * @param file Where it is written; made as a copy of `from` where it is not there yet.
 * @param from The settings file that was loaded; once `file` is there, that one is what counts.
 * @param entries Spoken form by written word, or a whole entry; `null`: the entry goes.
 * @throws AudioEditionError (`input`) where the file can't be read or written.
 */
export async function writeLexicon(
  { file, from }: { readonly file: string; readonly from: string },
  entries: Readonly<Record<string, LexiconEntry | null>>,
): Promise<void> {
  try {
    const text = withEntries(await readEither(file, from), entries);
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

async function readEither(file: string, from: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return readFile(from, 'utf8');
  });
}

function withEntries(text: string, entries: Readonly<Record<string, LexiconEntry | null>>): string {
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol: '\n' };
  return Object.entries(entries).reduce((sum, [written, spoken]) => {
    if (spoken === null) return withoutEntry(sum, written);
    const isSayAlone = typeof spoken === 'string' && isObject(sum, written);
    const path = isSayAlone ? ['lexicon', written, 'say'] : ['lexicon', written];
    return applyEdits(sum, modify(sum, path, spoken, { formattingOptions }));
  }, text);
}

/** Whether an entry has more to say than its sound. */
function isObject(text: string, written: string): boolean {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return tree !== undefined && findNodeAtLocation(tree, ['lexicon', written])?.type === 'object';
}

/** Takes out the entry and one comma, and nothing else: `modify` would take the comments beside it along. */
function withoutEntry(text: string, written: string): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const entry = tree && findNodeAtLocation(tree, ['lexicon', written])?.parent;
  if (entry === undefined) return text;
  const [from, to] = [entry.offset, entry.offset + entry.length];
  const comma = commaOf(entry, text);
  const pieces =
    comma === undefined ? [[from, to] as const] : [[from, to] as const, [comma, comma + 1] as const];
  const cut = pieces
    .toSorted(([a], [b]) => b - a)
    .reduce((sum, [start, end]) => sum.slice(0, start) + sum.slice(end), text);
  return withoutBlankLine(cut, from);
}

/** The comma behind an entry, else the one before it; an entry that is alone has none. */
function commaOf(entry: Node, text: string): number | undefined {
  const next = nextSign(text, entry.offset + entry.length);
  if (text[next] === ',') return next;
  const entries = entry.parent?.children ?? [];
  const before = entries[entries.indexOf(entry) - 1];
  return before && nextSign(text, before.offset + before.length);
}

/** Where the next thing stands that is neither white space nor comment. */
function nextSign(text: string, from: number): number {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  scanner.scan();
  return scanner.getTokenOffset();
}

function withoutBlankLine(text: string, near: number): string {
  const from = text.lastIndexOf('\n', near - 1) + 1;
  const to = text.indexOf('\n', near);
  return to !== -1 && text.slice(from, to).trim() === '' ? text.slice(0, from) + text.slice(to + 1) : text;
}

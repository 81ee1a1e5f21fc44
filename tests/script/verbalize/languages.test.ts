import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileLexicon, speechOf, verbalize } from '../../../src/script/verbalize/index.js';
import { loadLanguages } from '../../../src/script/verbalize/language-folders.js';
import { languageOf } from '../../../src/script/verbalize/languages.js';
import { scan } from '../../../src/script/verbalize/scan.js';
import { spoken } from './spoken.js';

const lexicon = compileLexicon({});

/** Languages in folders of their own, as they would stand beside `en`. */
const FIXTURES = new URL('../../fixtures/languages/', import.meta.url);

describe('a language', () => {
  it('is found by its folder alone', async () => {
    const languages = await loadLanguages(FIXTURES);
    const { language, known } = languageOf('eo-FR', languages);
    expect(known).toBe(true);
    const { tokens } = scan('La kosto: 42 % + 7.', language, { language: 'eo-FR', lexicon });
    expect(speechOf(tokens)).toBe('La kosto: kvardek du procentoj plus sep.');
  });

  it('is no folder of another name', async () => {
    const root = await folderOf({
      'en-gb/index.js': 'export const language = { name: "British" };',
      'rules/a.js': '',
    });
    expect([...(await loadLanguages(root)).keys()]).toEqual(['en-gb']);
  });

  it('is taken for the longest part of a tag that has a folder', async () => {
    const root = await folderOf({
      'pt/index.js': 'export const language = { name: "Portuguese" };',
      'pt-br/index.js': 'export const language = { name: "Brazilian" };',
    });
    const languages = await loadLanguages(root);
    expect(languageOf('pt-BR', languages).language).toMatchObject({ name: 'Brazilian' });
    expect(languageOf('pt_PT', languages).language).toMatchObject({ name: 'Portuguese' });
    expect(languageOf('p', languages).known).toBe(false);
  });

  it('whose folder exports none is named', async () => {
    const root = await folderOf({ 'fr/index.js': 'export const french = {};', 'de/tables.js': '' });
    await expect(loadLanguages(root)).rejects.toThrow(/\/(?:fr|de)\/ bears a language's tag/);
  });

  it('of another region orders dates its own way', () => {
    expect(spoken('03/04/2025', 'en-GB')).toBe('April third, twenty twenty-five');
  });

  it('without rules is left to the engine, and that is said', () => {
    const { tokens, guesses } = verbalize('Das kostet 5 € – „viel“.', { language: 'de', lexicon });
    expect(speechOf(tokens)).toBe('Das kostet 5 €, viel.');
    expect(guesses.map(({ why }) => why)).toEqual([expect.stringContaining('no rules for the language de')]);
  });
});

/** A folder with these files, which goes when the test ends. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<URL> {
  const root = await mkdtemp(path.join(tmpdir(), 'audio-edition-test-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeFile(path.join(root, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return pathToFileURL(`${root}/`);
}

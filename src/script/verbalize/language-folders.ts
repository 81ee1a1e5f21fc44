import { readdir } from 'node:fs/promises';
import { AudioEditionError } from '../../errors.js';
import type { Language } from './language.js';

/** A language's folder bears its BCP 47 tag in lower case: `en`, `pt-br`, `zh-hant`. */
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/** `index.js` in the built package, `index.ts` where the sources run. */
const ENTRANCE = /^index\.[jt]s$/;

/**
 * The languages whose folders stand in a folder, by tag. A folder is a language when its name is a tag; its `index`
 * exports `language`. So a new one is known without being listed anywhere.
 *
 * @param root The folder, with a slash at its end.
 * Throws `AudioEditionError` (`failure`) for a language's folder that exports none.
 */
export async function loadLanguages(root: URL): Promise<ReadonlyMap<string, Language>> {
  const entries = await readdir(root, { withFileTypes: true });
  const tags = entries.filter((entry) => entry.isDirectory() && TAG.test(entry.name)).map(({ name }) => name);
  return new Map(
    await Promise.all(tags.map(async (tag) => [tag, await loadLanguage(new URL(`${tag}/`, root))] as const)),
  );
}

async function loadLanguage(folder: URL): Promise<Language> {
  const entrance = (await readdir(folder)).find((name) => ENTRANCE.test(name));
  const found: { readonly language?: Language } =
    entrance === undefined ? {} : await import(new URL(entrance, folder).href);
  if (found.language === undefined) throw noLanguage(folder);
  return found.language;
}

function noLanguage(folder: URL): AudioEditionError {
  return new AudioEditionError(
    `${folder.pathname} bears a language's tag, but its index exports no \`language\`: add it, or name the folder otherwise.`,
    { code: 'language-folder', stage: 'script', fault: 'failure', data: { folder: folder.href } },
  );
}

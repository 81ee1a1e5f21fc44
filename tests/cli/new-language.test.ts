import { execFile } from 'node:child_process';
import { cp, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { REPOSITORY, temporaryFolder } from './audio-edition.js';

const run = promisify(execFile);

const ISSUE =
  '<html lang="eo"><title>Gazeto</title><h2>Novaĵoj</h2><p>La kosto estas 25 % + 8.</p><ul><li>pano</li><li>akvo</li></ul><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></html>';

it('speaks a language as soon as its folder is there, and nothing else was touched', async () => {
  const copy = await builtCopy();
  const main = path.join(copy, 'dist/cli/main.js');
  const say = async () =>
    (await run(process.execPath, [main, 'verbalize', '--language', 'eo', '25 % + 8'])).stdout;
  expect(await say()).toBe('25 % + 8\n');

  await cp(
    path.join(REPOSITORY, 'tests/fixtures/languages/eo'),
    path.join(copy, 'dist/script/verbalize/eo'),
    { recursive: true },
  );
  expect(await say()).toBe('dudek kvin procentoj plus ok\n');

  const issue = path.join(copy, 'gazeto.html');
  await writeFile(issue, ISSUE);
  const { stdout } = await run(process.execPath, [main, 'script', issue, '--json']);
  const { stories, notices } = JSON.parse(stdout);
  expect(stories[0].segments.map(({ speech }: { readonly speech: string }) => speech)).toEqual([
    'Novaĵoj.',
    'La kosto estas dudek kvin procentoj plus ok.',
    'pano,',
    'kaj akvo.',
    'Jen tabelo de du vicoj.',
  ]);
  expect(notices.map(({ code }: { readonly code: string }) => code)).not.toContain('language-without-rules');
});

/** The program as it was built, in a folder of its own. */
async function builtCopy(): Promise<string> {
  const copy = await temporaryFolder();
  for (const name of ['dist', 'package.json', 'voices.json']) {
    await cp(path.join(REPOSITORY, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(REPOSITORY, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

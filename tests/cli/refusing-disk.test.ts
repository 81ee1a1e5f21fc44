import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { audioEdition, COMMAND, temporaryFolder } from './audio-edition.js';

const SENTENCES = 'The tide is in, and the boats leave at once for the islands.\n\n'.repeat(12);
const issue = (time: string) => `# Tides\n\n## The pier\n\nOpen at ${time}.\n\n## The bell\n\n${SENTENCES}`;

/** Hash of every published file, by name. */
async function published(outDir: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(outDir, path.join(parentPath, name)))
    .filter((name) => !name.startsWith('.audio-edition'));
  const hash = async (name: string) =>
    createHash('sha256')
      .update(await readFile(path.join(outDir, name)))
      .digest('hex');
  return Object.fromEntries(await Promise.all(files.map(async (name) => [name, await hash(name)])));
}

/** No take fits; takes fit, but not the encoded story of 500 KB; all fits but the episode of 1,200 KB. */
const LARGEST_FILES_KILOBYTES = [8, 300, 900];

it('a disk that refuses gives a plain answer, and the last good edition stays', async () => {
  const cwd = await temporaryFolder();
  const outDir = path.join(cwd, 'output');
  const build = ['build', 'issue.md', '--engine', 'local', '--slug', 'tides'];
  await writeFile(path.join(cwd, 'issue.md'), issue('noon'));
  expect((await audioEdition(build, { cwd })).code).toBe(0);
  const before = await published(outDir);
  await writeFile(path.join(cwd, 'issue.md'), issue('one').repeat(2));
  for (const kilobytes of LARGEST_FILES_KILOBYTES) {
    // `ulimit -f` counts in blocks of 1,024 bytes in bash.
    const limited = ['-c', `ulimit -f ${kilobytes}; exec "$@"`, 'bash', process.execPath, COMMAND, ...build];
    const { status, stderr } = spawnSync('bash', limited, { cwd, encoding: 'utf8' });
    expect(stderr).toMatch(/^audio-edition: .*(?:file too large|File too large).*$/m);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(await published(outDir)).toEqual(before);
  }
  expect((await audioEdition(build, { cwd })).code).toBe(0);
  expect(await published(outDir)).not.toEqual(before);
}, 120_000);

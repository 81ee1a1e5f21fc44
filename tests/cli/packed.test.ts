import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { REPOSITORY, temporaryFolder } from './audio-edition.js';

const run = promisify(execFile);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs what would be published; `dist/` is fresh, so nothing is built again. */
async function pack(folder: string): Promise<Packed> {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: REPOSITORY,
  });
  const [packed] = JSON.parse(stdout) as Packed[];
  if (packed === undefined) throw new Error(`npm pack printed: ${stdout}`);
  return packed;
}

describe('the package', () => {
  it('holds what is needed to run it, and nothing else', async () => {
    const names = (await pack(await temporaryFolder())).files.map((file) => file.path);
    for (const name of [
      'package.json',
      'README.md',
      'LICENSE',
      'voices.json',
      'dist/cli/main.js',
      'dist/index.d.ts',
    ]) {
      expect(names).toContain(name);
    }
    const allowed = /^(package\.json|README\.md|LICENSE|voices\.json|dist\/.*\.(js|d\.ts|css|json))$/;
    expect(names.filter((name) => !allowed.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith('dist/web/build'))).toEqual([]);
  });

  it('builds an edition in an empty project, with nothing on the PATH but node and npm', async () => {
    const folder = await temporaryFolder();
    const { filename } = await pack(folder);
    await writeFile(path.join(folder, 'package.json'), '{ "name": "a-project", "private": true }');
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', filename], { cwd: folder });
    await writeFile(path.join(folder, 'issue.md'), '# Low water\n\nThe pier is open again.\n');
    const nodeAlone = { PATH: path.dirname(process.execPath), HOME: folder };
    await run('npx', ['--no-install', 'audio-edition', 'build', 'issue.md'], { cwd: folder, env: nodeAlone });
    expect(await readdir(path.join(folder, 'output', 'low-water'))).toContain('low-water.mp3');
  }, 300_000);
});

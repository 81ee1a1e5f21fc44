import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
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
    const allowed = /^(package\.json|README\.md|LICENSE|voices\.json|dist\/.*\.(js|d\.ts|css|json|html))$/;
    expect(names.filter((name) => !allowed.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith('dist/web/build'))).toEqual([]);
  });

  it('builds an edition in an empty project, with nothing on the PATH but node and npm', async () => {
    const folder = await installed();
    const nodeAlone = { PATH: path.dirname(process.execPath), HOME: folder };
    await run('npx', ['--no-install', 'audio-edition', 'build', 'issue.md'], { cwd: folder, env: nodeAlone });
    expect(await readdir(path.join(folder, 'output', 'low-water'))).toContain('low-water.mp3');
  }, 300_000);

  it('runs the README’s example as a library, and its types hold in a project of another', async () => {
    const folder = await installed();
    await writeFile(path.join(folder, 'example.ts'), await readmeExample());
    await run(path.join(REPOSITORY, 'node_modules/.bin/tsc'), [...CONSUMER_FLAGS, 'example.ts'], {
      cwd: folder,
    });
    const { stdout } = await run(process.execPath, ['example.js'], { cwd: folder });
    expect(stdout).toMatch(/2 of 2 segments[\s\S]*Low water: \d+ s, -1[56](\.\d+)? LUFS/);
  }, 300_000);
});

/** Strict; the declarations of Node and of libraries are the consumer's own affair. */
const CONSUMER_FLAGS =
  '--strict --exactOptionalPropertyTypes --skipLibCheck --target es2023 --module nodenext --lib es2023,dom'.split(
    ' ',
  );

/** An empty project with the packed package, installed once. */
let project: Promise<string> | undefined;
function installed(): Promise<string> {
  project ??= install();
  return project;
}

async function install(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'audio-edition-test-'));
  const { filename } = await pack(folder);
  await writeFile(
    path.join(folder, 'package.json'),
    '{ "name": "a-project", "private": true, "type": "module" }',
  );
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', filename], { cwd: folder });
  await writeFile(path.join(folder, 'issue.md'), '# Low water\n\nThe pier is open again.\n');
  return folder;
}

afterAll(async () => {
  if (project !== undefined) await rm(await project, { recursive: true, force: true });
});

async function readmeExample(): Promise<string> {
  const readme = await readFile(path.join(REPOSITORY, 'README.md'), 'utf8');
  return /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
}

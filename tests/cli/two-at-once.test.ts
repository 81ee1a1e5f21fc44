import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition.js';
import { audioEdition, type RunOptions, temporaryFolder } from './audio-edition.js';

const ISSUE = `<html lang="en"><head><title>Tides</title></head><body>
<h2>The pier</h2><p>The pier is open again.</p>
<h2>The bell</h2><p>The bell rings at noon.</p></body></html>`;
const NEW_TEXT = 'The pier is closed for good.';

let built = '';

beforeAll(async () => {
  built = await mkdtemp(path.join(tmpdir(), 'audio-edition-test-'));
  await writeFile(path.join(built, 'issue.html'), ISSUE);
  await audioEdition(['build', 'issue.html', '--engine', 'local', '--slug', 'tides'], { cwd: built });
  return () => rm(built, { recursive: true, force: true });
});

async function workspace() {
  const cwd = await temporaryFolder();
  await cp(built, cwd, { recursive: true, preserveTimestamps: true });
  const manifest = path.join(cwd, 'output/tides/edition.json');
  return {
    cwd,
    run: (...args: string[]) => audioEdition(args, { cwd }),
    regenerate: (options: RunOptions = {}) =>
      audioEdition(['regenerate', 'tides', '--story', 'pier', '--text', '-'], {
        cwd,
        input: NEW_TEXT,
        ...options,
      }),
    spoken: async () => {
      const { stories } = JSON.parse(await readFile(manifest, 'utf8')) as Edition;
      return stories.flatMap(({ segments }) => segments.map(({ speech }) => speech)).join(' ');
    },
  };
}

describe('a build and a regenerate on the same edition', () => {
  it('wait for one another, and both count', async () => {
    const { cwd, run, regenerate, spoken } = await workspace();
    await writeFile(path.join(cwd, 'issue.html'), ISSUE.replace('at noon', 'at one'));
    const answers = await Promise.all([
      run('build', 'issue.html', '--engine', 'local', '--slug', 'tides'),
      regenerate(),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    const waited = answers.filter(({ stderr }) => /Waiting for "(?:build|regenerate) tides"/.test(stderr));
    expect(waited).toHaveLength(1);
    expect(await spoken()).toContain('The bell rings at one.');
    expect(await spoken()).toContain(NEW_TEXT);
    expect((await run('check')).stdout).toContain('All is well');
  });
});

describe('a regenerate that is killed', () => {
  it.each(['To speak', 'Speaking', 'Joining', 'Writing pages'])(
    'when it says "%s" leaves a whole edition, and can be run again',
    async (said) => {
      const { run, regenerate, spoken } = await workspace();
      await regenerate({
        onStart: (child) =>
          child.stderr?.on('data', (text: string) => {
            if (String(text).includes(said)) child.kill('SIGKILL');
          }),
      });
      const check = await run('check');
      expect(`${check.stdout}${check.stderr}`).toContain('All is well');
      expect(await spoken()).toMatch(/The pier is (?:open again|closed for good)\./);
      expect((await regenerate()).code).toBe(0);
      expect(await spoken()).toContain(NEW_TEXT);
    },
  );
});

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openDiskStore } from '../../src/store/disk/disk-store.js';
import { stateFiles } from './publish-forever.js';

const SCRIPT = fileURLToPath(new URL('./publish-forever.ts', import.meta.url));
/** At a different moment of its work each time. */
const DELAYS_MILLISECONDS = [0, 3, 11, 19, 37, 53];

it('a program that is killed while it publishes leaves the one state or the other, never a mixture', async () => {
  const output = await mkdtemp(path.join(os.tmpdir(), 'killed-'));
  try {
    for (const delay of DELAYS_MILLISECONDS) {
      const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, output], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await sleep(delay);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      await (await openDiskStore(output).lock({ owner: 'next', waitMilliseconds: 0 })).release();
      expect(await lettersIn(output)).toHaveLength(1);
    }
  } finally {
    await rm(output, { recursive: true });
  }
});

/** The letters that all published files together consist of. */
async function lettersIn(output: string): Promise<readonly string[]> {
  const letters = new Set<string>();
  const names: string[] = [];
  for await (const { name } of openDiskStore(output).list('')) {
    names.push(name);
    for (const letter of await readFile(path.join(output, name), 'utf8')) letters.add(letter);
  }
  const [letter = ''] = letters;
  expect(names.sort()).toEqual(
    stateFiles(letter)
      .map(({ name }) => name)
      .sort(),
  );
  return [...letters];
}

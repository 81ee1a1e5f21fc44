import type { ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, audioEdition, temporaryFolder } from './audio-edition.js';

/** Starts the studio, uses it, and stops it as Ctrl-C does. */
async function withStudio(
  args: readonly string[],
  use: (url: string, printed: string, folder: string) => Promise<void>,
  env: Record<string, string> = {},
): Promise<Answer> {
  const cwd = await temporaryFolder();
  let child: ChildProcess | undefined;
  let printed = '';
  const answer = audioEdition(['studio', '--port', '0', ...args], {
    cwd,
    env,
    onStart: (started) => {
      child = started;
      started.stdout?.on('data', (text: string) => {
        printed += text;
      });
    },
  });
  try {
    const url = await untilFound(() => /Studio at (\S+)/.exec(printed)?.[1], answer);
    await use(url, printed, cwd);
  } finally {
    child?.kill('SIGINT');
  }
  return answer;
}

async function untilFound(find: () => string | undefined, end: Promise<Answer>): Promise<string> {
  let ended: Answer | undefined;
  void end.then((answer) => {
    ended = answer;
  });
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (ended !== undefined) throw new Error(`it ended: ${ended.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('audio-edition studio', () => {
  it('prints its address, serves the page in an empty folder, and stops when it is interrupted', async () => {
    const answer = await withStudio([], async (url, _, folder) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toMatch(/<meta name="studio-token" content="[\w-]{32}"/);
      for (const file of ['studio.js', 'studio.css']) expect((await fetch(url + file)).status).toBe(200);
      expect(await (await fetch(`${url}api/editions`)).json()).toEqual({ editions: [] });
      expect(await readdir(path.join(folder, 'output'))).toEqual(['.audio-edition']);
    });
    expect(answer).toMatchObject({ code: 0, stderr: '' });
  });

  it('asks for a password that it makes up and prints where other machines can reach it', async () => {
    await withStudio(['--host', '0.0.0.0'], async (url, printed) => {
      const password = /The password is (\S{16})/.exec(printed)?.[1] ?? '';
      const here = url.replace('0.0.0.0', '127.0.0.1');
      expect((await fetch(here)).status).toBe(401);
      const authorization = `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;
      expect((await fetch(here, { headers: { authorization } })).status).toBe(200);
    });
  });

  it.each([
    [['--out', 's3://bucket/show'], /works in a folder, not in a bucket/],
    [['--voices', 'gone.json'], /gone\.json: this voices file can't be read/],
    [['--host', '203.0.113.7', '--password', 'x'], /Can't listen on 203\.0\.113\.7/],
  ])('%j ends with one sentence and exit code 2', async (args, sentence) => {
    const answer = await audioEdition(['studio', '--port', '0', ...args], { cwd: await temporaryFolder() });
    expect(answer.code).toBe(2);
    expect(answer.stderr).toMatch(sentence);
  });
});

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type IssuePlan, type Job, ROUTES, type Session, TOKEN_HEADER } from '../../src/web/studio/api.js';
import { launchBrowser, noBrowser } from '../web/player/pages.js';
import { buildFixture } from '../web/studio/studio-server.js';
import { audioEdition, temporaryFolder } from './audio-edition.js';

/** An issue that takes some seconds to speak. */
const LONG_ISSUE = [
  '# A long letter',
  ...Array.from(
    { length: 100 },
    (_, index) => `Paragraph ${index} of a long letter about lamps and ladders.`,
  ),
].join('\n\n');

/** Starts the command; resolves when it has printed its address. */
async function startStudio(cwd: string, port: string): Promise<{ child: ChildProcess; url: string }> {
  return new Promise((resolve, reject) => {
    let child: ChildProcess;
    let printed = '';
    const end = audioEdition(['studio', '--port', port, '--engine', 'local'], {
      cwd,
      onStart: (started) => {
        child = started;
        started.stdout?.on('data', (text: string) => {
          printed += text;
          const url = /Studio at (\S+)/.exec(printed)?.[1];
          if (url !== undefined) resolve({ child, url });
        });
      },
    });
    end.then(({ stderr }) => reject(new Error(`it ended: ${stderr}`)), reject);
  });
}

async function beginBuild(url: string): Promise<void> {
  const { token } = (await (await fetch(new URL(ROUTES.session, url))).json()) as Session;
  const post = async <T>(route: string, body: object): Promise<T> => {
    const answer = await fetch(new URL(route, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  };
  const { id } = await post<IssuePlan>(ROUTES.issues, { text: LONG_ISSUE });
  expect((await post<Job>(ROUTES.build(id), {})).state).toBe('running');
}

describe.skipIf(noBrowser)('a studio that is killed and started again', () => {
  it('is found again by the open page: the draft is whole, and the work that was cut short is named and done again', async () => {
    const cwd = await temporaryFolder();
    const fixture = await buildFixture();
    await cp(path.join(fixture.folder, 'output'), path.join(cwd, 'output'), { recursive: true });
    await fixture.remove();
    const browser = await launchBrowser();
    let running = await startStudio(cwd, '0');
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      await page.goto(`${running.url}#/edition/tides/the-pier/2`);
      await page.getByRole('article').filter({ hasText: 'open again' }).waitFor();
      await page.keyboard.press('x');
      await page.getByText('1 story changed').waitFor();
      await beginBuild(running.url);
      await page.getByText('Building “A long letter”').first().waitFor();

      running.child.kill('SIGKILL');
      await once(running.child, 'close');
      await page.getByText('The studio’s server does not answer. Trying again …').waitFor();
      running = await startStudio(cwd, new URL(running.url).port);

      await page.getByText('The studio was stopped while it was building “A long letter”.').waitFor();
      await page.getByRole('button', { name: 'Put away' }).click();
      expect(await page.getByText('does not answer').count()).toBe(0);
      await page.getByText('1 story changed').waitFor();
      // The token is another one; the page has learnt it.
      await page.keyboard.press('u');
      await page.getByText('Nothing is changed', { exact: true }).waitFor();

      const jobs = (await (await fetch(new URL(ROUTES.jobs, running.url))).json()) as Job[];
      expect(jobs.map(({ state }) => state)).toEqual(['interrupted']);
      await page.goto(`${running.url}#/job/${jobs[0]?.id}`);
      await page.getByRole('button', { name: 'Build it again…' }).click();
      await page.getByRole('button', { name: 'Build the edition' }).click();
      await page.getByRole('article').filter({ hasText: 'Paragraph 0' }).waitFor();
    } finally {
      running.child.kill('SIGKILL');
      await browser.close();
    }
  }, 180_000);
});

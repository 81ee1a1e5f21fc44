import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startS3Server } from '../store/s3-server.js';
import { audioEdition, temporaryFolder } from './audio-edition.js';

const OUT = 's3://shows/audio';
const ISSUE = `<html lang="en"><head><title>Tides</title><meta name="date" content="2026-03-05"></head>
<body><h1>Tides</h1><p>The tide comes in at noon today.</p></body></html>`;

it('a bucket is built into, listed, checked, and remembers the show elsewhere', async () => {
  const { options, close } = await startS3Server();
  onTestFinished(close);
  const run = (args: readonly string[], cwd: string) => {
    const { endpoint, accessKeyId, secretAccessKey } = options;
    const env = {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
    return audioEdition([...args, '--out', OUT], { cwd, env });
  };
  const here = await temporaryFolder();
  await writeFile(path.join(here, 'issue.html'), ISSUE);
  const show = { title: 'The Tide Table', baseUrl: 'https://tides.example/audio', email: 'a@tides.example' };
  await writeFile(path.join(here, 'show.json'), JSON.stringify(show));
  const built = await run(['build', 'issue.html', '--engine', 'local'], here);
  expect(built.stdout).toContain(`${OUT}/2026-03-05-tides/2026-03-05-tides.mp3`);
  const elsewhere = await temporaryFolder();
  expect((await run(['list'], elsewhere)).stdout).toContain('2026-03-05-tides');
  expect(await run(['feed'], elsewhere)).toMatchObject({ code: 0, stdout: 'Everything is up to date.\n' });
  expect(await run(['check'], elsewhere)).toMatchObject({ code: 0 });
  expect((await run(['snippet', 'latest'], elsewhere)).stdout).toContain('https://tides.example/audio/');
  expect((await run(['clean', '--older-than', '0'], elsewhere)).stdout).toMatch(/^Removed 0 files/);
}, 60_000);

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startS3Server } from '../store/s3-server.js';
import { audioEdition, temporaryFolder } from './audio-edition.js';

const OUT = 's3://shows/audio';
const ISSUE = `<html lang="en"><head><title>Tides</title><meta name="date" content="2026-03-05"></head>
<body><h1>Tides</h1><h2>High water</h2><p>The tide comes in at noon today.</p><h2>Low water</h2><p>It goes out again at six.</p></body></html>`;

it('a bucket is built into, listed, checked, corrected, and remembers the show elsewhere', async () => {
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
  await writeFile(path.join(here, 'text.md'), 'The tide comes in at one today.');
  const corrected = await run(['regenerate', 'latest', '--story', '1', '--text', 'text.md', '--json'], here);
  expect(JSON.parse(corrected.stdout)).toMatchObject({
    slug: '2026-03-05-tides',
    proof: { changed: [expect.any(String)], unchanged: [expect.any(String)], violations: [] },
  });
  expect((await run(['regenerate', 'latest', '--story', '1', '--takes'], here)).stdout).toContain('at one');
  const elsewhere = await temporaryFolder();
  expect((await run(['list'], elsewhere)).stdout).toContain('2026-03-05-tides');
  expect(await run(['feed'], elsewhere)).toMatchObject({ code: 0, stdout: 'Everything is up to date.\n' });
  expect(await run(['check'], elsewhere)).toMatchObject({ code: 0 });
  expect((await run(['snippet', 'latest'], elsewhere)).stdout).toContain('https://tides.example/audio/');
  expect((await run(['clean', '--older-than', '0'], elsewhere)).stdout).toMatch(/^Removed 0 files/);
}, 60_000);

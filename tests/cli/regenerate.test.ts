import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition.js';
import { audioEdition, temporaryFolder } from './audio-edition.js';

const ISSUE = `<html lang="en"><head><title>Tides</title></head><body>
<p>Dear friends,</p><p>The tide is in.</p><p>Ada</p>
<h2>The pier</h2><p>The pier is open again.</p><p>Tickets cost $2.50 each.</p>
<h2>The bell</h2><p>The bell rings at noon.</p></body></html>`;

let built = '';

beforeAll(async () => {
  built = await mkdtemp(path.join(tmpdir(), 'audio-edition-test-'));
  await writeFile(path.join(built, 'issue.html'), ISSUE);
  await audioEdition(['build', 'issue.html', '--engine', 'local', '--slug', 'tides'], { cwd: built });
  return () => rm(built, { recursive: true, force: true });
});

/** A copy of the built edition to work on. */
async function workspace() {
  const folder = await temporaryFolder();
  await cp(built, folder, { recursive: true, preserveTimestamps: true });
  const read = async (name: string) => readFile(path.join(folder, 'output', name));
  const edition = async () => JSON.parse((await read('tides/edition.json')).toString()) as Edition;
  return {
    read,
    edition,
    run: (...args: string[]) => audioEdition(args, { cwd: folder }),
    runWith: (input: string, ...args: string[]) => audioEdition(args, { cwd: folder, input }),
    write: (name: string, text: string) => writeFile(path.join(folder, name), text),
    /** Hash of each story's file, by slug. */
    async stories(): Promise<Record<string, string>> {
      const hashes: Record<string, string> = {};
      for (const { slug, file } of (await edition()).stories) {
        hashes[slug] = createHash('sha256')
          .update(await read(`tides/${file}`))
          .digest('hex');
      }
      return hashes;
    },
  };
}

describe('audio-edition regenerate', () => {
  it('gives one story another text, and proves that the others stayed', async () => {
    const { runWith, stories, edition } = await workspace();
    const before = await stories();
    const answer = await runWith(
      'The pier is *closed* for good.',
      'regenerate',
      'tides',
      '--story',
      'pier',
      '--text',
      '-',
    );
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.stdout).toMatch(/2 of 3 stories unchanged, 1 changed, [+−]\d+\.\d s/);
    expect(answer.stderr).toMatch(/To speak: \d+ characters in 1 requests/);
    const after = await stories();
    expect({ ...after, 'the-pier': '' }).toEqual({ ...before, 'the-pier': '' });
    expect(after['the-pier']).not.toBe(before['the-pier']);
    const [, pier] = (await edition()).stories;
    expect(pier).toMatchObject({ slug: 'the-pier', title: 'The pier' });
    expect(pier?.segments.map(({ source }) => source)).toEqual(['The pier', 'The pier is closed for good.']);
  });

  it('speaks only the segments that a changed lexicon touches', async () => {
    const { run, write } = await workspace();
    await write(
      'v.json',
      JSON.stringify({
        roles: { narrator: { local: { voice: 'slt' } }, letter: { local: { voice: 'rms' } } },
        lexicon: { tickets: 'tokens' },
      }),
    );
    const { stdout } = await run(
      'regenerate',
      'latest',
      '--story',
      '2',
      '--voices',
      'v.json',
      '--dry-run',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ stories: [{ slug: 'the-pier' }], total: { requests: 1 } });
  });

  it('gives one story another voice', async () => {
    const { run, edition } = await workspace();
    await run('regenerate', 'tides', '--story', 'bell', '--voice', 'kal');
    const voices = (await edition()).stories.map(({ segments }) => segments.at(-1)?.voice);
    expect(voices).toEqual(['rms', 'slt', 'kal']);
  });

  it('keeps an edit when the issue is built again', async () => {
    const { run, runWith, edition, write } = await workspace();
    await runWith('The pier is closed.', 'regenerate', 'tides', '--story', 'pier', '--text', '-');
    await write('issue.html', ISSUE.replace('rings at noon', 'rings at one'));
    await run('build', 'issue.html', '--engine', 'local', '--slug', 'tides');
    const spoken = (await edition()).stories.flatMap(({ segments }) => segments.map(({ source }) => source));
    expect(spoken).toContain('The pier is closed.');
    expect(spoken).toContain('The bell rings at one.');
  });

  it('takes from a newer version of the issue just what differs', async () => {
    const { run, write, stories } = await workspace();
    const before = await stories();
    await write('issue.html', ISSUE.replace('rings at noon', 'rings at one'));
    const { stdout } = await run('regenerate', 'tides', '--issue', 'issue.html');
    expect(stdout).toMatch(/2 of 3 stories unchanged, 1 changed/);
    const after = await stories();
    expect(after['the-pier']).toBe(before['the-pier']);
    expect(after['the-bell']).not.toBe(before['the-bell']);
  });

  it('brings the former state back to the byte', async () => {
    const { run, runWith, read } = await workspace();
    const before = await read('tides/tides.mp3');
    await runWith('The pier is closed.', 'regenerate', 'tides', '--story', 'pier', '--text', '-');
    await run('regenerate', 'tides', '--story', 'pier', '--undo');
    expect((await read('tides/tides.mp3')).equals(before)).toBe(true);
    expect((await run('regenerate', 'tides', '--undo')).stderr).toMatch(/nothing to undo/);
  });

  it('lists takes and goes back to an earlier one', async () => {
    const { run, edition } = await workspace();
    const keyOf = async () => (await edition()).stories[2]?.segments.at(-1)?.take;
    const first = await keyOf();
    await run('regenerate', 'tides', '--story', 'bell', '--voice', 'kal');
    expect(await keyOf()).not.toBe(first);
    const { stdout } = await run('regenerate', 'tides', '--story', 'bell', '--takes', '--json');
    expect(JSON.parse(stdout).at(-1).takes).toMatchObject([
      { number: 1, voice: 'slt', inUse: false },
      { number: 2, voice: 'kal', inUse: true },
    ]);
    await run('regenerate', 'tides', '--story', 'bell', '--take', '1');
    expect(await keyOf()).toBe(first);
  });

  it('keeps GUID and path, changes the URL of the enclosure, and shows the correction', async () => {
    const { runWith, read } = await workspace();
    const item = async () => (await read('feed.xml')).toString();
    const before = await item();
    await runWith(
      'The pier is closed.',
      'regenerate',
      'tides',
      '--story',
      'pier',
      '--text',
      '-',
      '--note',
      'It is closed.',
    );
    const after = await item();
    const guid = /<guid[^>]*>([^<]+)</;
    expect(guid.exec(after)?.[1]).toBe(guid.exec(before)?.[1]);
    const enclosure = /<enclosure url="([^"?]+)\?v=([0-9a-f]{8})"/;
    expect(enclosure.exec(after)?.[1]).toBe(enclosure.exec(before)?.[1]);
    expect(enclosure.exec(after)?.[2]).not.toBe(enclosure.exec(before)?.[2]);
    expect((await read('tides/index.html')).toString()).toContain('It is closed.');
  });

  it('leaves a segment out, and has it spoken again for nothing', async () => {
    const { run, edition, stories } = await workspace();
    const before = await stories();
    const out = await run('regenerate', 'tides', '--leave-out', 'the-pier/3');
    expect(out.stdout).toMatch(/2 of 3 stories unchanged, 1 changed, −\d/);
    const sources = async () => (await edition()).stories[1]?.segments.map(({ source }) => source);
    expect(await sources()).toEqual(['The pier', 'The pier is open again.']);
    expect(Object.keys(await stories())).toEqual(Object.keys(before));
    const back = await run('regenerate', 'tides', '--speak', 'the-pier/3');
    expect(back.stderr).toMatch(/To speak: 0 characters in 0 requests/);
    expect(await stories()).toEqual(before);
  });

  it('says a word otherwise wherever it stands in this edition, and in no other segment', async () => {
    const { run, edition } = await workspace();
    const { stdout } = await run('regenerate', 'tides', '--say', 'noon=noooon', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ total: { requests: 1 } });
    await run('regenerate', 'tides', '--say', 'noon=noooon');
    const spoken = (await edition()).stories.flatMap(({ segments }) => segments.map(({ speech }) => speech));
    expect(spoken).toContain('The bell rings at noooon.');
    const before = spoken.filter((speech) => !speech.includes('noooon'));
    expect(before.length).toBe(spoken.length - 1);
  });

  it.each([
    [['regenerate', 'nowhere', '--story', '1'], /has no edition "nowhere"; choose one of: tides/],
    [['regenerate', 'tides', '--story', 'the'], /several for the story "the".*the-pier, the-bell/],
    [['regenerate', 'tides'], /Say which story/],
    [['regenerate', 'tides', '--story', '1', '--text', 'gone.md'], /gone\.md can't be read/],
    [['regenerate', 'tides', '--story', '2', '--take', '7'], /no take 7; there are 1 to 1/],
    [['regenerate', 'tides', '--story', '2', '--new-take', '--segment', 'x'], /has no segment "x"/],
    [['regenerate', 'tides', '--leave-out', 'the-pier/9'], /has no segment "the-pier\/9"/],
    [['regenerate', 'tides', '--speak', 'nowhere'], /names not exactly one text that "tides" leaves out/],
    [['regenerate', 'tides', '--say', 'noon'], /must be a word, an equals sign/],
    [['regenerate', 'tides', '--story', '2', '--voice', 'nobody'], /"nobody".*choose one of/],
  ])('answers %j with one sentence and exit code 2', async (args, says) => {
    const { run } = await workspace();
    const answer = await run(...args);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toMatch(says);
  });
});

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Edition } from '../../src/edition.js';
import { type Answer, audioEdition, REPOSITORY, temporaryFolder } from './audio-edition.js';

const SHORT_ISSUE = `<!doctype html><html lang="en"><head><title>Short</title></head><body>
<p>Dear friends,</p><p>Two words of greeting.</p><p>Ada</p>
<h2>The pier</h2><p>The pier is open again.</p><ul><li>It has 3 lamps</li><li>It has no rail</li></ul>
<h2>The bell</h2><p>The bell rings at noon.</p></body></html>`;

async function readEdition(outDir: string, slug: string): Promise<Edition> {
  return JSON.parse(await readFile(path.join(outDir, slug, 'edition.json'), 'utf8')) as Edition;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Names and times of all kept takes; what is still being written is none. */
async function keptTakes(outDir: string): Promise<ReadonlyMap<string, number>> {
  const folder = path.join(outDir, '.audio-edition', 'takes');
  const names = (await filesUnder(folder).catch(() => [])).filter((name) => /\.(json|wav)$/.test(name));
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await stat(path.join(folder, name))).mtimeMs] as const),
    ),
  );
}

describe('building the sample issue', () => {
  let outDir = '';
  let answer: Answer;
  let edition: Edition;

  beforeAll(async () => {
    const { mkdtemp, rm } = await import('node:fs/promises');
    outDir = await mkdtemp(path.join((await import('node:os')).tmpdir(), 'audio-edition-test-'));
    answer = await audioEdition([
      'build',
      'examples/harbour-letter.html',
      '--engine',
      'local',
      '--out',
      outDir,
      '--json',
    ]);
    edition = JSON.parse(answer.stdout) as Edition;
    return () => rm(outDir, { recursive: true, force: true });
  });

  it('succeeds, and says on standard error how far it is', () => {
    expect(answer.code).toBe(0);
    expect(answer.stderr).toMatch(/Reading the issue[\s\S]*Speaking[\s\S]*Joining/);
  });

  it('writes everything that the contract names', async () => {
    const files = await filesUnder(outDir);
    const { slug } = edition;
    for (const name of ['feed.xml', 'index.html', 'player/audio-edition.js']) expect(files).toContain(name);
    for (const name of ['edition.json', `${slug}.mp3`, 'chapters.json', 'transcript.vtt', 'index.html']) {
      expect(files).toContain(`${slug}/${name}`);
    }
    expect(files.filter((name) => name.startsWith(`${slug}/stories/`))).toHaveLength(edition.stories.length);
  });

  it('lists every published file of the edition with its true length and hash', async () => {
    const folder = path.join(outDir, edition.slug);
    const listed = edition.files.map(({ name }) => name).sort();
    expect(listed).toEqual((await filesUnder(folder)).filter((name) => name !== 'edition.json').sort());
    for (const { name, bytes, sha256 } of edition.files) {
      const content = await readFile(path.join(folder, name));
      expect({
        name,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      }).toEqual({
        name,
        bytes,
        sha256,
      });
    }
  });

  it('speaks letter, stories and sponsor, and neither captions nor footer', () => {
    const kinds = edition.stories.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'story')).toHaveLength(3);
    expect(kinds).toContain('letter');
    expect(kinds).toContain('sponsor');
    const spoken = edition.stories.flatMap(({ segments }) => segments.map(({ source }) => source)).join('\n');
    expect(spoken).not.toMatch(/unsubscribe|view this letter in your browser/i);
  });

  it('has times that ascend, fit into each other, and stay within the episode', () => {
    let before = 0;
    for (const story of edition.stories) {
      expect(story.startSeconds).toBeGreaterThanOrEqual(before);
      for (const segment of story.segments) {
        expect(segment.startSeconds).toBeGreaterThanOrEqual(before);
        expect(segment.endSeconds).toBeGreaterThan(segment.startSeconds);
        before = segment.startSeconds;
        for (const word of segment.words) {
          expect(word.startSeconds).toBeGreaterThanOrEqual(before);
          expect(word.endSeconds).toBeLessThanOrEqual(segment.endSeconds + 0.001);
          before = word.startSeconds;
        }
        before = segment.endSeconds;
      }
      expect(story.endSeconds).toBeGreaterThanOrEqual(before);
    }
    expect(edition.stories.at(-1)?.endSeconds).toBeCloseTo(edition.durationSeconds, 3);
  });

  it('is as loud as asked', () => {
    expect(Math.abs(edition.audio.loudnessLufs - -16)).toBeLessThanOrEqual(0.5);
    expect(edition.audio.truePeakDbtp).toBeLessThanOrEqual(-1);
  });

  it('casts letter, stories and sponsor with different voices', () => {
    const voiceOf = (kind: string) =>
      edition.stories.find((story) => story.kind === kind)?.segments.at(-1)?.voice;
    expect(new Set([voiceOf('letter'), voiceOf('story'), voiceOf('sponsor')]).size).toBe(3);
  });

  it('builds again without speaking, encoding or writing anything', async () => {
    const before = await keptTakes(outDir);
    const again = await audioEdition([
      'build',
      'examples/harbour-letter.html',
      '--engine',
      'local',
      '--out',
      outDir,
      '--json',
    ]);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: [], audio: edition.audio });
    expect(await keptTakes(outDir)).toEqual(before);
  });

  it('tells on a dry run that nothing is left to pay', async () => {
    const dry = await audioEdition([
      ...[
        'build',
        'examples/harbour-letter.html',
        '--engine',
        'local',
        '--out',
        outDir,
        '--dry-run',
        '--json',
      ],
    ]);
    expect(JSON.parse(dry.stdout)).toMatchObject({ total: { newCharacters: 0, requests: 0 } });
  });
});

describe('the issue may come from anywhere', () => {
  it.each([
    ['HTML', SHORT_ISSUE],
    [
      'Markdown',
      '# Short\n\n## The pier\n\nThe pier is open again.\n\n## The bell\n\nThe bell rings at noon.\n',
    ],
    ['plain text', 'The pier\n\nThe pier is open again, and everybody is glad of it.\n'],
  ])('standard input: %s', async (_, input) => {
    const outDir = await temporaryFolder();
    const answer = await audioEdition(['build', '-', '--engine', 'local', '--out', outDir, '--json'], {
      input,
    });
    expect(answer.code).toBe(0);
    expect(JSON.stringify(JSON.parse(answer.stdout).stories)).toContain('The pier is open again');
  });

  it('the title, date and slug of the command line win', async () => {
    const outDir = await temporaryFolder();
    const flags = ['--title', 'Of piers', '--date', '2026-03-31', '--slug', 'of-piers'];
    await audioEdition(['build', '-', '--engine', 'local', '--out', outDir, ...flags], {
      input: SHORT_ISSUE,
    });
    expect(await readEdition(outDir, 'of-piers')).toMatchObject({ title: 'Of piers', date: '2026-03-31' });
  });
});

describe('a build that is stopped', () => {
  async function buildUntilTakes(
    outDir: string,
    signal: NodeJS.Signals,
  ): Promise<Answer & { stoppedMs: number }> {
    let stoppedAtMs = 0;
    const answer = await audioEdition(
      ['build', 'examples/harbour-letter.html', '--engine', 'local', '--out', outDir],
      {
        onStart: (child) => {
          const timer = setInterval(async () => {
            if (stoppedAtMs > 0 || (await keptTakes(outDir)).size < 6) return;
            stoppedAtMs = performance.now();
            child.kill(signal);
          }, 20);
          onTestFinished(() => clearInterval(timer));
        },
      },
    );
    return { ...answer, stoppedMs: performance.now() - stoppedAtMs };
  }

  it('by Ctrl-C ends with 130, says that what is spoken is kept, and publishes nothing', async () => {
    const outDir = await temporaryFolder();
    const answer = await buildUntilTakes(outDir, 'SIGINT');
    expect(answer.code).toBe(130);
    expect(answer.stderr).toMatch(/Interrupted\. What was synthesized is kept/);
    expect((await readdir(outDir)).filter((name) => name !== '.audio-edition')).toEqual([]);
    expect((await keptTakes(outDir)).size).toBeGreaterThan(0);
  });

  it('by kill -9 can be run again at once and makes no finished take anew', async () => {
    const outDir = await temporaryFolder();
    await buildUntilTakes(outDir, 'SIGKILL');
    const before = [...(await keptTakes(outDir))].filter(([name]) => name.endsWith('.json'));
    const again = await audioEdition([
      'build',
      'examples/harbour-letter.html',
      '--engine',
      'local',
      '--out',
      outDir,
    ]);
    expect(again.code).toBe(0);
    const after = await keptTakes(outDir);
    expect(before.length).toBeGreaterThan(0);
    for (const [name, writtenMs] of before) expect(after.get(name)).toBe(writtenMs);
  });
});

describe('changing one paragraph', () => {
  it('speaks that paragraph alone', async () => {
    const outDir = await temporaryFolder();
    const build = (input: string) =>
      audioEdition(['build', '-', '--engine', 'local', '--slug', 'short', '--out', outDir], { input });
    await build(SHORT_ISSUE);
    const before = await keptTakes(outDir);
    await build(SHORT_ISSUE.replace('rings at noon', 'rings at one'));
    const added = [...(await keptTakes(outDir)).keys()].filter(
      (name) => !before.has(name) && name.endsWith('.json'),
    );
    expect(added).toHaveLength(1);
  });
});

describe('--help', () => {
  it('names every command', async () => {
    const { stdout, code } = await audioEdition(['--help']);
    expect(code).toBe(0);
    for (const command of ['build', 'script', 'verbalize', 'list', 'voices', 'feed', 'check', 'serve']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    }
  });

  it('says the version of the package', async () => {
    const { version } = JSON.parse(await readFile(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await audioEdition(['--version'])).stdout.trim()).toBe(version);
  });
});

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, audioEdition, type RunOptions, temporaryFolder } from './audio-edition.js';

const SPEAKABLE = '<h1>Tides</h1><p>The tide comes in at noon.</p>';

interface Case {
  readonly name: string;
  /** Files to write, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly args: readonly string[];
  readonly env?: RunOptions['env'];
  /** What the one sentence must say. */
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  { name: 'a file that is not there', args: ['build', 'gone.html'], says: /no file .*gone\.html/ },
  { name: 'a folder', args: ['build', '.'], says: /is a folder/ },
  { name: 'an empty issue', files: { 'i.html': '' }, args: ['build', 'i.html'], says: /no text in i\.html/ },
  {
    name: 'nothing speakable',
    files: {
      'i.html': '<!doctype html><title>T</title><body><figure><img src="a.png" alt="A cat"></figure></body>',
    },
    args: ['build', 'i.html'],
    says: /i\.html|"T"/,
  },
  {
    name: 'a binary file',
    files: { 'i.html': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 255]) },
    args: ['build', 'i.html'],
    says: /i\.html.*(binary|picture|image|text)/,
  },
  {
    name: 'a broken voices.json',
    files: { 'i.html': SPEAKABLE, 'v.json': '{\n  "roles": {\n    "narrator": 5\n  }\n}' },
    args: ['build', 'i.html', '--voices', 'v.json'],
    says: /v\.json:3:17: roles\.narrator is 5, but allowed is/,
  },
  {
    name: 'a voices.json that is no JSON',
    files: { 'i.html': SPEAKABLE, 'v.json': '{ "engine" "local" }' },
    args: ['build', 'i.html', '--voices', 'v.json'],
    says: /v\.json:1:12: not valid JSON \(colon expected\)/,
  },
  {
    name: 'an unknown voice',
    files: { 'i.html': SPEAKABLE, 'v.json': '{ "roles": { "narrator": { "local": { "voice": "zoe" } } } }' },
    args: ['build', 'i.html', '--voices', 'v.json', '--engine', 'local'],
    says: /"zoe".*slt/,
  },
  {
    name: 'an unknown engine',
    files: { 'i.html': SPEAKABLE },
    args: ['build', 'i.html', '--engine', 'parrot'],
    says: /no engine "parrot".*local/,
  },
  {
    name: 'an engine that is named but has no key',
    files: { 'i.html': SPEAKABLE },
    args: ['build', 'i.html', '--engine', 'elevenlabs'],
    says: /ELEVENLABS_API_KEY/,
  },
  {
    name: 'an output folder that is a file',
    files: { 'i.html': SPEAKABLE, out: 'I am a file' },
    args: ['build', 'i.html', '--engine', 'local', '--out', 'out'],
    says: /output folder out can't be written.*--out/,
  },
  {
    name: 'an output folder that can never be made',
    files: { 'i.html': SPEAKABLE },
    args: ['build', 'i.html', '--engine', 'local', '--out', '/proc/audio-edition'],
    says: /output folder \/proc\/audio-edition can't be written/,
  },
  {
    name: 'a bucket for the studio',
    args: ['studio', '--out', 's3://letters/audio'],
    says: /"studio" works in a folder.*s3:\/\/letters\/audio/,
  },
  {
    name: 'a bucket to be served',
    args: ['serve', '--out', 's3://letters'],
    says: /"serve" works in a folder.*s3:\/\/letters/,
  },
  {
    name: 'an ffmpeg that is not there',
    files: { 'i.html': SPEAKABLE },
    args: ['build', 'i.html', '--engine', 'local'],
    env: { FFMPEG_PATH: '/nowhere/ffmpeg' },
    says: /FFMPEG_PATH.*\/nowhere\/ffmpeg/,
  },
  {
    name: 'more characters than allowed',
    files: { 'i.html': SPEAKABLE },
    args: ['build', 'i.html', '--engine', 'local', '--max-characters', '3'],
    says: /new characters.*--max-characters/,
  },
];

describe('bad input gets one plain sentence, exit code 2, and leaves nothing behind', () => {
  it.each(CASES)('$name', async ({ files = {}, args, env, says }) => {
    const folder = await temporaryFolder();
    for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
    const answer = await audioEdition(args, { cwd: folder, ...(env === undefined ? {} : { env }) });
    expectOneSentence(answer, says);
    expect(answer.code).toBe(2);
    expect(await publishedUnder(path.join(folder, 'output'))).toEqual([]);
  });

  it.each([
    ['an unknown command', ['speak'], /unknown command 'speak'/],
    ['an unknown option', ['build', 'x', '--speed', '3'], /unknown option '--speed'/],
    ['no issue', ['build'], /missing required argument 'issue'/],
    ['a date that is none', ['build', 'x', '--date', '2026-02-30'], /must be a date such as 2026-03-31/],
    ['a number that is none', ['build', 'x', '--concurrency', 'many'], /whole number from 1 up/],
  ])('wrong usage: %s', async (_, args, says) => {
    const answer = await audioEdition(args);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toMatch(says);
    expect(answer.stdout).toBe('');
  });
});

describe('--debug', () => {
  it('adds where the error comes from, and only then', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'x'));
    expect((await audioEdition(['build', 'x', '--debug'], { cwd: folder })).stderr).toMatch(/\n {4}at /);
  });
});

function expectOneSentence({ stdout, stderr }: Answer, says: RegExp): void {
  const lines = stderr.trim().split('\n');
  const errors = lines.filter((line) => line.startsWith('audio-edition: '));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(says);
  expect(lines.at(-1)).toBe(errors[0]);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe('');
}

async function publishedUnder(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name !== '.audio-edition');
}

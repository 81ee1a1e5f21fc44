import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { QUOTA_USED_UP } from '../speech/server/speech-server.js';
import type { Answer } from './audio-edition.js';
import { ISSUE, KEY, type Newsroom, openNewsroom, VOICES } from './newsroom.js';

// Each test runs the program several times.
vi.setConfig({ testTimeout: 180_000 });

/** Takes that the issue needs: what is said twice is one. */
const TAKES = 9;

/** Builds, and sends a signal as soon as so many takes are kept. */
function buildUntil(kept: number, signal: NodeJS.Signals, newsroom: Newsroom): Promise<Answer> {
  const onStart = async (child: ChildProcess) => {
    while ((await newsroom.kept()) < kept && child.exitCode === null) await sleep(20);
    child.kill(signal);
  };
  return newsroom.run(['build', 'issue.md', '--slug', 'tides'], { onStart });
}

describe('what a service is asked for', () => {
  it('is each text once; then only what differs, by issue or by lexicon', async () => {
    const { build, asked, write, server, edition } = await openNewsroom();
    const first = await build();
    expect(first.code, first.stderr).toBe(0);
    const texts = asked();
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toHaveLength(TAKES);
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const bill = `elevenlabs was sent ${characters} characters in ${TAKES} requests`;
    expect(first.stdout).toContain(bill);
    expect((await edition()).notices.map(({ message }) => message).join('\n')).toContain(bill);

    expect((await build()).code).toBe(0);
    expect(asked()).toEqual([]);

    await write('issue.md', ISSUE.replace('rings at noon', 'rings at one'));
    await build();
    expect(asked()).toEqual([expect.stringContaining('rings at one')]);

    await write('voices.json', { ...VOICES, lexicon: { Quist: 'Kwist' } });
    await build();
    const respoken = asked();
    expect(respoken).toHaveLength(2);
    for (const text of respoken) expect(text).toContain('Kwist');
    expect(server.seen.map(({ body }) => body['apply_text_normalization'])).not.toContain('auto');
  });

  it('counts retries in the bill', async () => {
    const { build, server } = await openNewsroom({
      fault: ({ earlier, text }) =>
        earlier === 0 && text.includes('town hall')
          ? { kind: 'status', status: 503, code: 'system_busy', message: 'Busy' }
          : undefined,
    });
    expect((await build()).stdout).toContain(`in ${TAKES + 1} requests, retries included`);
    expect(server.seen).toHaveLength(TAKES + 1);
  });

  it('is another seed for another take, also where voices.json fixes one', async () => {
    const { build, run, server, write } = await openNewsroom();
    const voice = { voice: 'voice-anna', format: 'pcm_16000', seed: 7 };
    await write('voices.json', { ...VOICES, roles: { narrator: { elevenlabs: voice } } });
    await build();
    expect(new Set(server.seen.map(({ body }) => body['seed']))).toEqual(new Set([7]));
    const again = await run(['regenerate', 'tides', '--story', 'choir', '--new-take', '--verify', 'asr']);
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toMatch(/elevenlabs was sent \d+ characters in 2 requests/);
    expect(server.seen.slice(TAKES).map(({ body }) => body['seed'])).not.toContain(7);
    expect(server.transcriptions).toBe(2);
  });
});

describe('a build that a service holds up', () => {
  it('ends soon after Ctrl-C, with 130, and keeps every finished take', async () => {
    const newsroom = await openNewsroom({
      fault: ({ text }) => (text.includes('lighthouse') ? { kind: 'hang' } : undefined),
    });
    const stopped = await buildUntil(TAKES - 1, 'SIGINT', newsroom);
    expect(stopped.code).toBe(130);
    // By itself the request would be given up after a quarter of a minute, and be made again.
    expect(newsroom.asked()).toHaveLength(TAKES);
    expect(await newsroom.published()).toEqual([]);
    newsroom.server.options = { keys: [KEY] };
    await newsroom.build();
    expect(newsroom.asked()).toEqual([expect.stringContaining('lighthouse')]);
  });

  it('pays again only for what was under way when it was killed, also before a take could be judged', async () => {
    const newsroom = await openNewsroom({
      fault: ({ text }) => (text === 'The pier.' ? undefined : { kind: 'hang' }),
    });
    await buildUntil(1, 'SIGKILL', newsroom);
    expect(newsroom.asked()).toContain('The pier.');
    newsroom.server.options = { keys: [KEY] };
    const again = await newsroom.build();
    expect(again.code, again.stderr).toBe(0);
    const asked = newsroom.asked();
    expect(asked).toHaveLength(TAKES - 1);
    expect(asked).not.toContain('The pier.');
  });
});

describe('a service that can not finish', () => {
  const fault = ({ service, text }: { service: string; text: string }) =>
    service === 'elevenlabs' && text.includes('town hall') ? QUOTA_USED_UP : undefined;

  it('is stood in for by the next engine, a whole story at a time, until the next build', async () => {
    const { build, edition, server, write } = await openNewsroom({ fault });
    await write('voices.json', { ...VOICES, fallback: ['openai'] });
    const first = await build('--concurrency', '1');
    expect(first.code, first.stderr).toBe(0);
    const enginesOf = async () =>
      (await edition()).stories.map(({ slug, provisional = false, segments }) => [
        slug,
        provisional,
        [...new Set(segments.map(({ engine }) => engine))].join(),
      ]);
    const provisional = (await enginesOf()).filter(([, isProvisional]) => isProvisional);
    expect(provisional).toContainEqual(['the-bell', true, 'openai']);
    for (const [slug, isProvisional, engine] of await enginesOf())
      expect([slug, engine]).toEqual([slug, isProvisional ? 'openai' : 'elevenlabs']);
    expect((await edition()).notices.map(({ code }) => code)).toContain('story-provisional');
    server.options = { keys: [KEY] };
    expect((await build()).code).toBe(0);
    for (const [slug, ...rest] of await enginesOf())
      expect([slug, ...rest]).toEqual([slug, false, 'elevenlabs']);
    expect((await edition()).notices.map(({ code }) => code)).not.toContain('story-provisional');
  });

  it('ends the build with 1 and publishes nothing where nobody stands in', async () => {
    const { build, published } = await openNewsroom({ fault });
    const answer = await build();
    expect(answer.code).toBe(1);
    expect(answer.stderr).toMatch(/The bell.*used up.*quota_exceeded/s);
    expect(await published()).toEqual([]);
  });
});

describe('the key of a service', () => {
  it.each(['elevenlabs', 'openai'])('is named when %s refuses it, and shown nowhere', async (engine) => {
    const { build, everything, asked } = await openNewsroom({ keys: ['another'] });
    const answer = await build('--engine', engine, '--debug', '--concurrency', '1');
    expect(answer.code).toBe(1);
    expect(answer.stderr).toMatch(/refused the key.*(ELEVENLABS|OPENAI)_API_KEY/);
    expect(answer.stdout + answer.stderr + (await everything())).not.toContain(KEY);
    expect(asked()).toEqual([]);
  });

  it('is in nothing that a build, a dry run or a list of voices leaves or prints', async () => {
    const { run, build, everything } = await openNewsroom();
    const answers = [
      await build('--dry-run', '--json'),
      await build('--debug'),
      await run(['regenerate', 'tides', '--story', 'bell', '--new-take']),
      await run(['voices', '--json']),
      await run(['check']),
    ];
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const printed = answers.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(printed + (await everything())).not.toContain(KEY);
  });
});

describe('--dry-run', () => {
  it('tells characters, requests, credits and dollars of the user’s plan, per story and in all, and what is left', async () => {
    const { build, write, asked } = await openNewsroom({ creditsLeft: 300 });
    await write('voices.json', { ...VOICES, price: { elevenlabs: { dollarsPer1000Characters: 10 } } });
    const { stdout, stderr, code } = await build('--dry-run');
    expect(code).toBe(0);
    const characters = Number(stdout.match(/: (\d+) characters to speak in 9 requests/)?.[1]);
    expect(stdout).toContain(`${characters} credits, about $${(characters / 100).toFixed(2)}, about`);
    expect(stdout).toContain('300 of 10000 credits are left');
    expect(stdout).toMatch(/^ +\d+ new +0 kept +\d requests +\d+ credits, about \$\d+\.\d\d {2}The choir$/m);
    expect(stderr).toContain('only 300 are left');
    expect(asked()).toEqual([]);
  });

  it('refuses more than --max-characters before the first request', async () => {
    const { build, asked } = await openNewsroom();
    const answer = await build('--max-characters', '50');
    expect([answer.code, asked()]).toEqual([2, []]);
    expect(answer.stderr).toContain('Nothing was sent');
  });
});

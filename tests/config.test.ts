import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOW, SHIPPED_VOICES_FILE } from '../src/config/defaults.js';
import { type ConfigSources, loadConfig } from '../src/config.js';
import { AudioEditionError } from '../src/errors.js';

const shippedVoices = '{ "engine": "auto", "roles": { "narrator": { "local": { "voice": "slt" } } } }';

function load(files: Record<string, string>, sources: Partial<ConfigSources> = {}) {
  const all: Record<string, string> = { [SHIPPED_VOICES_FILE]: shippedVoices, ...files };
  return loadConfig({ directory: '/work', environment: {}, ...sources }, async (file) => {
    const text = all[file];
    if (text === undefined) throw Object.assign(new Error(`ENOENT: ${file}`), { code: 'ENOENT' });
    return text;
  });
}

async function complaintAbout(voices: string): Promise<string> {
  const error = await load({ 'v.json': voices }, { voicesFile: 'v.json' }).catch((error) => error);
  expect(error).toBeInstanceOf(AudioEditionError);
  expect(error.fault).toBe('input');
  return error.message;
}

describe('loadConfig', () => {
  it('falls back to the shipped voices and the default show', async () => {
    const config = await load({});
    expect(config.engine).toBe('auto');
    expect(config.show).toEqual(DEFAULT_SHOW);
  });

  it('lets a flag win over voices.json', async () => {
    expect((await load({}, { engine: 'local' })).engine).toBe('local');
  });

  it('takes voices.json and show.json from where the user stands', async () => {
    const config = await load({
      '/work/voices.json': shippedVoices.replace('auto', 'openai'),
      '/work/show.json': '{ "title": "The Tide Table", "artwork": "art.png" }',
    });
    expect(config.engine).toBe('openai');
    expect(config.show).toMatchObject({ title: 'The Tide Table', author: 'The Tide Table', language: 'en' });
    expect(config.show.artwork).toBe(path.resolve('/work/art.png'));
  });

  it('accepts comments in settings', async () => {
    const config = await load({ '/work/show.json': '{ // ours\n "title": "T", }' });
    expect(config.show.title).toBe('T');
  });

  it('strips the slash at the end of baseUrl', async () => {
    const config = await load({ '/work/show.json': '{ "baseUrl": "https://a.example/pod/" }' });
    expect(config.show.baseUrl).toBe('https://a.example/pod');
  });
});

describe('a bad settings file is answered with file, line, field, what was found and what is allowed', () => {
  it.each([
    [
      '{\n  "engine": 5,\n  "roles": { "narrator": {} } }',
      /^v\.json:2:13: engine is 5, but allowed is string\.$/,
    ],
    ['{ "engine": "local" }', /^v\.json:1:1: roles is missing; add it\.$/],
    ['{ "roles": { "letter": {} } }', /^v\.json:1:12: roles\.narrator is missing; add it\.$/],
    [
      '{ "roles": { "narrator": { "local": { "voice": "" } } } }',
      /roles\.narrator\.local\.voice must not be empty/,
    ],
    ['{ "roles": { "narrator": {} }, "lexikon": {} }', /lexikon is not a known field/],
    ['{ "roles": ', /^v\.json:1:\d+: not valid JSON \(value expected\)/],
    ['', /^v\.json:1:1: not valid JSON/],
  ])('%j', async (text, expected) => {
    expect(await complaintAbout(text)).toMatch(expected);
  });

  it('names a file that is not there and the flag that named it', async () => {
    await expect(load({}, { showFile: 'gone.json' })).rejects.toThrow(/gone\.json.*--show/);
  });

  it('does not let a settings file reach a prototype', async () => {
    await load({ '/work/voices.json': shippedVoices.replace('{', '{ "__proto__": { "polluted": true },') });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

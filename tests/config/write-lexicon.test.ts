import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeLexicon } from '../../src/config/write-lexicon.js';
import { findVoices, loadConfig } from '../../src/config.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'audio-edition-lexicon-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const OWN = `{
  // who speaks
  "engine": "local",
  "roles": { "narrator": { "local": { "voice": "slt" } } },
  "lexicon": {
    "Qwen": "chwen", // asked them
    "GIF": { "say": "jif", "caseSensitive": true }
  }
}
`;

describe('writeLexicon', () => {
  it('adds, changes and removes entries, and leaves comments and all else as it is', async () => {
    const file = path.join(folder, 'voices.json');
    await writeFile(file, OWN);
    await writeLexicon({ file, from: file }, { Omdahl: 'OHM-dahl', Qwen: 'kwen', GIF: null });
    const text = await readFile(file, 'utf8');
    expect(text).toContain('// who speaks');
    expect(text).toContain('// asked them');
    const { voices } = await loadConfig({ directory: folder, environment: {} });
    expect(voices.lexicon).toEqual({ Qwen: 'kwen', Omdahl: 'OHM-dahl' });
    expect(await readdir(folder)).toEqual(['voices.json']);
  });

  it('keeps what else an entry asks for', async () => {
    const file = path.join(folder, 'voices.json');
    await writeFile(file, OWN);
    await writeLexicon({ file, from: file }, { GIF: 'gif' });
    const { voices } = await loadConfig({ directory: folder, environment: {} });
    expect(voices.lexicon['GIF']).toEqual({ say: 'gif', caseSensitive: true });
  });

  it("writes the user's own file where the package's was read", async () => {
    const place = await findVoices({ directory: folder });
    expect(place.file).toBe(path.join(folder, 'voices.json'));
    expect(place.from).not.toBe(place.file);
    const shipped = await readFile(place.from, 'utf8');
    await writeLexicon(place, { 'A "quoted" \\ word': 'so' });
    expect(await readFile(place.from, 'utf8')).toBe(shipped);
    const { voices } = await loadConfig({ directory: folder, environment: {} });
    expect(voices.lexicon['A "quoted" \\ word']).toBe('so');
    expect(voices.roles).toEqual(JSON.parse(shipped).roles);
  });

  it('adds to that file once it is there, also for who asked where it is before', async () => {
    const place = await findVoices({ directory: folder });
    await writeLexicon(place, { first: 'one' });
    await writeLexicon(place, { second: { say: 'two', caseSensitive: true } });
    const { voices } = await loadConfig({ directory: folder, environment: {} });
    expect(voices.lexicon).toMatchObject({ first: 'one', second: { say: 'two', caseSensitive: true } });
  });

  it('says where it could not be written', async () => {
    const file = path.join(folder, 'nowhere', 'voices.json');
    await expect(writeLexicon({ file, from: file }, { a: 'b' })).rejects.toThrow(
      /nowhere.voices\.json: the lexicon/,
    );
  });
});

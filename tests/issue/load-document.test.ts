import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentSources, loadDocument } from '../../src/issue/index.js';

const sources: DocumentSources = {
  readFile: (path) => readFile(path),
  readStdin: async () => Buffer.from('piped'),
  fetch: async (url) => ({ bytes: Buffer.from('fetched'), url, mediaType: 'text/html' }),
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plum-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('loading a document', () => {
  it('reads files, standard input and web addresses', async () => {
    await writeFile(join(folder, 'plum.md'), 'Ripe.');
    expect(await loadDocument(join(folder, 'plum.md'), sources)).toMatchObject({ name: 'plum.md' });
    expect(Buffer.from((await loadDocument('-', sources)).bytes).toString()).toBe('piped');
    expect(await loadDocument('https://plum.example/1', sources)).toMatchObject({
      url: 'https://plum.example/1',
    });
  });

  it('has a sentence for a missing file and for a folder', async () => {
    await expect(loadDocument(join(folder, 'gone.md'), sources)).rejects.toThrow(
      /^There is no file .*gone\.md; check the path/,
    );
    await expect(loadDocument(folder, sources)).rejects.toThrow(
      / is a folder; give the file of one issue\.$/,
    );
  });
});

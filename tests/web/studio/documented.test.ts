import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/index.js';
import { createApp } from '../../../src/web/studio/server/app.js';
import { openStudio } from '../../../src/web/studio/server/studio.js';

describe('docs/studio.md', () => {
  it('lists every request that the server answers, and no other', async () => {
    const settings = {
      outDir: 'nowhere',
      version: '0',
      loadConfig: () => Promise.reject(new Error('not asked')),
      voices: { from: '', file: '' },
      hostFor: () => nodeHost(),
      onFailure: () => undefined,
    };
    const app = createApp(await openStudio(settings, { token: 'x' }), { boundHost: '127.0.0.1', token: 'x' });
    const answered = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const table = await readFile('docs/studio.md', 'utf8');
    const documented = [...table.matchAll(/^\| `((?:GET|POST|DELETE) [^`]+)` \|/gm)].map(
      ([, request]) => request,
    );
    expect(documented.toSorted()).toEqual([...new Set(answered)].toSorted());
  });
});

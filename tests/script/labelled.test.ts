import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scriptOf } from '../issue/reading.js';

/** Real issues, which are no part of the project and not on every machine. */
const LABELLED = fileURLToPath(new URL('../../../shared/issues/labelled/', import.meta.url));
const isThere = existsSync(LABELLED);
const files = isThere ? readdirSync(LABELLED).filter((name) => !name.endsWith('.json')) : [];

describe.skipIf(!isThere)('labelled issues (skipped without ../shared/issues/labelled)', () => {
  it('keep their ledger, every one of them', async () => {
    for (const name of files) {
      const script = await scriptOf(readFileSync(LABELLED + name, 'utf8'), name);
      expect(script.stories.length, name).toBeGreaterThan(1);
    }
  });
});

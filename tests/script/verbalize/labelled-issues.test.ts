import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { spoken } from './spoken.js';

const FOLDER = fileURLToPath(new URL('../../../../shared/issues/labelled/', import.meta.url));
const issues = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];

interface LabelledIssue {
  readonly blocks: readonly { readonly text?: string }[];
}

describe('the labelled issues', () => {
  it.skipIf(issues.length === 0)('leave nothing unspeakable (needs ../shared)', () => {
    for (const name of issues) {
      const { blocks } = JSON.parse(readFileSync(FOLDER + name, 'utf8')) as LabelledIssue;
      for (const { text = '' } of blocks) {
        expect(spoken(text)).toMatch(/^[\p{L}\p{M}\s'.,;:?!-]*$/u);
        expect(spoken(text)).not.toMatch(/\bhttps?\b|\bwww\b/i);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { spoken } from '../spoken.js';

/** A class of the grammar as a table: groups of written → spoken, each line a test. */
export function examples(
  title: string,
  groups: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  describe(title, () => {
    for (const [group, lines] of Object.entries(groups)) {
      it.each(Object.entries(lines))(`${group}: %s`, (written, wanted) => {
        expect(spoken(written)).toBe(wanted);
      });
    }
  });
}

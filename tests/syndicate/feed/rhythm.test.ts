import { expect, it } from 'vitest';
import { rhythmOf } from '../../../src/syndicate/feed/rhythm.js';

it.each([
  [['2026-03-05', '2026-03-04', '2026-03-03'], 'Daily'],
  [['2026-03-05', '2026-02-26', '2026-02-19', '2026-01-29'], 'Weekly'],
  [['2026-03-05', '2026-02-19'], 'Every two weeks'],
  [['2026-03-05', '2026-02-05', '2026-01-05'], 'Monthly'],
  [['2026-03-05', '2025-03-05'], undefined],
  [['2026-03-05'], undefined],
  [[], undefined],
])('%j is %s', (dates, text) => {
  expect(rhythmOf(dates)?.text).toBe(text);
});

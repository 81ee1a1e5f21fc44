import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { droppedOf, outlineOf } from '../issue/reading.js';

/**
 * Whole issues of our own writing, and beside each what is said and what is left out. After a change that is meant,
 * `UPDATE_GOLDEN=1 npx vitest run tests/script/golden.test.ts` writes the new state; look at the difference.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/issues/', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

const issues = [
  ...readdirSync(FIXTURES)
    .filter((name) => !name.endsWith('.golden'))
    .map((name) => ({ name, file: FIXTURES + name })),
  { name: 'harbour-letter.html', file: `${EXAMPLES}harbour-letter.html` },
];

it.each(issues)('$name is read as it was agreed', async ({ name, file }) => {
  const text = readFileSync(file, 'utf8');
  const state = [
    ...(await outlineOf(text, name)),
    '',
    'left out',
    ...(await droppedOf(text, name)).map((line) => `  ${line}`),
    '',
  ].join('\n');
  const golden = `${FIXTURES}${name}.golden`;
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, state);
  expect(state).toBe(readFileSync(golden, 'utf8'));
});

import { defineConfig } from 'vitest/config';

/** Tests that run the compiled program, and therefore have it compiled first. */
const PROGRAM_TESTS = 'tests/cli/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Browsers and other programs share two cores there; a test that needed its second chance is marked in the report.
    retry: process.env['CI'] ? 1 : 0,
    setupFiles: ['tests/property-runs.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: [PROGRAM_TESTS] },
      },
      {
        extends: true,
        test: { name: 'program', include: [PROGRAM_TESTS], globalSetup: ['tests/global-setup.ts'] },
      },
    ],
  },
});

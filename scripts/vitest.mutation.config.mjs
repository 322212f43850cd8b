import { defineConfig } from 'vitest/config';

/** The tests beside one file of rules, as scripts/mutate.mjs names them. No database: a mutant must cost milliseconds. */
export default defineConfig({
  test: {
    include: process.env.REGISTRE_TESTS_BESIDE?.split(',') ?? [],
    testTimeout: 5_000,
    setupFiles: ['src/testing/properties.ts'],
  },
});

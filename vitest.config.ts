import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts', 'faults/**/*.test.ts'],
    globalSetup: ['src/testing/cluster.ts', 'src/testing/properties.ts'],
    setupFiles: ['src/testing/properties.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

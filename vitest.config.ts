import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The oldest PostgreSQL that we promise is spoken to as well: at every door, by every store and the platform, so that each
 * statement which a person's click reaches runs on both. Not again: what mostly waits or counts, acts that a door tries too.
 */
const DOORS_AND_STORES = /^src\/(platform|catalogue)\/|^src\/migrations|\/routes[/.]|\/store\/|\/subscribe\./;
const ONCE =
  /platform\/crash|embedded\/server|mail\/outbox|editor\/routes\/(?!mails)|office\/(documents|printing|closing|typing)\/routes|matrix|waiver/;
/** Data of an earlier version are moved on the oldest alone. */
const UPGRADE = 'e2e/upgrade.test.ts';
const onBoth = globSync('src/**/*.test.{ts,tsx}').filter(
  (file) =>
    DOORS_AND_STORES.test(file) &&
    !ONCE.test(file) &&
    /testing\/(database|formSite)\.ts'/.test(readFileSync(file, 'utf8')),
);

/** The longest first, by what they take on two quiet cores: one that began last would keep one worker waiting for the other. */
const LONGEST =
  /\/e2e\/(everyPage|lifecycle|journey|production|fairness|thirtyPieces|results|attendance)|\/faults\/|nastyFiles|platform\/crash|routes\/publication|faulty/;
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      LONGEST.test(moduleId) ? 0 : moduleId.includes('/e2e/') ? 1 : 2;
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['src/testing/properties.ts'],
    setupFiles: ['src/testing/properties.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Nothing of ours lives in a module: files one after the other in a process read the code once.
    isolate: false,
    // Inherited by the threads that tests start.
    execArgv: ['--import', './scripts/jsx.mjs'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'PostgreSQL 18',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts', 'faults/**/*.test.ts'],
          exclude: [UPGRADE],
          globalSetup: ['src/testing/cluster.ts'],
          env: { REGISTRE_TEST_POSTGRES: '18' },
        },
      },
      {
        extends: true,
        test: {
          name: 'PostgreSQL 15',
          include: [...onBoth, UPGRADE],
          globalSetup: ['src/testing/cluster.ts'],
          env: { REGISTRE_TEST_POSTGRES: '15' },
        },
      },
    ],
  },
});

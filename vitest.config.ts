import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What runs on the oldest PostgreSQL that we promise: whole journeys and every page, there alone; again, what makes the tables
 * and what every door leans on. All other statements that tests run on 18 are read and planned there (src/testing/oldest.ts).
 */
const JOURNEYS = 'e2e/{upgrade,everyPage,matrix,journey,results,thirtyPieces,accommodations,messages,marks}.test.ts';
const BOTH = [
  'src/migrations.test.ts',
  'src/platform/{alarm,clock,events,installation,journal,journalSeal,views}.test.ts',
  'src/platform/{database,http}/**/{checkDatabase,database,once,refusals,throttle}.test.ts',
  'src/office/{actions/mendLists,store/queueOrder}.test.ts',
];

/** Files that this run leaves to others (scripts/turn.mjs). */
const LEFT = process.env.REGISTRE_LEFT?.split(',') ?? [];

/** The longest first, by what they take on two quiet cores: one that began last would keep one worker waiting for the other. */
const LONGEST =
  /\/e2e\/(everyPage|matrix|nginx|lifecycle|journey|production|fairness|thirtyPieces|attendance)|\/faults\/|nastyFiles|waysIn|inspector|platform\/crash|routes\/publication/;
/** What mostly waits: for a heartbeat that is missed, a relay, a minute. */
const WAITING = /\/faults\/|\/e2e\/nginx|\/platform\/(crash|jobs|mail\/outbox)\./;
/** A worker that goes from one PostgreSQL to the other is a new process, which reads the code anew: all of the one, then all of the other. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      LONGEST.test(moduleId) ? 0 : moduleId.includes('/e2e/') ? 1 : 2;
    const sorted = (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
    return [...Map.groupBy(sorted, ({ project }) => project.name)]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .flatMap(([, own]) => strewn(own));
  }
}

/** Those that wait among those that compute: side by side they would leave the cores with nothing to do. */
function strewn(files: readonly TestSpecification[]): TestSpecification[] {
  const waiting = files.filter(({ moduleId }) => WAITING.test(moduleId));
  const busy = files.filter(({ moduleId }) => !WAITING.test(moduleId));
  return [...busy.flatMap((file, index) => [file, ...(index % 3 === 0 ? waiting.splice(0, 1) : [])]), ...waiting];
}

export default defineConfig({
  test: {
    globalSetup: ['src/testing/properties.ts', 'scripts/threads.mjs'],
    setupFiles: ['src/testing/properties.ts'],
    // Far beyond what any takes: a busy machine is no fault of what is tested.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    // Node reads the sources itself, as it does in the threads that tests start: a tenth less than by Vite's way, and nothing is mocked.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Nothing of ours lives in a module: files one after the other in a process read the code once.
    isolate: false,
    // Inherited by the threads that tests start.
    execArgv: ['--import', './scripts/jsx.mjs'],
    // More than two cores: a third of the time a test waits for a browser, a database or a process of its own.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() / 2)),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'PostgreSQL 18',
          include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts', 'faults/**/*.test.ts', 'scripts/*.test.mjs'],
          exclude: [JOURNEYS, ...LEFT],
          globalSetup: ['src/testing/cluster.ts'],
          env: { REGISTRE_TEST_POSTGRES: '18' },
        },
      },
      {
        extends: true,
        test: {
          name: 'PostgreSQL 15',
          include: [JOURNEYS, ...BOTH],
          exclude: LEFT,
          globalSetup: ['src/testing/cluster.ts'],
          env: { REGISTRE_TEST_POSTGRES: '15' },
        },
      },
    ],
  },
});

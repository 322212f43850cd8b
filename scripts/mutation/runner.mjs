import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAnew } from './hooks.mjs';
import { takeSuite, testsOf } from './vitest.mjs';

/**
 * Runs the tests beside a rule in the process that Stryker starts, which reads the sources once: a mutant costs
 * milliseconds. What is evaluated when a file is read (a table) is read anew. A loop without end is Stryker's to kill.
 */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'beside', factory: () => createRunner() }];

/** Stryker breaks nothing where there is no test; we want to be told that nothing notices. */
const NO_TEST = { id: 'no test', failure: null, timeSpentMs: 0 };

/** The tests beside each file that is broken (`mutate.mjs`). */
const BESIDE = JSON.parse(process.env.REGISTRE_TESTS_BESIDE ?? '{}');
const everyTest = [...new Set(Object.values(BESIDE).flat())];

function createRunner() {
  globalThis.__stryker__ ??= {};
  const stryker = globalThis.__stryker__;
  let tests = [];
  let results = [];
  return {
    capabilities: () => ({ reloadEnvironment: true }),

    /** All is run once unbroken: what rules remember of the catalogue is then right for every fault after it. */
    async init() {
      tests = await read(everyTest);
      results = await run(tests, stryker);
    },

    dryRun: async () => ({
      status: 'complete',
      tests: (results.length > 0 ? results : [NO_TEST]).map(({ id, failure, timeSpentMs }) => ({
        id,
        name: id,
        status: failure === null ? 0 : 1,
        failureMessage: failure ?? '',
        timeSpentMs,
      })),
      mutantCoverage: coverageOf(tests, stryker.mutantCoverage),
    }),

    /** Tried as it was read; what survives is read anew with the fault in it: a table, or what a rule remembers, may hide it. */
    async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, sandboxFileName }) {
      Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
      const isRead = mutantActivation === 'static';
      const met = isRead ? [] : tests.filter(({ id }) => testFilter?.includes(id) ?? true);
      const found = isRead ? SURVIVED : await judge(() => run(met, stryker, true));
      if (found.status !== 'survived') return { ...found, nrOfTests: met.length };
      const file = pathToFileURL(sandboxFileName).href;
      readAnew(file);
      const again = await judge(async () => run(await read(BESIDE[relative(sandboxFileName)]), stryker, true));
      stryker.activeMutant = undefined;
      readAnew(file);
      return { ...again, nrOfTests: met.length };
    },
  };

  /** Of a file that can't even be read, `vitest` says the same: it failed. */
  async function judge(tried) {
    try {
      const failed = (await tried()).find(({ failure }) => failure !== null);
      if (stryker.hitCount > stryker.hitLimit) return { status: 'timeout' };
      return failed === undefined
        ? SURVIVED
        : { status: 'killed', killedBy: [failed.id], failureMessage: failed.failure };
    } catch (error) {
      return { status: 'killed', killedBy: [], failureMessage: String(error) };
    }
  }
}

const SURVIVED = { status: 'survived' };

async function read(files) {
  takeSuite();
  for (const file of ['src/testing/properties.ts', ...files]) await import(pathToFileURL(path.resolve(file)).href);
  return testsOf(takeSuite()).map((one, index) => ({ ...one, id: `${index} ${one.name}` }));
}

function relative(file) {
  return path.relative('.', file).split(path.sep).join('/');
}

async function run(tests, stryker, stopsAtFirst = false) {
  const results = [];
  const opened = new Set();
  for (const { id, suite, body } of tests) {
    const around = outermostFirst(suite);
    const began = performance.now();
    let failure = null;
    try {
      for (const one of around.filter((each) => !opened.has(each))) {
        opened.add(one);
        stryker.currentTestId = nameOf(one);
        for (const hook of one.beforeAll) await hook();
      }
      stryker.currentTestId = id;
      for (const hook of around.flatMap((one) => one.beforeEach)) await hook();
      await body();
      for (const hook of around.flatMap((one) => one.afterEach)) await hook();
    } catch (error) {
      failure = String(error?.message ?? error);
    }
    stryker.currentTestId = undefined;
    results.push({ id, failure, timeSpentMs: performance.now() - began });
    if (failure !== null && stopsAtFirst) break;
  }
  for (const one of opened) for (const hook of one.afterAll) await hook();
  return results;
}

/** What `beforeAll` met counts for each test after it; what a test meets too needn't be read anew. */
function coverageOf(tests, { static: read = {}, perTest = {} } = {}) {
  const own = Object.fromEntries(
    tests.map(({ id, suite }) => [
      id,
      Object.assign({}, perTest[id], ...outermostFirst(suite).map((one) => perTest[nameOf(one)])),
    ]),
  );
  const met = new Set(Object.values(own).flatMap(Object.keys));
  return { static: Object.fromEntries(Object.entries(read).filter(([mutant]) => !met.has(mutant))), perTest: own };
}

function outermostFirst(suite) {
  return suite === null ? [] : [...outermostFirst(suite.outer), suite];
}

function nameOf({ name, outer }) {
  return outer === null ? 'the file' : `${nameOf(outer)} > ${name}`;
}

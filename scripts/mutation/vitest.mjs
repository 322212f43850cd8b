// What a test calls `vitest`, when it is run in the process that breaks the rules (`runner.mjs`). `expect` is vitest's own.
export { expect } from 'vitest';

let suite = suiteOf('', null);

/** What the test files said since the last call. */
export function takeSuite() {
  const all = suite;
  suite = suiteOf('', null);
  return all;
}

/** Every test of it, in the order of the files. */
export function testsOf({ tests, suites }) {
  return [...tests, ...suites.flatMap(testsOf)];
}

export const describe = withEach((name, body) => {
  const outer = suite;
  suite = suiteOf(name, outer);
  outer.suites.push(suite);
  body();
  suite = outer;
});
export const it = withEach((name, ...rest) => {
  suite.tests.push({ suite, name, body: rest.find((one) => typeof one === 'function') });
});
export const beforeAll = (body) => void suite.beforeAll.push(body);
export const afterAll = (body) => void suite.afterAll.push(body);
export const beforeEach = (body) => void suite.beforeEach.push(body);
export const afterEach = (body) => void suite.afterEach.push(body);

function suiteOf(name, outer) {
  return { name, outer, tests: [], suites: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

function withEach(declare) {
  const each = (cases) => (name, body) => {
    for (const one of cases) declare(name, () => (Array.isArray(one) ? body(...one) : body(one)));
  };
  return Object.assign(declare, { each });
}

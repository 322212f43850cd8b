import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib.mjs';
import { everyWhile, leftOf } from './progress.mjs';

/**
 * Says every fifteen seconds how many files are done, what is left by what each took the last time here, and which run. At the end writes what
 * the run did where it is asked for (REGISTRE_REPORT), for scripts/verdict.mjs: of each file in each project its tests, and what happened outside any.
 */
export default class Report {
  #durationOf = () => undefined;
  #took = new Map();
  #done = { files: 0, ms: 0 };
  #running = new Map();
  #end = () => undefined;

  onInit({ cache }) {
    this.#durationOf = (specification) => cache.getTestSpecificationResult(specification)?.duration;
  }

  onTestRunStart(specifications) {
    const started = Date.now();
    const known = specifications.map(this.#durationOf);
    // Half of them were never timed here: it isn't known.
    const isKnown = known.filter((one) => one !== undefined).length > known.length / 2;
    this.#took = new Map(specifications.map((one, index) => [keyOf(one), known[index] ?? USUAL_MS]));
    this.#done = { files: 0, ms: 0 };
    const all = [...this.#took.values()].reduce((sum, one) => sum + one, 0);
    this.#end = everyWhile(() => {
      const running = [...this.#running].map(([key, since]) => Math.min(Date.now() - since, this.#took.get(key) ?? 0));
      const done = running.reduce((sum, one) => sum + one, this.#done.ms);
      const names = [...this.#running.keys()].map((key) => key.split(' ').at(-1)).join(', ');
      return `${this.#done.files} of ${specifications.length} files, ${leftOf(started, isKnown ? done : 0, all)}; now ${names || 'none'}`;
    });
  }

  onTestModuleQueued(module) {
    this.#running.set(keyOf(module), Date.now());
  }

  onTestModuleEnd(module) {
    this.#running.delete(keyOf(module));
    this.#done.files += 1;
    this.#done.ms += this.#took.get(keyOf(module)) ?? 0;
  }

  onTestRunEnd(modules, unhandled) {
    this.#end();
    if (process.env.REGISTRE_REPORT === undefined) return;
    const report = { files: modules.map(fileOf), errors: unhandled.map(firstLine) };
    writeFileSync(process.env.REGISTRE_REPORT, JSON.stringify(report));
  }
}

const USUAL_MS = 1000;
const nameOf = ({ moduleId }) => path.relative(root, moduleId).split(path.sep).join('/');
/** One file may run in both projects. */
const keyOf = (module) => `${module.project.name} ${nameOf(module)}`;

function fileOf(module) {
  const tests = [...module.children.allTests()].map((test) => {
    const { state, note } = test.result();
    const { leftOut = note, lacks } = test.meta();
    // One that never ended is no other than one that failed.
    return {
      name: test.fullName.replaceAll(' > ', ' › '),
      state: state === 'pending' ? 'failed' : state,
      leftOut,
      lacks,
    };
  });
  const faults = [module, ...module.children.allSuites()].flatMap((one) => one.errors().map(firstLine));
  const isSilent = module.state() === 'failed' && faults.length === 0 && !tests.some(({ state }) => state === 'failed');
  return {
    file: nameOf(module),
    project: module.project.name,
    tests,
    faults: isSilent ? ['it failed, and says nothing'] : faults,
  };
}

function firstLine({ message }) {
  return String(message).split('\n')[0];
}

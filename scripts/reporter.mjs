import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib.mjs';

/** Writes what a run of tests did, for scripts/verdict.mjs: of each file in each project its tests, and what happened outside any. */
export default class Report {
  onTestRunEnd(modules, unhandled) {
    const report = { files: modules.map(fileOf), errors: unhandled.map(firstLine) };
    writeFileSync(process.env.REGISTRE_REPORT, JSON.stringify(report));
  }
}

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
    file: path.relative(root, module.moduleId).split(path.sep).join('/'),
    project: module.project.name,
    tests,
    faults: isSilent ? ['it failed, and says nothing'] : faults,
  };
}

function firstLine({ message }) {
  return String(message).split('\n')[0];
}

// What runs of tests say, from what scripts/reporter.mjs wrote of them. No file is read, nothing is run: see scripts/test.mjs.

/** File and test, the file that couldn't be run, or what happened outside any. */
export function failuresOf({ files, errors }) {
  const names = fallenOf(files).map(({ name }) => name);
  return [...new Set([...names, ...errors.map((error) => `outside any test: ${error}`)])];
}

export function filesThatFailed({ files }) {
  return [...new Set(fallenOf(files).map(({ file }) => file))];
}

/** `test` is null where it is the file that fell. */
function fallenOf(files) {
  return files.flatMap(({ file, faults, tests }) => [
    ...tests.filter(({ state }) => state === 'failed').map((test) => ({ file, test, name: `${file} › ${test.name}` })),
    ...faults.map((fault) => ({ file, test: null, name: `${file}: ${fault}` })),
  ]);
}

/**
 * Two runs as one, the second of the files that failed in the first. What passed at the second run alone is named; what failed
 * at the second, or wasn't run again, fails. What happened outside any test is no file's: nothing undoes it.
 */
export function afterSecondRun(first, second) {
  const again = new Set(second.files.map(({ file }) => file));
  const files = [...first.files.filter(({ file }) => !again.has(file)), ...second.files];
  const report = { files, errors: [...first.errors, ...second.errors] };
  const [passed, others] = [true, false].map((wanted) =>
    fallenOf(first.files)
      .filter((one) => hasPassed(second, one) === wanted)
      .map(({ name }) => name),
  );
  return { report, failures: [...new Set([...failuresOf(report), ...others])], passedAtSecond: [...new Set(passed)] };
}

function hasPassed({ files }, { file, test }) {
  const again = files.filter((one) => one.file === file);
  if (test === null) return again.length > 0 && again.every(({ faults }) => faults.length === 0);
  const states = again.flatMap(({ tests }) => tests.filter(({ name }) => name === test.name).map(({ state }) => state));
  return states.includes('passed') && !states.includes('failed');
}

export function countsOf({ files }) {
  const tests = files.flatMap((one) => one.tests);
  const count = (wanted) => tests.filter(({ state }) => state === wanted).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), files: files.length };
}

/**
 * What was not run, by file and reason. `lacks`: the program that wasn't there. `isExcused`: its test says why it isn't run here,
 * and no program would help.
 */
export function leftOutOf({ files }) {
  const found = new Map();
  for (const { file, tests } of files)
    for (const { name, leftOut, lacks = null } of tests.filter(({ state }) => state === 'skipped')) {
      const reason = leftOut ?? 'it says no reason';
      const key = JSON.stringify([file, reason]);
      const names = [...(found.get(key)?.names ?? []), name];
      found.set(key, { file, names, reason, lacks, isExcused: lacks === null && leftOut !== undefined });
    }
  return [...found.values()];
}

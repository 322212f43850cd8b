import { availableParallelism } from 'node:os';
import { bin, node, run, step } from './lib.mjs';

const OURS = ['--import', './scripts/ours.mjs'];
/** Each checker reads what the others read too: four of them, as it has them unless told, take two cores twice as long as one does. */
const CHECKERS = String(Math.min(4, Math.ceil(availableParallelism() / 2)));
const CHECKS = [
  ['types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--checkers', CHECKERS]],
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['borders', ['scripts/borders.mjs']],
  ['rooms', ['scripts/rooms.mjs', '--check']],
  ['events', [...OURS, 'scripts/events.mjs', '--check']],
  ['states', [...OURS, 'scripts/states.mjs', '--check']],
  ['who may what', [...OURS, 'scripts/access.mjs', '--check']],
  ['what is said of data', [...OURS, 'scripts/legal.mjs', '--check']],
  ['statements', ['scripts/statements.mjs']],
  ['decisions', ['scripts/decided.mjs']],
  ['decisions that are named', ['scripts/cited.mjs']],
  ['what types say', ['scripts/typed.mjs']],
  ['names', ['scripts/names.mjs']],
  ['legal time', ['scripts/legal-time.mjs']],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
];

/**
 * Every check is run; the first fault doesn't hide the others. Gives the names of those that failed. The first takes as long
 * as the others together: they run beside it.
 */
export async function failedChecks() {
  const failed = [];
  const inTurn = async (checks) => {
    for (const [title, args] of checks) {
      const { code } = await step(`Check of ${title}`, () => run(node, args, { quiet: true }));
      if (code !== 0) failed.push(title);
    }
  };
  await Promise.all([inTurn(CHECKS.slice(0, 1)), inTurn(CHECKS.slice(1))]);
  return failed;
}

import { bin, node, run, step } from './lib.mjs';

const CHECKS = [
  ['types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['borders', ['scripts/borders.mjs']],
  ['statements', ['scripts/statements.mjs']],
  ['names', ['scripts/names.mjs']],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
];

/** Every check is run; the first fault doesn't hide the others. Gives the names of those that failed. */
export async function failedChecks() {
  const failed = [];
  for (const [title, args] of CHECKS) {
    const { code } = await step(`Check of ${title}`, () => run(node, args, { quiet: true }));
    if (code !== 0) failed.push(title);
  }
  return failed;
}

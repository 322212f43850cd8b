// The fast half of `npm test`: types, format and lint, borders, dead code. Everything is run; the first fault doesn't hide the others.
import { bin, ensureInstalled, node, run, step } from './lib.mjs';

await ensureInstalled();
const checks = [
  ['Types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['Format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['Borders', ['scripts/borders.mjs']],
  ['Dead code', [bin('knip/bin/knip.js'), '--no-progress']],
];
let failures = 0;
for (const [title, args] of checks) {
  const { code } = await step(title, () => run(node, args, { quiet: true }));
  if (code !== 0) failures += 1;
}
process.exit(failures === 0 ? 0 : 1);

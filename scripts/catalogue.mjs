// npm run catalogue: puts every file of rules in the one layout that the editor writes, and describes their format anew
// (docs/catalogue.md) from the schemas and their words.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import './jsx.mjs';
import { bin, ensureInstalled, node, run } from './lib.mjs';

await ensureInstalled();
const { laidOut } = await import('../src/editor/rules/yamlLayout.ts');
const { RULE_FILES } = await import('../src/editor/testing/ruleFiles.ts');
for (const file of globSync(RULE_FILES)) {
  const text = readFileSync(file, 'utf8');
  if (laidOut(text) !== text) writeFileSync(file, laidOut(text));
}
const args = [
  bin('vitest/vitest.mjs'),
  'run',
  '--project',
  'PostgreSQL 18',
  'src/editor/testing/describeFormat.test.ts',
];
const { code } = await run(node, args, { env: { REGISTRE_CATALOGUE: 'yes' } });
process.exit(code);

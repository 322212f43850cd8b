// npm run catalogue: lays every file of rules out as the editor writes them, and draws docs/catalogue.md. The page describes their format, from
// the schemas and their words.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { readArguments } from './arguments.mjs';
import { drawByTest } from './lib.mjs';

readArguments('catalogue', []);
const { laidOut } = await import('../src/editor/rules/yamlLayout.ts');
const { RULE_FILES } = await import('../src/editor/testing/ruleFiles.ts');
for (const file of globSync(RULE_FILES)) {
  const text = readFileSync(file, 'utf8');
  if (laidOut(text) !== text) writeFileSync(file, laidOut(text));
}
await drawByTest('src/editor/testing/describeFormat.test.ts', 'REGISTRE_CATALOGUE');

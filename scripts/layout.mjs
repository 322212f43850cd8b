// Puts every file of rules in the one layout that the editor writes (src/editor/rules/yamlLayout.ts).
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { laidOut } from '../src/editor/rules/yamlLayout.ts';
import { RULE_FILES } from '../src/editor/testing/ruleFiles.ts';

for (const file of globSync(RULE_FILES)) {
  const text = readFileSync(file, 'utf8');
  const result = laidOut(text);
  if (result === text) continue;
  writeFileSync(file, result);
  console.log(file);
}

// Who may import whom. dependency-cruiser exits 0 when it reads nothing, so we also count what it read.
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';

const { output } = await cruise(['src'], {
  ...rules.options,
  ruleSet: { forbidden: rules.forbidden },
  validate: true,
  outputType: 'json',
});
const report = JSON.parse(output);
const read = report.modules.filter((one) => one.source.startsWith('src/')).length;
const present = readdirSync('src', { recursive: true }).filter((file) => /\.tsx?$/.test(file)).length;
for (const { rule, from, to } of report.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (read < present) console.error(`Only ${read} of ${present} files were read: the check proves nothing.`);
process.exit(report.summary.violations.length === 0 && read >= present ? 0 : 1);

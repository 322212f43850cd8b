// npm run measures: draws docs/measures/ from its data, which `npm run load -- all` keeps (load/keep.ts).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.mjs';
import { drawChart, drawPage, nameOfChart, seriesOf } from './draw.mjs';
import { root } from './lib.mjs';

readArguments('measures', []);
const folder = path.join(root, 'docs', 'measures');
const data = path.join(folder, 'measures.jsonl');
if (!existsSync(data)) {
  console.log('Nothing is measured yet: npm run load -- all');
  process.exit();
}
const lines = readFileSync(data, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
for (const name of readdirSync(folder)) if (name.endsWith('.svg')) rmSync(path.join(folder, name));
for (const series of seriesOf(lines)) {
  const chart = drawChart(series);
  if (chart !== null) writeFileSync(path.join(folder, nameOfChart(series.command)), chart);
}
writeFileSync(path.join(folder, 'README.md'), drawPage(lines));
console.log(`docs/measures/README.md: ${seriesOf(lines).length} commands.`);

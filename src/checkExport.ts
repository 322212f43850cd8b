import { checkFile, faultInWords } from './exchange/index.ts';

/**
 * `npm run check-export -- file…`, or `node dist/checkExport.js file…` where an office runs: says all that is wrong with files of
 * results for the national systems (docs/results-export.md), each fault with its line and its rule. Ends with 1 where there is one.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const files = process.argv.slice(2);
if (files.length === 0) {
  say('Which file? npm run check-export -- resultats.csv');
  process.exit(2);
}
for (const name of files) {
  try {
    const { lines, faults, count } = await checkFile(name);
    for (const fault of faults) say(`${name}\u00a0: ${faultInWords(fault)}`);
    if (count > faults.length) say(`${name}\u00a0: et ${count - faults.length} autres défauts.`);
    if (count === 0) say(`${name}\u00a0: ${lines} lignes, aucun défaut.`);
    else process.exitCode = 1;
  } catch (error) {
    say(`${name}\u00a0: ne se lit pas (${error instanceof Error ? error.message : String(error)}).`);
    process.exitCode = 1;
  }
}

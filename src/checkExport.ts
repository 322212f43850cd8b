import { statSync } from 'node:fs';
import { checkFile, faultInWords } from './exchange/index.ts';
import { programWords } from './programWords.ts';

/**
 * `npm run check-export -- file…`, or `node dist/checkExport.js file…` where an office runs: says all that is wrong with files of
 * results for the national systems (docs/results-export.md), each fault with its line and its rule. Ends with 1 where there is one.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const isFile = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isFile() === true;
const files = programWords(
  'node dist/checkExport.js file …: says all that is wrong with files of results.',
  (words) => {
    const missing = words.find((name) => !isFile(name));
    if (missing !== undefined) return `${missing} is no file that is there.`;
    return words.length === 0 ? 'Which file?' : null;
  },
);
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

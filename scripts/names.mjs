// No line of src/ names an exam, an academy or a speciality: they are data. Tests, their helpers and frozen migrations aside.
import { globSync, readFileSync } from 'node:fs';

const NAMES = /brevet professionnel|\bBP\b|\bclermont|\b(450|500)\d{5}\b/i;
const ASIDE = /\.test\.tsx?$|(^|\/)testing|\/migrations\.ts$/;
/** The words that people choose as passwords. */
const EXCUSED = 'src/accounts/rules/commonPasswords.ts';

const found = globSync('src/**/*.{ts,tsx,css,svg}')
  .filter((file) => !ASIDE.test(file) && file !== EXCUSED)
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (NAMES.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
for (const line of found) console.log(line);
if (found.length > 0) console.log('An exam, an academy and a speciality are named in catalogue/, not in the code.');
process.exit(found.length === 0 ? 0 : 1);

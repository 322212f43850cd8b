// Legal time is counted and said in src/law alone: elsewhere no line adds months to a date, knows a holiday, writes how long a
// decision may be contested, or before whom. Tests, their helpers and frozen migrations aside.
import { globSync, readFileSync } from 'node:fs';

const ASIDE = /^src\/law\/|\.test\.tsx?$|(^|\/)testing|\/migrations\.ts$|\.d\.ts$/;
const COUNTED = [
  [/\b(add|subtract)\(\{[^}]*\bmonths\b/, 'adds months to a date'],
  [/\beaster|['"](07-14|08-15|12-25)['"]/i, 'knows a holiday'],
  [/(deux|quatre) mois\b|quinze jours/, 'writes the length of a legal delay'],
  [
    /tribunal administratif|telerecours|\bCADA\b|recours (gracieux|hiérarchique)|recommence à leur réponse/,
    'writes before whom one contests',
  ],
];
/** What isn't a legal delay, with what it is. */
const EXCUSED = {
  'src/enrolment/rules/workPeriods.ts': 'months of work',
  'src/public/calendarFile.ts': 'a month of a calendar',
};

const found = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !ASIDE.test(file) && !(file in EXCUSED))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        /^\s*(\/\/|\/?\*)/.test(line)
          ? []
          : COUNTED.filter(([what]) => what.test(line)).map(([, why]) => `${file}:${index + 1} ${why}: ${line.trim()}`),
      ),
  );
for (const line of found) console.log(line);
if (found.length > 0) console.log('Legal time is counted and said in src/law: use what its index gives.');
process.exit(found.length === 0 ? 0 : 1);

// What only a decision writes: an enrolment's end and its return, a reserve, an approved annulment, an accommodation, a replacement test,
// an answer, a result. The function that holds such a write is handed a `Decided`, which `decide()` alone gives (src/decisions); those few
// that act for the candidate are named with why.
import { globSync, readFileSync } from 'node:fs';

const WRITES = [
  /\binsert into decision\b/,
  /ended_at: (NOW|null)\b/,
  /insertInto\('reserve_decision'\)|insert into reserve_decision\b/,
  /update cancellation set state = 'approved'/,
  /insert into unit_exclusion\b/,
  /insert into (accommodation|replacement)_decision\b/,
  /update result_case set outcome/,
  /insert into jury_verdict\b/,
];

const WITHOUT = {
  'src/decisions/store.ts insertDecision': 'the decision itself',
  'src/enrolment/store/changes.ts leaveEnrolment': 'the candidate leaves',
};

const named = new Set();
const faults = [];
let held = 0;
for (const file of globSync('src/**/*.{ts,tsx}')) {
  if (/\.test\.tsx?$|\.d\.ts$|\/testing[^/]*(\/|\.ts)|\/migrations\.ts$/.test(file)) continue;
  // Each function from its name to the next.
  for (const part of readFileSync(file, 'utf8')
    .split(/^(?=(?:export )?(?:async )?function )/m)
    .slice(1)) {
    const written = WRITES.find((one) => one.test(part));
    if (written === undefined) continue;
    held += 1;
    const [, name] = /function (\w+)/.exec(part);
    const signature = part.slice(0, part.search(/\{\n/));
    if (WITHOUT[`${file} ${name}`] !== undefined) named.add(`${file} ${name}`);
    else if (!/: Decided\b/.test(signature))
      faults.push(`${file}: ${name} writes ${written} and is handed no decision`);
  }
}
for (const one of Object.keys(WITHOUT)) if (!named.has(one)) faults.push(`${one} is named here and writes nothing`);
for (const fault of faults) console.error(fault);
if (held < 5) console.error(`Only ${held} writes were found: the check proves nothing.`);
process.exit(faults.length === 0 && held >= 5 ? 0 : 1);

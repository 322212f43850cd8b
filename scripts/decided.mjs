// What only a decision writes: an enrolment's end and its return, a reserve, a validation that falls, an approved annulment, being left out
// of a unit, an accommodation, a replacement test, an answer, a result and its publication, the paper that notifies. The function that
// holds such a write is handed a `Decided`, which `decide()` alone gives (src/decisions); those few that need none are named with why.
import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** A column of an enrolment that is somebody's right, in SQL of our own; what `set` names up to the condition. */
const IN_SQL = /update enrolment set (?:(?!where)[^`])*\b(?:ended_at|reserve|validated_at)\b/;

const WRITES = [
  /\binsert into decision\b/,
  /\bended_at: (?:NOW|null)\b/,
  /\bvalidated_at: (?!validatedAt)/,
  /\bstatus: '(?:set-aside|cancelled)'/,
  /\breserve: '(?:upheld|lifted)'/,
  IN_SQL,
  /insertInto\('reserve_decision'\)|insert into reserve_decision\b/,
  /update cancellation set state = 'approved'/,
  /insert into unit_exclusion\b/,
  /insert into (?:accommodation|replacement)_decision\b/,
  /update result_case set outcome/,
  /insert into jury_verdict\b/,
  /update result_publication set approved_by/,
  /\bissueOfAnyKind\(/,
];

const WITHOUT = {
  'src/decisions/store.ts insertDecision': 'the decision itself',
  'src/enrolment/store/changes.ts leaveEnrolment': 'the candidate leaves',
  'src/enrolment/store/changes.ts writeValidated': 'it gives a right',
  'src/enrolment/store/versions.ts writeVersion': 'the candidate registers: the rules raise a reserve, or none',
  'src/papers/actions/issuePaper.ts issueOfAnyKind': 'what `notifyDecision` is handed a decision for',
  'src/papers/actions/issuePaper.ts issuePaper': 'of the kinds that notify nothing, by its type',
};

/** What makes one without taking it: the rows of its own table, and of what was told. */
const MADE = {
  Decided: ['src/decisions/store.ts'],
  Untold: ['src/mails/store.ts'],
};

/** Names of tests, builders and migrations apart, every source of the program. */
export function isRead(file) {
  return /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|\/testing[^/]*(?:\/|\.ts)|\/migrations\.ts$/.test(file);
}

/** The faults of these sources, by their paths; `held`: the writes that were found. */
export function faultsIn(sources) {
  const named = new Set();
  const faults = [];
  let held = 0;
  for (const [file, source] of Object.entries(sources)) {
    for (const [mark, files] of Object.entries(MADE))
      if (new RegExp(`\\bas (?:unknown as )?${mark}\\b`).test(source) && !files.includes(file))
        faults.push(`${file}: says that something is ${mark}, which ${files.join(', ')} alone does`);
    // Each function from its name to the next.
    for (const part of `\n${source}`
      .split(/^(?=(?:export )?(?:async )?function |(?:export )?const \w+ = (?:async )?\()/m)
      .slice(1)) {
      const written = WRITES.find((one) => one.test(part));
      if (written === undefined) continue;
      held += 1;
      const [, name] = /(?:function|const) (\w+)/.exec(part);
      const signature = part.slice(0, part.search(/\{\n|=> /));
      if (WITHOUT[`${file} ${name}`] !== undefined) named.add(`${file} ${name}`);
      else if (!/\bDecided\b/.test(signature))
        faults.push(`${file}: ${name} writes ${written} and is handed no decision`);
    }
  }
  return { faults, held, named };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = globSync('src/**/*.{ts,tsx}').filter(isRead);
  const { faults, held, named } = faultsIn(Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')])));
  for (const one of Object.keys(WITHOUT)) if (!named.has(one)) faults.push(`${one} is named here and writes nothing`);
  if (held < 12) faults.push(`Only ${held} writes were found: the check proves nothing.`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

import { strict as assert } from 'node:assert';
import { createCatalogue, loadPack, type Regulation } from '../src/catalogue/index.ts';
import { isOptional, slotsOf } from '../src/enrolment/index.ts';
import { decimal, type JudgedUnit, judgeAverage, type UnitResult } from '../src/results/index.ts';
import { simulateAverage, simulateEligibility } from '../src/simulation/index.ts';
import { keep } from './keep.ts';

/**
 * Averages computed and explained a second, beside plain arithmetic on the same marks in the same run: the ratio is what to
 * read. Then how long one person's eligibility and list of pieces take, beside the millisecond that we wish.
 */
const AVERAGES = 100_000;
const EVALUATIONS = 20_000;
const WISHED_MICROSECONDS = 1000;
const SEED = 2024;
const TEN = 20;
const PASS = { average: TEN, professional: null };

const loaded = await loadPack('catalogue');
if (!loaded.ok) throw new Error('The shipped rule pack is faulty');
const catalogue = createCatalogue(loaded.value);
const random = randomFrom(SEED);

const regulations = loaded.value.regulations.filter(
  (one) =>
    one.unitsComplete && slotsOf(one).every(({ units }) => units.every(({ coefficient }) => coefficient !== null)),
);
const people = Array.from({ length: AVERAGES }, (_, index) =>
  marksFor(regulations[index % regulations.length] as Regulation),
);
console.log(
  `${AVERAGES.toLocaleString('en')} averages over ${regulations.length} regulations of the rule pack, seed ${SEED}.\n`,
);

// Once each to warm up, and to see that both say the same of who can be averaged.
let passed = 0;
for (const units of people) {
  const { outcome, average } = judgeAverage(units, PASS);
  if (outcome === 'PASSED') passed += 1;
  if (average !== null) assert.ok(Math.abs(average.numerator / average.denominator - plain(units)) < 1e-9);
}
console.log(`passed: ${passed}; every average is the one of plain arithmetic.`);

const arithmetic = rate(AVERAGES, (index) => plain(people[index] as readonly JudgedUnit[]));
const judged = rate(AVERAGES, (index) => {
  const { average, lines } = judgeAverage(people[index] as readonly JudgedUnit[], PASS);
  return lines.length + (average === null ? 0 : decimal(average).length);
});
print('plain arithmetic', arithmetic, '');
print('judged, line by line', judged, `(${(judged / arithmetic).toFixed(3)} of plain arithmetic)`);

const COIFFURE = { session: 'bp-2024-clermont', speciality: '45033608' };
const units = ['U10', 'U20', 'U30A', 'U41', 'U42', 'U51', 'U52', 'U60'];
const questions = Array.from({ length: 1000 }, () => ({
  ...COIFFURE,
  form: 'GLOBAL',
  units: units.map((code) => ({ code, outcome: 'mark', mark: String(Math.floor(random() * 41) / 2) })),
}));
const asked = rate(EVALUATIONS, (index) => {
  const answer = simulateAverage(catalogue, questions[index % questions.length]);
  return answer.ok ? answer.value.lines.length : assert.fail('refused');
});
print('asked, read and worded', asked, `(${(asked / arithmetic).toFixed(3)} of plain arithmetic)`);

const person = {
  ...COIFFURE,
  category: 'previous-candidate',
  form: 'PROGRESSIVE',
  formerForm: 'PROGRESSIVE',
  satAllTests: true,
  twoYearsInCentre: true,
  department: '15',
  birthDate: '2001-04-12',
  frenchNational: true,
  diploma: 'level-3-listed',
  workPeriods: [
    { from: '2018-09-01', to: '2020-06-30' },
    { from: '2020-03-01', to: '2021-12-31' },
    { from: '2022-02-01', to: null },
  ],
  credits: [{ unit: 'U10', kind: 'kept', mark: '12.5', obtainedOn: '2022-07-05' }],
};
const now = Temporal.Instant.from('2023-11-15T10:00:00+01:00');
const evaluated = rate(EVALUATIONS, () => {
  const answer = simulateEligibility(catalogue, person, now);
  return answer.ok ? answer.value.reasons.length + answer.value.pieces.length : assert.fail(JSON.stringify(answer));
});
console.log(
  `\neligibility and pieces of one candidate: ${(1e6 / evaluated).toFixed(0)} µs an evaluation (wished: ${WISHED_MICROSECONDS} µs at most)`,
);

/** The same numbers without a word of why: points over coefficients. */
function plain(judgedUnits: readonly JudgedUnit[]): number {
  let points = 0;
  let divisor = 0;
  for (const { coefficient, optional, outcome } of judgedUnits) {
    const mark = 'halfPoints' in outcome ? outcome.halfPoints : outcome.code === 'excused' ? 0 : null;
    if (mark === null) continue;
    if (optional) points += Math.max(0, mark - TEN);
    else {
      points += mark * (coefficient ?? 0);
      divisor += coefficient ?? 0;
    }
  }
  return divisor === 0 ? 0 : points / (2 * divisor);
}

/** Mostly marks; some kept, carried or exempted, few absent. One option of each choice, one optional unit. */
function marksFor(regulation: Regulation): readonly JudgedUnit[] {
  const compulsory = slotsOf(regulation).map((slot): JudgedUnit => {
    const unit = slot.units[Math.floor(random() * slot.units.length)] ?? slot.units[0];
    return { id: unit.id, coefficient: unit.coefficient, optional: false, outcome: outcomeFor() };
  });
  const optional = regulation.units.find(isOptional);
  if (optional === undefined) return compulsory;
  const outcome: UnitResult = { code: 'mark', halfPoints: Math.floor(random() * 41) };
  return [...compulsory, { id: optional.id, coefficient: null, optional: true, outcome }];
}

function outcomeFor(): UnitResult {
  const draw = random();
  if (draw < 0.01) return { code: 'absent' };
  if (draw < 0.02) return { code: 'excused' };
  if (draw < 0.1) return { code: 'exempt' };
  if (draw < 0.2) return { code: 'kept', halfPoints: TEN + Math.floor(random() * 21) };
  if (draw < 0.3) return { code: 'carried', halfPoints: Math.floor(random() * TEN) };
  return { code: 'mark', halfPoints: Math.floor(random() * 41) };
}

/** Times a second, the best of five runs. The answers are added up so that no engine can leave the work out. */
function rate(times: number, work: (index: number) => number): number {
  let best = 0;
  let sum = 0;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    for (let index = 0; index < times; index++) sum += work(index);
    best = Math.max(best, (1000 * times) / (performance.now() - began));
  }
  assert.ok(sum > 0);
  return best;
}

function print(title: string, speed: number, beside: string): void {
  keep(title, speed, '/s');
  console.log(title.padEnd(24), `${Math.round(speed).toLocaleString('en').padStart(12)}/s`, beside);
}

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import type { Regulation } from '../catalogue/index.ts';
import {
  type Credit,
  type CreditRules,
  doubtsOn,
  type EligibilityFacts,
  groundsFor,
  isOptional,
  judgeCredit,
  lastDayOf,
  possibleExamDays,
  type Slot,
  slotsOf,
} from '../enrolment/index.ts';
import type { InputFault } from './inputFault.ts';
import type { Given, GivenCredit, Place, Question } from './question.ts';
import { halfPointsIn, repeatedUnits, unitNamed } from './read.ts';
import { texts } from './texts.ts';

const say = texts.eligibility;

export function creditFaults(
  place: Place,
  { credits, form, disabledWorker }: Given,
  today: Temporal.PlainDate,
): readonly InputFault[] {
  if (credits === undefined || credits === null || credits.length === 0) return [];
  const { regulation } = place;
  if (regulation === undefined || !regulation.unitsComplete) return [{ path: 'credits', message: say.unitsUnknown }];
  const given = credits.map(({ unit }) => ({ code: unit, entered: true }));
  const rules = creditRules(place, regulation, form ?? null, disabledWorker === true, today);
  return [
    ...repeatedUnits(regulation, given, (index) => `credits[${index}].unit`),
    ...credits.flatMap((credit, index) => oneCreditFaults(regulation, credit, rules, `credits[${index}]`)),
  ];
}

function creditRules(
  { session, exam }: Place,
  regulation: Regulation,
  form: 'GLOBAL' | 'PROGRESSIVE' | null,
  handicap: boolean,
  today: Temporal.PlainDate,
): CreditRules {
  return {
    // Without a form, nothing is refused that one of the two allows.
    form: form ?? 'PROGRESSIVE',
    handicap,
    today,
    examStartsOn: session.examStartsOn.on,
    ...possibleExamDays(session),
    keptMarkYears: exam.credits.keptYears,
    exemptionBasis: session.switches.exemptionBasis,
    grounds: exam.exemptionGrounds,
    regulation,
  };
}

function oneCreditFaults(
  regulation: Regulation,
  given: GivenCredit,
  rules: CreditRules,
  path: string,
): readonly InputFault[] {
  const unit = unitNamed(regulation, given.unit);
  if (unit === null) return [];
  const code = given.unit;
  const fault = (name: string, message: string): readonly InputFault[] => [{ path: `${path}.${name}`, message }];
  if (given.kind === 'exempt') {
    if (isOptional(unit)) return fault('kind', say.exemptOptional(code));
    if (given.ground === undefined || given.ground === null) return [];
    const all = rules.grounds.map((ground) => ground.code);
    if (!all.some((one) => one === given.ground)) return fault('ground', say.groundUnknown(all));
    const slot = slotsOf(regulation).find((one) => one.units.some(({ id }) => id === unit.id));
    const granted = slot === undefined ? [] : groundsFor(slot, rules).map((ground) => ground.code);
    return granted.some((one) => one === given.ground) ? [] : fault('ground', say.groundNotForUnit(code, granted));
  }
  const halfPoints = given.mark === undefined || given.mark === null ? null : halfPointsIn(given.mark);
  const faults: InputFault[] = [];
  if (halfPoints === null && given.mark !== undefined && given.mark !== null)
    faults.push(...fault('mark', texts.markImpossible(code)));
  const judged = judgeCredit({ id: unit.id, units: [unit] }, creditOf(given, halfPoints, rules.today), rules);
  switch (judged) {
    case 'mark-below-ten':
      return [...faults, ...fault('mark', say.keptBelowTen(code))];
    case 'mark-of-ten-or-more':
      return [...faults, ...fault('mark', say.carriedOfTen(code))];
    case 'carry-needs-progressive':
      return [...faults, ...fault('kind', say.carryNeedsProgressive(code))];
    case 'mark-in-the-future':
      return [...faults, ...fault('obtainedOn', say.obtainedInFuture(code))];
    case 'mark-too-old':
      return [
        ...faults,
        ...fault(
          'obtainedOn',
          say.tooOld(code, lastDayOf(given.obtainedOn ?? rules.today, rules.keptMarkYears), given.kind === 'kept'),
        ),
      ];
    default:
      return faults;
  }
}

/** The credits that the office must judge. A ground that isn't said is no doubt yet: the piece asked will tell. */
export function doubtsIn(
  question: Question,
  place: Place,
  today: Temporal.PlainDate,
): EligibilityFacts['creditDoubts'] {
  const { regulation, exam } = place;
  const { credits, form, disabledWorker } = question;
  if (regulation === undefined || credits === undefined || credits === null) return [];
  const given = credits.flatMap((credit): readonly (readonly [Slot, Credit])[] => {
    const unit = unitNamed(regulation, credit.unit);
    if (unit === null) return [];
    const slot: Slot = { id: unit.id, units: [unit] };
    if (credit.kind !== 'exempt') return [[slot, creditOf(credit, halfPointsIn(credit.mark ?? ''), today)]];
    const ground = exam.exemptionGrounds.find(({ code }) => code === credit.ground);
    return ground === undefined ? [] : [[slot, { choice: 'exempt', ground: ground.code }]];
  });
  return doubtsOn(
    given.map(([slot]) => slot),
    new Map(given.map(([slot, credit]) => [slot.id, credit])),
    creditRules(place, regulation, form ?? null, disabledWorker === true, today),
  );
}

/** What isn't said is taken as it would be accepted: the transcript will tell. */
function creditOf({ kind, obtainedOn }: GivenCredit, halfPoints: number | null, today: Temporal.PlainDate): Credit {
  const choice = kind === 'carried' ? 'carry' : 'keep';
  return {
    choice,
    halfPoints: halfPoints ?? (choice === 'carry' ? 0 : 20),
    obtainedOn: obtainedOn ?? today,
    option: null,
  };
}

import { type Exam, type Regulation, unitsAreKnown } from '../catalogue/index.ts';
import {
  type Credit,
  type CreditRules,
  creditRulesOf,
  type DeclaredCredit,
  groundsFor,
  isOptional,
  judgeCredit,
  lastDayOf,
  type Slot,
  slotsOf,
} from '../enrolment/index.ts';
import type { InputFault } from './inputFault.ts';
import type { Given, GivenCredit, Question, QuestionPlace } from './question.ts';
import { halfPointsOf, repeatedUnits, unitNamed } from './read.ts';
import { texts } from './texts.ts';

const say = texts.eligibility;

export function creditFaults(place: QuestionPlace, { credits, form, disabledWorker }: Given): readonly InputFault[] {
  if (credits === undefined || credits === null || credits.length === 0) return [];
  const { regulation } = place;
  if (!unitsAreKnown(regulation)) return [{ path: 'credits', message: say.unitsUnknown }];
  const given = credits.map(({ unit }) => ({ code: unit, entered: true }));
  const rules = creditRulesOf(place, regulation, { form: form ?? null, handicap: disabledWorker === true });
  return [
    ...repeatedUnits(regulation, given, (index) => `credits[${index}].unit`),
    ...credits.flatMap((credit, index) =>
      oneCreditFaults({ regulation, exam: place.exam }, credit, rules, `credits[${index}]`),
    ),
  ];
}

function oneCreditFaults(
  { regulation, exam: { credits } }: { readonly regulation: Regulation; readonly exam: Exam },
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
  const halfPoints = given.mark === undefined || given.mark === null ? null : halfPointsOf(given.mark);
  const faults: InputFault[] = [];
  if (halfPoints === null && given.mark !== undefined && given.mark !== null)
    faults.push(...fault('mark', texts.markImpossible(code)));
  const judged = judgeCredit({ id: unit.id, units: [unit] }, creditOf(given, halfPoints, rules.today), rules);
  switch (judged) {
    case 'mark-below-ten':
      return [...faults, ...fault('mark', texts.credits.keptTooLow(code, credits))];
    case 'mark-of-ten-or-more':
      return [...faults, ...fault('mark', texts.credits.carriedTooHigh(code, credits))];
    case 'carry-needs-progressive':
      return [...faults, ...fault('kind', texts.credits.notCarried(code, credits))];
    case 'mark-in-the-future':
      return [...faults, ...fault('obtainedOn', say.obtainedInFuture(code))];
    case 'mark-too-old': {
      const lastDay = lastDayOf(given.obtainedOn ?? rules.today, credits.keptYears);
      return [...faults, ...fault('obtainedOn', say.tooOld(code, lastDay, given.kind === 'kept', credits.keptYears))];
    }
    default:
      return faults;
  }
}

/** The credits of a question without faults, as an enrolment would declare them. */
export function creditsIn(
  { credits }: Pick<Question, 'credits'>,
  { regulation, exam, today }: QuestionPlace,
): readonly DeclaredCredit[] {
  if (regulation === undefined) return [];
  return (credits ?? []).flatMap((credit): readonly DeclaredCredit[] => {
    const unit = unitNamed(regulation, credit.unit);
    if (unit === null) return [];
    const slot: Slot = { id: unit.id, units: [unit] };
    if (credit.kind !== 'exempt') {
      const halfPoints = halfPointsOf(credit.mark ?? '');
      const unsaid = halfPoints === null || credit.obtainedOn === undefined || credit.obtainedOn === null;
      return [{ slot, credit: creditOf(credit, halfPoints, today), unsaid }];
    }
    const ground = exam.exemptionGrounds.find(({ code }) => code === credit.ground)?.code ?? null;
    return [{ slot, credit: { choice: 'exempt', ground } }];
  });
}

type MarkCredit = Extract<Credit, { readonly choice: 'keep' | 'carry' }>;

/** What isn't said is taken as it would be accepted: the transcript will tell. */
function creditOf({ kind, obtainedOn }: GivenCredit, halfPoints: number | null, today: Temporal.PlainDate): MarkCredit {
  const choice = kind === 'carried' ? 'carry' : 'keep';
  return {
    choice,
    halfPoints: halfPoints ?? (choice === 'carry' ? 0 : 20),
    obtainedOn: obtainedOn ?? today,
    option: null,
  };
}

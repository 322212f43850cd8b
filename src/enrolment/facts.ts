import { type Facts, refuseSpeciality, unitsAreKnown } from '../catalogue/index.ts';
import type { Declaration } from './declaration.ts';
import { ageOn, isMinor, type RulesOfTheDay } from './dossier.ts';
import { practiceDueAt } from './rules/admission/practice.ts';
import { knownRegulation, regulationOf } from './rules/completedUnits.ts';
import { doubtsOn } from './rules/creditDoubts.ts';
import { creditRulesOf } from './rules/creditRules.ts';
import { judgeEligibility } from './rules/eligibility.ts';
import { possibleExamDays } from './rules/examDays.ts';
import type { EligibilityFacts, EligibilityRules, EligibilityVerdict } from './rules/verdict.ts';

/**
 * From what somebody declared to what the rules ask, for everybody who asks: the enrolment, the simulators, the open interface,
 * the typical cases and the office.
 */

/** The conditions of the notice for what was declared, one reason a line. What isn't answered yet is never « not met ». */
export function judge(declared: Declaration, rules: RulesOfTheDay): EligibilityVerdict {
  return judgeEligibility(eligibilityFacts(declared, rules), eligibilityRules(declared, rules));
}

/** What the conditions are judged on. */
export function eligibilityFacts(declared: Declaration, rules: RulesOfTheDay): EligibilityFacts {
  const { department, speciality, handicap, disabledWorker, credits, creditsInWords, ...asDeclared } = declared;
  const { academy, today } = rules;
  const regulation = speciality === null ? null : regulationOf(rules, speciality);
  return {
    ...asDeclared,
    livesInAcademy: department === null ? null : academy.departments.some(({ code }) => code === department),
    ageToday: ageOn(declared, today),
    creditDoubts:
      regulation === null ? [] : doubtsOn(credits, creditRulesOf(rules, regulation, { form: declared.form, handicap })),
  };
}

/** What the session, the exam and the speciality ask, on that day. */
function eligibilityRules(declared: Declaration, rules: RulesOfTheDay): EligibilityRules {
  const { session, exam, today } = rules;
  const { speciality, category, formerForm, creditsInWords } = declared;
  const former = category === 'previous-candidate' || formerForm !== null;
  const regulation = speciality === null ? null : knownRegulation(rules, speciality);
  return {
    today,
    examStartsOn: session.examStartsOn.on,
    ...possibleExamDays(session),
    conditionsDueAt: session.switches.conditionsDueAt,
    admission: exam.admission,
    regulation,
    notChoosable: speciality === null ? 'unknown' : refuseSpeciality(speciality, session.year, former),
    unitsKnown: unitsAreKnown(regulation ?? undefined) && creditsInWords === null,
  };
}

/**
 * What the rules of pieces may ask (`catalogue/facts.ts`). `firstDay`: that of the first registration, when the national service
 * was due (code du service national, L113-4: to be allowed to enrol).
 */
export function factsOf(
  declared: Declaration,
  rules: RulesOfTheDay,
  firstDay: Temporal.PlainDate = rules.today,
): Facts {
  const { category, form, diploma, lastUnitPresented, positioning, speciality, credits, creditsInWords } = declared;
  const { conditionsDueAt, nationalityAskedOf = 'under-25' } = rules.session.switches;
  const has = (choice: 'keep' | 'carry'): boolean => credits.some(({ credit }) => credit.choice === choice);
  return {
    category,
    form,
    // Who doesn't know is asked, as a French citizen.
    frenchNational: declared.frenchNational ?? true,
    ageAtEnrolment: ageOn(declared, firstDay),
    minor: isMinor({ person: declared, today: rules.today }),
    diploma: diploma ?? 'unknown',
    keepsMark: has('keep') || (creditsInWords?.kept ?? null) !== null,
    carriesMark: has('carry'),
    exemptionGrounds: exemptionGrounds(declared),
    lastUnitPresented,
    scaffoldingAnnexes: speciality?.scaffolding?.annexes ?? [],
    positioning,
    pharmacy: speciality !== null && regulationOf(rules, speciality).eligibility === 'pharmacy',
    // Rules that an office published before the question of its own ask for this one.
    handicap: declared.handicap || declared.disabledWorker,
    disabledWorker: declared.disabledWorker,
    practiceDueAt: practiceDueAt(judge(declared, rules).reasons),
    conditionsDueAt,
    nationalityAskedOf,
  };
}

function exemptionGrounds({ credits, creditsInWords }: Declaration): readonly string[] {
  const grounds = new Set<string>();
  for (const { credit } of credits) if (credit.choice === 'exempt') grounds.add(credit.ground ?? 'unknown');
  if ((creditsInWords?.exempted ?? null) !== null) grounds.add('unknown');
  return [...grounds];
}

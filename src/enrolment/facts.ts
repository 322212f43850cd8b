import type { Facts } from '../catalogue/index.ts';
import { ageOn, type Dossier, isMinor } from './dossier.ts';
import { type CompleteReview, presentsLastUnit, verdictOn } from './review.ts';
import { practiceDueAt } from './rules/practice.ts';

/**
 * What the rules of pieces may ask (`catalogue/exams/bp/pieces.yaml`). `firstDay`: the day of the first registration, when the national service was due (code du service national, L113-4: to be
 * allowed to enrol).
 */
export function factsOf(dossier: Dossier, review: CompleteReview, firstDay: Temporal.PlainDate): Facts {
  const { informations, identification, qualification, acquis } = review;
  const credits = [...acquis.credits.values()];
  const { inWords } = acquis;
  return {
    category: informations.category,
    form: qualification.form,
    frenchNational: identification.frenchNational,
    ageAtEnrolment: ageOn(dossier.person, firstDay),
    minor: isMinor(dossier),
    diploma: informations.diploma,
    keepsMark: credits.some((credit) => credit.choice === 'keep') || (inWords?.kept ?? null) !== null,
    carriesMark: credits.some((credit) => credit.choice === 'carry'),
    exemptionGrounds: [
      ...new Set(credits.flatMap((credit) => (credit.choice === 'exempt' ? [credit.ground] : []))),
      ...((inWords?.exempted ?? null) === null ? [] : ['unknown']),
    ],
    lastUnitPresented: presentsLastUnit(review),
    scaffoldingAnnexes: qualification.speciality.scaffolding?.annexes ?? [],
    positioning: informations.positioning ?? false,
    pharmacy: qualification.regulation.eligibility === 'pharmacy',
    // Rules that an office published before the question of its own ask for this one.
    handicap: informations.handicap || qualification.disabledWorker,
    disabledWorker: qualification.disabledWorker,
    practiceDueAt: practiceDueAt(verdictOn(dossier, review).reasons),
    conditionsDueAt: dossier.session.switches.conditionsDueAt,
    nationalityAskedOf: dossier.session.switches.nationalityAskedOf ?? 'under-25',
  };
}

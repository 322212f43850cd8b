import type { Speciality } from '../catalogue/index.ts';
import type { Dossier, Person } from './dossier.ts';
import type { AnswersReview, CompleteReview } from './review.ts';
import { type DeclaredCredit, declaredCredits, slotsToSit } from './rules/credits.ts';
import { slotsOf } from './rules/slots.ts';
import type { EligibilityFacts } from './rules/verdict.ts';
import type { AcquisInWords } from './steps/acquis/inWords.ts';

/**
 * What somebody declared, in an enrolment or to a simulator: all that the rules look at (`facts.ts`). `null` stands for « je ne
 * sais pas » or not asked, yet.
 */
export type Declaration = Person &
  Omit<EligibilityFacts, 'livesInAcademy' | 'ageToday' | 'creditDoubts'> & {
    /** Where they live, by the department's code. */
    readonly department: string | null;
    readonly speciality: Speciality | null;
    /** Health: an arrangement is asked for. */
    readonly handicap: boolean;
    /** Health: declared to be excused from R.408. */
    readonly disabledWorker: boolean;
    readonly credits: readonly DeclaredCredit[];
    /** Credits told in words, where the units aren't known. */
    readonly creditsInWords: AcquisInWords | null;
  };

/** What the answers of an enrolment say so far. */
export function declarationOf(dossier: Dossier, review: AnswersReview | CompleteReview): Declaration {
  const { identification, informations, qualification, acquis } = review;
  return {
    birthDate: dossier.person.birthDate,
    department: identification?.department ?? null,
    frenchNational: identification?.frenchNational ?? null,
    category: informations?.category ?? null,
    formerForm: informations?.formerForm ?? null,
    satAllTests: informations?.satAllTests ?? null,
    twoYearsInCentre: informations?.twoYearsInCentre ?? null,
    trainingHours: informations?.trainingHours ?? null,
    positioning: informations?.positioning ?? false,
    diploma: informations?.diploma ?? null,
    // Unticked says nothing: the office judges.
    specialContract: informations?.specialContract === true ? true : null,
    workPeriods: (informations?.jobs ?? []).map(({ from, to }) => ({ from, to })),
    handicap: informations?.handicap ?? false,
    speciality: qualification?.speciality ?? null,
    form: qualification?.form ?? null,
    disabledWorker: qualification?.disabledWorker ?? false,
    credits:
      qualification === null || acquis === null
        ? []
        : declaredCredits(slotsOf(qualification.regulation), acquis.credits),
    creditsInWords: acquis?.inWords ?? null,
    lastUnitPresented: presentsLastUnit(review),
  };
}

/** Will no unit be left after this session? null where it isn't known, nor the units. */
function presentsLastUnit({ qualification, acquis, epreuves }: AnswersReview | CompleteReview): boolean | null {
  if (qualification?.form === 'GLOBAL') return true;
  if (qualification === null || acquis === null || epreuves === null || acquis.inWords !== null) return null;
  return slotsToSit(slotsOf(qualification.regulation), acquis.credits).every((slot) =>
    epreuves.presented.includes(slot.id),
  );
}

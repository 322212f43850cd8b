import type { Catalogue } from '../catalogue/index.ts';
import type { Dossier } from './dossier.ts';
import type { Answers } from './enrolment.ts';

/** The dossier of an adult, on an ordinary day of the session of the notice: rules of steps need no database. */
export function testDossier(catalogue: Catalogue, answers: Answers, changes: Partial<Dossier> = {}): Dossier {
  const session = catalogue.session('bp-2024-clermont');
  const academy = catalogue.academy('clermont');
  const exam = catalogue.exam('bp');
  if (session === undefined || academy === undefined || exam === undefined) throw new Error('Not in the pack');
  const person = { birthDate: Temporal.PlainDate.from('1998-05-30') };
  const today = Temporal.PlainDate.from('2023-11-15');
  return { catalogue, session, academy, exam, person, today, answers, registeredForm: null, ...changes };
}

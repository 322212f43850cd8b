import type { Catalogue } from '../catalogue/index.ts';
import type { Body } from '../ui/index.ts';
import type { Dossier } from './dossier.ts';
import type { AnsweredStep, Answers } from './enrolment.ts';
import { reviewAnswers } from './review.ts';
import type { OpenedStep, Step } from './steps/step.ts';

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

/** A step whose turn it is, after the other answers of the dossier. */
export function openedStep<Value>(step: Step<AnsweredStep, Value>, dossier: Dossier): OpenedStep<Value> {
  const opened = step.open(dossier, reviewAnswers(dossier));
  if (opened === null) throw new Error(`${step.name} isn't open`);
  return opened;
}

/** What a step says of a form, each fault as « field: sentence », with plain spaces; nothing where it is read. */
export function faultsOf(step: Pick<OpenedStep, 'read'>, body: Body): readonly string[] {
  const read = step.read(body);
  return read.ok ? [] : read.error.faults.map(({ field, message }) => `${field}: ${message}`.replaceAll('\u00a0', ' '));
}

/** The value of a step, of a form without faults. */
export function valueRead<Value>(step: Pick<OpenedStep<Value>, 'read'>, body: Body): Value {
  const read = step.read(body);
  if (!read.ok) throw new Error(JSON.stringify(read.error.faults));
  return read.value.value;
}

import type { Body, Rule } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { type Answered, everyField, linesOfQuestions, readQuestions } from '../questions.ts';
import { type KnownAnswers, type Read, valueIn } from '../reading.ts';
import { defineStep, type Step } from '../step.ts';
import { IdentificationPage, Outside } from './page.tsx';
import {
  departmentIn,
  type IdentificationQuestions,
  identificationQuestions,
  outsideTheAcademy,
  postcodeField,
} from './questions.ts';
import { texts as say } from './texts.ts';

export type Identification = Answered<IdentificationQuestions> & {
  /** The department that the postcode decides: « 63 ». */
  readonly department: string;
};

/** Step 1. Outside the academy, the step says at once whom to turn to (notice, « Être domicilié dans les départements… »). */
export const identification: Step<'identification', Identification> = defineStep({
  name: 'identification',
  title: say.title,
  question: () => say.question,
  needs: [],
  fields: (dossier) => everyField(identificationQuestions(dossier)),
  read,
  lines: (dossier, _needed, answered) => linesOfQuestions(identificationQuestions(dossier), answered),
  page: IdentificationPage,
  help: Outside,
});

function read(dossier: Dossier, _needed: unknown, body: Body): Read<Identification> {
  const inAcademy: Rule<KnownAnswers> = {
    needs: ['postcode'],
    look: (known) => outsideTheAcademy(dossier, valueIn(known, postcodeField)),
  };
  return readQuestions(identificationQuestions(dossier), body, [inAcademy], (answered) => ({
    ...answered,
    department: departmentIn(dossier, answered.postcode) ?? '',
  }));
}

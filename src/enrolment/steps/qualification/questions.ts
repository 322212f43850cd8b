import type { z } from 'zod';
import { type Exam, refuseSpeciality } from '../../../catalogue/index.ts';
import { createMemory } from '../../../platform/memory.ts';
import { ok, refuse } from '../../../platform/result.ts';
import {
  defineField,
  type Field,
  type Option,
  oneOf,
  textCheck,
  ticked,
  yesNo,
  yesNoOptions,
} from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import type { ExamForm } from '../../enrolment.ts';
import { mayLeaveForm } from '../../rules/admission/formerCandidate.ts';
import { texts } from '../../texts.ts';
import type { Informations } from '../informations/informations.ts';
import { block, blockWhen, together } from '../questions.ts';
import { textIn } from '../reading.ts';
import { texts as say } from './texts.ts';

/** Why the form of passage can't be chosen: it is final since the first *Enregistrer*, or that of the session before. */
export type LockedForm = { readonly form: ExamForm; readonly why: 'registered' | 'former-session' };

/** « Le candidat ayant échoué lors d'une session précédente conserve obligatoirement la même forme de passage » (notice). */
export function lockedForm(
  { exam, registeredForm }: Pick<Dossier, 'registeredForm' | 'exam'>,
  informations: Pick<Informations, 'category' | 'formerForm'>,
): LockedForm | null {
  if (registeredForm !== null) return { form: registeredForm, why: 'registered' };
  if (informations.formerForm === null || mayLeaveForm(exam.admission, informations)) return null;
  return { form: informations.formerForm, why: 'former-session' };
}

/** Who sat before may take the extra sessions of a speciality that closed. */
export const isFormer = ({ formerYear }: Pick<Informations, 'formerYear'>): boolean => formerYear !== null;

/** Every speciality that this candidate may choose. */
export function specialityOptions(dossier: Dossier, informations: Pick<Informations, 'formerYear'>): readonly Option[] {
  const former = isFormer(informations);
  return dossier.catalogue
    .specialitiesOf(dossier.session)
    .filter(({ speciality }) => refuseSpeciality(speciality, dossier.session.year, former) === null)
    .map(({ speciality }) => ({ value: speciality.cfd, label: speciality.name }));
}

const specialityFields = createMemory<Field<'speciality', string>>();
function specialityField(dossier: Dossier, informations: Informations): Field<'speciality', string> {
  const key = String(isFormer(informations));
  return specialityFields(dossier.session, key, () =>
    makeSpecialityField(specialityOptions(dossier, informations), dossier),
  );
}

function makeSpecialityField(options: readonly Option[], dossier: Dossier): Field<'speciality', string> {
  return defineField({
    name: 'speciality',
    label: say.speciality,
    hint: say.specialityHint,
    control: 'select',
    options,
    missing: say.specialityMissing,
    // Known but not to be chosen, now or by this candidate: `canBeChosen` says why.
    check: textCheck<string>(
      (text) =>
        dossier.catalogue.specialityOf(dossier.session, text) === undefined ? refuse(say.specialityUnknown) : ok(text),
      (cfd) => cfd,
    ),
  });
}

const formFields = createMemory<Field<'form', ExamForm>>();
function formField(exam: Exam, locked: LockedForm | null): Field<'form', ExamForm> {
  return formFields(exam, `${locked?.form} ${locked?.why}`, () => makeFormField(exam, locked));
}

function makeFormField(exam: Exam, locked: LockedForm | null): Field<'form', ExamForm> {
  const options = exam.forms
    .filter((form) => locked === null || locked.form === form)
    .map((form) => ({ value: form, label: texts.forms[form], hint: say.formHints[form] }));
  // Where there is one form, nothing is chosen for good.
  const hint = locked === null ? say.formHint : say.locked[locked.why];
  return defineField({
    name: 'form',
    label: say.form,
    ...(exam.forms.length > 1 ? { hint } : {}),
    control: 'radio',
    options,
    missing: say.formMissing,
    check: locked === null ? oneOf<ExamForm>(options) : onlyForm(locked),
  });
}

/** Chosen before it was locked: the other form is refused with the reason. */
function onlyForm({ form, why }: LockedForm): z.ZodType<ExamForm, string> {
  return textCheck<ExamForm>(
    (text) => (text === form ? ok(form) : refuse(say.lockedOther[why](texts.forms[form]))),
    (value) => value,
  );
}

/** Asked until the first *Enregistrer*: « ATTENTION, votre choix est définitif ». */
export const formFinal = defineField({
  name: 'formFinal',
  label: say.formFinal,
  line: null,
  control: 'checkbox',
  missing: say.formFinalMissing,
  check: ticked(),
});

/**
 * Who is recognised as a disabled worker may be excused from R.408 (order of 20 July 2015, article 1; code du travail,
 * L5213-2): asked beside the annexes, whatever was said of arrangements. Nobody has to tell their health.
 */
export const disabledWorker = defineField({
  name: 'disabledWorker',
  label: say.disabledWorker,
  hint: say.disabledWorkerHint,
  control: 'radio',
  options: yesNoOptions,
  optional: true,
  check: yesNo(),
});

/** A hidden field of the page that asked the question. */
export const WAIVER_SEEN = 'r408';

/** Does the speciality ask for R.408, so that its waiver is offered? */
export function offersWaiver(dossier: Dossier, cfd: string): boolean {
  return (dossier.catalogue.speciality(cfd)?.scaffolding?.annexes.length ?? 0) > 0;
}

export type QualificationQuestions = ReturnType<typeof qualificationQuestions>;

/** The speciality, the waiver where it offers one, the form of passage. */
export function qualificationQuestions(dossier: Dossier, informations: Informations) {
  const words = say.disabledWorkerLine;
  const waiver = together(disabledWorker.name, words.label, [disabledWorker], (given) =>
    given.disabledWorker === true ? words.yes : words.no,
  );
  return {
    speciality: block(say.speciality, [specialityField(dossier, informations)]),
    waiver: blockWhen(
      (source) => offersWaiver(dossier, textIn(source, 'speciality')),
      block(say.waiverBlock, [disabledWorker], { together: [waiver] }),
    ),
    form: block(say.form, [
      formField(dossier.exam, lockedForm(dossier, informations)),
      ...(dossier.registeredForm === null && dossier.exam.forms.length > 1 ? [formFinal] : []),
    ]),
  };
}

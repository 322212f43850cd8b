import type { z } from 'zod';
import {
  notChoosableInWords,
  type Regulation,
  refuseSpeciality,
  type Speciality,
  unwrittenRegulation,
} from '../../catalogue/index.ts';
import { createMemory } from '../../platform/memory.ts';
import { ok, refuse } from '../../platform/result.ts';
import {
  type Body,
  defineField,
  type Field,
  type Option,
  oneOf,
  type Rule,
  type Typed,
  textCheck,
  ticked,
  yesNo,
  yesNoOptions,
} from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import type { ExamForm } from '../enrolment.ts';
import { texts } from '../texts.ts';
import type { Informations } from './informations.ts';
import { type Known, type Read, readStep, textIn, valueIn } from './step.ts';

const say = texts.qualification;

export type Qualification = {
  readonly speciality: Speciality;
  readonly regulation: Regulation;
  readonly form: ExamForm;
  /** Declared to be excused from R.408: health data, which nothing but the offer of the waiver leans on. */
  readonly disabledWorker: boolean;
};

/** Why the form of passage can't be chosen: it is final since the first *Enregistrer*, or that of the session before. */
export type LockedForm = { readonly form: ExamForm; readonly why: 'registered' | 'former-session' };

/** « Le candidat ayant échoué lors d'une session précédente conserve obligatoirement la même forme de passage » (notice). */
export function lockedForm(
  dossier: Pick<Dossier, 'registeredForm'>,
  informations: Pick<Informations, 'former'>,
): LockedForm | null {
  if (dossier.registeredForm !== null) return { form: dossier.registeredForm, why: 'registered' };
  return informations.former === null ? null : { form: informations.former.form, why: 'former-session' };
}

/** Every speciality that this candidate may choose. */
export function specialityOptions(dossier: Dossier, former: boolean): readonly Option[] {
  return dossier.catalogue
    .specialitiesOf(dossier.session)
    .filter(({ speciality }) => refuseSpeciality(speciality, dossier.session.year, former) === null)
    .map(({ speciality }) => ({ value: speciality.cfd, label: speciality.name }));
}

const specialityFields = createMemory<Field<'speciality', string>>();
export function specialityField(dossier: Dossier, former: boolean): Field<'speciality', string> {
  return specialityFields(dossier.session, String(former), () => makeSpecialityField(dossier, former));
}

function makeSpecialityField(dossier: Dossier, former: boolean): Field<'speciality', string> {
  const options = specialityOptions(dossier, former);
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
export function formField(locked: LockedForm | null): Field<'form', ExamForm> {
  return formFields(say, `${locked?.form} ${locked?.why}`, () => makeFormField(locked));
}

function makeFormField(locked: LockedForm | null): Field<'form', ExamForm> {
  const options = (['GLOBAL', 'PROGRESSIVE'] as const)
    .filter((form) => locked === null || locked.form === form)
    .map((form) => ({ value: form, label: texts.forms[form], hint: say.formHints[form] }));
  return defineField({
    name: 'form',
    label: say.form,
    hint: locked === null ? say.formHint : say.locked[locked.why],
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

/** The fields that apply to what is typed; every one where nothing typed may be lost (`source` null). */
export function qualificationFields(
  dossier: Dossier,
  informations: Informations,
  source: Body | Typed | null,
): readonly Field[] {
  const final = dossier.registeredForm === null ? [formFinal] : [];
  return [
    specialityField(dossier, informations.former !== null),
    ...(source === null || offersWaiver(dossier, textIn(source, 'speciality')) ? [disabledWorker] : []),
    formField(lockedForm(dossier, informations)),
    ...final,
  ];
}

/** Step 3. */
export function readQualification(dossier: Dossier, informations: Informations, body: Body): Read<Qualification> {
  const former = informations.former !== null;
  const speciality = specialityField(dossier, former);
  const form = formField(lockedForm(dossier, informations));
  const canBeChosen: Rule<Known> = {
    needs: [speciality.name],
    look: (known) => {
      const chosen = chosenSpeciality(dossier, valueIn(known, speciality));
      const refusal = refuseSpeciality(chosen.speciality, dossier.session.year, former);
      return refusal === null ? null : { field: speciality.name, message: notChoosableInWords(refusal) };
    },
  };
  return readStep(qualificationFields(dossier, informations, body), body, [canBeChosen], (known) => ({
    ...chosenSpeciality(dossier, valueIn(known, speciality)),
    form: valueIn(known, form),
    disabledWorker: valueIn(known, disabledWorker) === true,
  }));
}

function chosenSpeciality(dossier: Dossier, cfd: string): Pick<Qualification, 'speciality' | 'regulation'> {
  const speciality = dossier.catalogue.speciality(cfd);
  if (speciality === undefined) throw new Error(`An option that the pack doesn't know: ${cfd}`);
  const regulation = dossier.catalogue.regulation(cfd, dossier.session.year) ?? unwrittenRegulation(speciality);
  return { speciality, regulation };
}

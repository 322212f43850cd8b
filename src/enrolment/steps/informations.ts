import { createMemory } from '../../platform/memory.ts';
import {
  type Body,
  defineField,
  type Field,
  type Option,
  oneOf,
  printedLine,
  type Rule,
  type Typed,
  tickedOrNot,
  wholeNumberBetween,
  yesNo,
  yesNoOptions,
} from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import type { ExamForm, StepAnswers } from '../enrolment.ts';
import { texts } from '../texts.ts';
import { type Known, type Read, readStep, textIn, valueIn } from './step.ts';
import { type DeclaredJob, jobFields, jobIn, jobRules, rowsIn } from './workPeriods.ts';

const say = texts.informations;

export type Category = 'previous-candidate' | 'distance-learner' | 'other';
export type Diploma = 'none' | 'level-3-listed' | 'bac-pro-sector';

const categories = [
  { value: 'previous-candidate', label: say.previousCandidate, hint: say.previousCandidateHint },
  { value: 'distance-learner', label: say.distanceLearner, hint: say.distanceLearnerHint },
  { value: 'other', label: say.neither, hint: say.neitherHint },
] as const satisfies readonly Option[];
const forms = [
  { value: 'GLOBAL', label: texts.forms.GLOBAL },
  { value: 'PROGRESSIVE', label: texts.forms.PROGRESSIVE },
] as const satisfies readonly Option[];
const diplomas = [
  { value: 'none', label: say.diplomaNone, hint: say.diplomaNoneHint },
  { value: 'level-3-listed', label: say.diplomaLevel3, hint: say.diplomaLevel3Hint },
  { value: 'bac-pro-sector', label: say.diplomaBacPro, hint: say.diplomaBacProHint },
] as const satisfies readonly Option[];

export const category = defineField({
  name: 'category',
  label: say.category,
  control: 'radio',
  options: categories,
  missing: say.categoryMissing,
  check: oneOf<Category>(categories),
});

type FormerFields = ReturnType<typeof makeFormerFields>;
const memory = createMemory<FormerFields>();

/** What a former candidate declares of the session before. */
export function formerFields(dossier: Dossier): FormerFields {
  const { session } = dossier;
  return memory(session, '', () => makeFormerFields(session.year - 1));
}

function makeFormerFields(last: number) {
  return {
    year: defineField({
      name: 'formerYear',
      label: say.formerYear,
      hint: say.formerYearHint,
      example: String(last),
      control: 'number',
      inputMode: 'numeric',
      width: 5,
      missing: say.formerYearMissing,
      check: wholeNumberBetween(1990, last),
    }),
    form: defineField({
      name: 'formerForm',
      label: say.formerForm,
      hint: say.formerFormHint,
      control: 'radio',
      options: forms,
      missing: say.formerFormMissing,
      check: oneOf<ExamForm>(forms),
    }),
    centre: defineField({
      name: 'formerCentre',
      label: say.formerCentre,
      hint: say.formerCentreHint,
      control: 'text',
      width: 40,
      missing: say.formerCentreMissing,
      check: printedLine(100),
    }),
    satAllTests: defineField({
      name: 'satAllTests',
      label: say.satAllTests,
      control: 'radio',
      options: yesNoOptions,
      missing: say.satAllTestsMissing,
      check: yesNo(),
    }),
    twoYearsInCentre: defineField({
      name: 'twoYearsInCentre',
      label: say.twoYearsInCentre,
      control: 'radio',
      options: yesNoOptions,
      missing: say.twoYearsInCentreMissing,
      check: yesNo(),
    }),
  } as const;
}

export const distanceFields = {
  body: defineField({
    name: 'distanceBody',
    label: say.distanceBody,
    hint: say.distanceBodyHint,
    control: 'text',
    width: 40,
    missing: say.distanceBodyMissing,
    check: printedLine(100),
  }),
  trainingHours: defineField({
    name: 'trainingHours',
    label: say.trainingHours,
    hint: say.trainingHoursHint,
    control: 'number',
    inputMode: 'numeric',
    width: 5,
    optional: true,
    check: wholeNumberBetween(0, 5000),
  }),
  positioning: defineField({
    name: 'positioning',
    label: say.positioning,
    hint: say.positioningHint,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
  /** The form of passage of the former session is kept, whatever one enrols as (notice, « Forme de passage »). */
  satBefore: defineField({
    name: 'satBefore',
    label: say.satBefore,
    hint: say.satBeforeHint,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
} as const;

export const diploma = defineField({
  name: 'diploma',
  label: say.diploma,
  hint: say.diplomaHint,
  control: 'radio',
  options: diplomas,
  missing: say.diplomaMissing,
  check: oneOf<Diploma>(diplomas),
});
export const diplomaTitle = defineField({
  name: 'diplomaTitle',
  label: say.diplomaTitle,
  hint: say.diplomaTitleHint,
  control: 'text',
  width: 40,
  missing: say.diplomaTitleMissing,
  check: printedLine(120),
});

/** Twenty months may do, with 800 h in a centre (D337-102). Unticked says nothing: the office judges. */
export const specialContract = defineField({
  name: 'specialContract',
  label: say.specialContract,
  hint: say.specialContractHint,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});

export const handicap = defineField({
  name: 'handicap',
  label: say.handicap,
  hint: say.handicapHint,
  control: 'radio',
  options: yesNoOptions,
  missing: say.handicapMissing,
  check: yesNo(),
});
export const disclosure = {
  online: defineField({
    name: 'discloseOnline',
    label: say.discloseOnline,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
  press: defineField({
    name: 'disclosePress',
    label: say.disclosePress,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
} as const;

/** The answers of the step with another consent, as the step keeps them. */
export function disclosureAnswers(answers: StepAnswers, said: Informations['disclosure']): StepAnswers {
  const { online, press } = disclosure;
  const kept = Object.entries(answers).filter(([name]) => name !== online.name && name !== press.name);
  const ticked = (name: string, is: boolean): readonly (readonly [string, string])[] => (is ? [[name, 'oui']] : []);
  return Object.fromEntries([...kept, ...ticked(online.name, said.online), ...ticked(press.name, said.press)]);
}

/** Once registered, the consent has a page of its own: no form of the step, older or newer, says otherwise. */
function withKeptDisclosure(dossier: Dossier, body: Body): Body {
  if (dossier.registeredForm === null) return body;
  const known = dossier.answers.informations ?? {};
  const { online, press } = disclosure;
  return { ...body, [online.name]: textIn(known, online.name), [press.name]: textIn(known, press.name) };
}

/** The last three are asked of who enrols as a former candidate, not of a distance learner who sat before. */
export type FormerSession = {
  readonly year: number;
  readonly form: ExamForm;
  readonly centre: string | null;
  readonly satAllTests: boolean | null;
  readonly twoYearsInCentre: boolean | null;
};
export type DistanceCourse = {
  readonly body: string;
  readonly trainingHours: number | null;
  readonly positioning: boolean;
};
export type Informations = {
  readonly category: Category;
  readonly former: FormerSession | null;
  readonly distance: DistanceCourse | null;
  readonly diploma: Diploma;
  readonly diplomaTitle: string | null;
  readonly specialContract: boolean;
  readonly jobs: readonly DeclaredJob[];
  readonly handicap: boolean;
  readonly disclosure: { readonly online: boolean; readonly press: boolean };
};

/** The fields that apply to what is typed, in the order of the page. */
function informationsFields(dossier: Dossier, source: Body | Typed): readonly Field[] {
  const chosen = textIn(source, 'category');
  const former = formerGroups(dossier);
  return [
    category,
    ...(chosen === 'distance-learner' ? Object.values(distanceFields) : []),
    ...(satBefore(source) ? former.session : []),
    ...(chosen === 'previous-candidate' ? former.centre : []),
    diploma,
    ...(needsTitle(source) ? [diplomaTitle] : []),
    ...(isListed(source) ? [specialContract] : []),
    ...rowsIn(source).flatMap((row) => Object.values(jobFields(row))),
    handicap,
    disclosure.online,
    disclosure.press,
  ];
}

/** The session before, then what only a former candidate tells of it. */
export function formerGroups(dossier: Dossier): {
  readonly session: readonly Field[];
  readonly centre: readonly Field[];
} {
  const { year, form, centre, satAllTests, twoYearsInCentre } = formerFields(dossier);
  return { session: [year, form], centre: [centre, satAllTests, twoYearsInCentre] };
}

/** A former candidate by category, or a distance learner who says so. */
function satBefore(source: Body | Typed): boolean {
  const chosen = textIn(source, 'category');
  return (
    chosen === 'previous-candidate' ||
    (chosen === 'distance-learner' && textIn(source, distanceFields.satBefore.name) !== '')
  );
}

function isListed(source: Body | Typed): boolean {
  return textIn(source, 'diploma') === 'level-3-listed';
}

function needsTitle(source: Body | Typed): boolean {
  return ['level-3-listed', 'bac-pro-sector'].includes(textIn(source, 'diploma'));
}

/** The form registered for good and that of the session before are one: neither can be changed for the other. */
function sameFormRules(dossier: Dossier, source: Body | Typed): readonly Rule<Known>[] {
  const { registeredForm } = dossier;
  if (registeredForm === null || !satBefore(source)) return [];
  const { form } = formerFields(dossier);
  return [
    {
      needs: [form.name],
      look: (known) =>
        valueIn(known, form) === registeredForm
          ? null
          : { field: form.name, message: say.formerFormOther(texts.forms[registeredForm]) },
    },
  ];
}

/** Step 2. Only what the category and the diploma call for is read; the rest of the form is ignored. */
export function readInformations(dossier: Dossier, typed: Body): Read<Informations> {
  const body = withKeptDisclosure(dossier, typed);
  const rows = rowsIn(body);
  const rules = [
    ...rows.flatMap((row) => jobRules(row, dossier.today, dossier.person.birthDate)),
    ...sameFormRules(dossier, body),
  ];
  return readStep(informationsFields(dossier, body), body, rules, (known) => {
    const chosen = valueIn(known, category);
    const former = formerFields(dossier);
    return {
      category: chosen,
      former: satBefore(body)
        ? {
            year: valueIn(known, former.year),
            form: valueIn(known, former.form),
            centre: chosen === 'previous-candidate' ? valueIn(known, former.centre) : null,
            satAllTests: chosen === 'previous-candidate' ? valueIn(known, former.satAllTests) : null,
            twoYearsInCentre: chosen === 'previous-candidate' ? valueIn(known, former.twoYearsInCentre) : null,
          }
        : null,
      distance:
        chosen === 'distance-learner'
          ? {
              body: valueIn(known, distanceFields.body),
              trainingHours: valueIn(known, distanceFields.trainingHours),
              positioning: valueIn(known, distanceFields.positioning) === true,
            }
          : null,
      diploma: valueIn(known, diploma),
      diplomaTitle: needsTitle(body) ? valueIn(known, diplomaTitle) : null,
      specialContract: isListed(body) && valueIn(known, specialContract) === true,
      jobs: rows.map((row) => jobIn(known, row)),
      handicap: valueIn(known, handicap),
      disclosure: {
        online: valueIn(known, disclosure.online) === true,
        press: valueIn(known, disclosure.press) === true,
      },
    };
  });
}

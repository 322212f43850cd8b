import type { Exam } from '../../../catalogue/index.ts';
import { createMemory } from '../../../platform/memory.ts';
import {
  type Body,
  defineField,
  type Field,
  type Option,
  oneOf,
  printedLine,
  type Typed,
  tickedOrNot,
  wholeNumberBetween,
  yesNo,
  yesNoOptions,
} from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import type { ExamForm } from '../../enrolment.ts';
import { texts } from '../../texts.ts';
import { askedWhen, block, blockIf, blockWhen, fieldIf, rowsIf, together } from '../questions.ts';
import { textIn } from '../reading.ts';
import { disclosure, disclosureLine } from './disclosure.ts';
import { jobs } from './jobs.ts';
import { texts as say } from './texts.ts';

type Category = Exam['categories'][number]['code'];
type Diploma = 'none' | 'level-3-listed' | 'bac-pro-sector';

const forms = [
  { value: 'GLOBAL', label: texts.forms.GLOBAL },
  { value: 'PROGRESSIVE', label: texts.forms.PROGRESSIVE },
] as const satisfies readonly Option[];
const diplomas = [
  { value: 'none', label: say.diplomaNone, hint: say.diplomaNoneHint },
  { value: 'level-3-listed', label: say.diplomaLevel3, hint: say.diplomaLevel3Hint },
  { value: 'bac-pro-sector', label: say.diplomaBacPro, hint: say.diplomaBacProHint },
] as const satisfies readonly Option[];
const diplomaLines: Readonly<Record<Diploma, string>> = {
  none: say.diplomaNoneLine,
  'level-3-listed': say.diplomaLevel3,
  'bac-pro-sector': say.diplomaBacPro,
};

const CATEGORY = 'category';
const categoryFields = createMemory<Field<typeof CATEGORY, Category>>();

/** What one enrols as, of what the exam admits. */
export function categoryField(exam: Exam): Field<typeof CATEGORY, Category> {
  return categoryFields(exam, exam.code, () => {
    const options = exam.categories.map(({ code, label, hint }) => ({ value: code, label, hint }));
    return defineField({
      name: CATEGORY,
      label: say.category,
      control: 'radio',
      options,
      missing: say.categoryMissing,
      check: oneOf<Category>(options),
    });
  });
}

type FormerFields = ReturnType<typeof makeFormerFields>;
const memory = createMemory<FormerFields>();

/** What a former candidate declares of the session before. */
export function formerFields(dossier: Dossier): FormerFields {
  const last = dossier.session.year - 1;
  return memory(dossier.exam, String(last), () => makeFormerFields(last));
}

function makeFormerFields(last: number) {
  return {
    formerYear: defineField({
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
    formerForm: defineField({
      name: 'formerForm',
      label: say.formerForm,
      hint: say.formerFormHint,
      control: 'radio',
      options: forms,
      missing: say.formerFormMissing,
      check: oneOf<ExamForm>(forms),
    }),
    formerCentre: defineField({
      name: 'formerCentre',
      label: say.formerCentre,
      line: say.establishmentLine,
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

const distanceBody = defineField({
  name: 'distanceBody',
  label: say.distanceBody,
  line: say.establishmentLine,
  hint: say.distanceBodyHint,
  control: 'text',
  width: 40,
  missing: say.distanceBodyMissing,
  check: printedLine(100),
});
const trainingHours = defineField({
  name: 'trainingHours',
  label: say.trainingHours,
  hint: say.trainingHoursHint,
  control: 'number',
  inputMode: 'numeric',
  width: 5,
  optional: true,
  check: wholeNumberBetween(0, 5000),
});
const positioning = defineField({
  name: 'positioning',
  label: say.positioning,
  hint: say.positioningHint,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});
/** The form of passage of the former session is kept, whatever one enrols as (notice, « Forme de passage »). */
const satBefore = defineField({
  name: 'satBefore',
  label: say.satBefore,
  line: null,
  hint: say.satBeforeHint,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});

const diploma = defineField({
  name: 'diploma',
  label: say.diploma,
  hint: say.diplomaHint,
  control: 'radio',
  options: diplomas,
  missing: say.diplomaMissing,
  check: oneOf<Diploma>(diplomas),
  show: (value) => diplomaLines[value],
});
const diplomaTitle = defineField({
  name: 'diplomaTitle',
  label: say.diplomaTitle,
  hint: say.diplomaTitleHint,
  control: 'text',
  width: 40,
  missing: say.diplomaTitleMissing,
  check: printedLine(120),
});

/** Twenty months may do, with 800 h in a centre (D337-102). Unticked says nothing: the office judges. */
const specialContract = defineField({
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
export type InformationsQuestions = ReturnType<typeof informationsQuestions>;

/** What the step asks; the more a choice calls for, under it. Nothing that no condition of this exam is judged on. */
export function informationsQuestions(dossier: Dossier) {
  const { admission } = dossier.exam;
  const { formerYear, formerForm, formerCentre, satAllTests, twoYearsInCentre } = formerFields(dossier);
  const asksTraining = admission.training !== undefined;
  const asksWork = admission.practice !== undefined;
  const keptForm = fieldIf(admission.formerForm !== undefined, formerForm);
  const session = together('formerYear', say.formerLine, [formerYear, keptForm], (given) =>
    given.formerForm === null ? String(given.formerYear) : say.former(given.formerYear, texts.forms[given.formerForm]),
  );
  return {
    category: block(say.categoryBlock, [categoryField(dossier.exam)]),
    distance: blockWhen(
      isDistanceLearner,
      block(say.distanceBlock, [
        distanceBody,
        fieldIf(asksTraining, trainingHours),
        fieldIf(admission.training?.positioning !== undefined, positioning),
        satBefore,
      ]),
      'distance-learner',
    ),
    former: blockWhen(didSitBefore, block(say.formerBlock, [formerYear, keptForm], { together: [session] }), 'former'),
    formerCentre: blockIf(
      admission.formerOrDistance !== undefined,
      blockWhen(
        isPreviousCandidate,
        block(say.formerCentreBlock, [formerCentre, satAllTests, twoYearsInCentre]),
        'previous-candidate',
      ),
    ),
    practice: blockIf(
      asksWork,
      block(say.practiceBlock, [
        diploma,
        askedWhen(hasDiploma, diplomaTitle, 'diploma'),
        askedWhen(hasListedDiploma, specialContract, 'listed'),
      ]),
    ),
    jobs: rowsIf(asksWork, jobs),
    health: block(say.handicapBlock, [handicap]),
    disclosure: block(say.disclosureBlock, [disclosure.online, disclosure.press], {
      hint: say.disclosureNote,
      together: [disclosureLine],
    }),
  };
}

type Source = Body | Typed;
const isPreviousCandidate = (source: Source): boolean => textIn(source, CATEGORY) === 'previous-candidate';
const isDistanceLearner = (source: Source): boolean => textIn(source, CATEGORY) === 'distance-learner';
const hasListedDiploma = (source: Source): boolean => textIn(source, diploma.name) === 'level-3-listed';
const hasDiploma = (source: Source): boolean =>
  ['level-3-listed', 'bac-pro-sector'].includes(textIn(source, diploma.name));

/** A former candidate by category, or a distance learner who says so. */
export function didSitBefore(source: Source): boolean {
  return isPreviousCandidate(source) || (isDistanceLearner(source) && textIn(source, satBefore.name) !== '');
}

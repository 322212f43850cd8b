import { notChoosableInWords, type Regulation, refuseSpeciality, type Speciality } from '../../../catalogue/index.ts';
import type { Body, Rule } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import type { ExamForm } from '../../enrolment.ts';
import { regulationOf } from '../../rules/completedUnits.ts';
import { type Informations, informations } from '../informations/informations.ts';
import { everyField, linesOfQuestions, readQuestions } from '../questions.ts';
import { type KnownAnswers, type Read, textIn, valueIn } from '../reading.ts';
import { defineStep, type Step, type SummaryLine } from '../step.ts';
import { QualificationPage, SEE_SPECIALITY } from './page.tsx';
import { disabledWorker, formFinal, isFormer, offersWaiver, qualificationQuestions, WAIVER_SEEN } from './questions.ts';
import { texts as say } from './texts.ts';

type Needed = { readonly informations: Informations };

export type Qualification = {
  readonly speciality: Speciality;
  readonly regulation: Regulation;
  readonly form: ExamForm;
  /** Declared to be excused from R.408: health data, which nothing but the offer of the waiver leans on. */
  readonly disabledWorker: boolean;
};

/** Step 3. Another speciality has other units: what was kept or chosen for the former one is not carried over. */
export const qualification: Step<'qualification', Qualification> = defineStep({
  name: 'qualification',
  title: say.title,
  question: say.question,
  needs: [informations],
  fields: (dossier, needed) => everyField(qualificationQuestions(dossier, needed.informations)),
  read,
  lines,
  page: QualificationPage,
  unsigned: [disabledWorker, formFinal],
  health: [disabledWorker],
  helpers: [SEE_SPECIALITY],
  outdates: {
    steps: ['acquis', 'epreuves'],
    when: (before, after) => before.speciality !== after.speciality,
  },
  // Without a script the question comes with the page that knows the speciality.
  more: {
    key: WAIVER_SEEN,
    isUnseen: (dossier, body) => offersWaiver(dossier, textIn(body, 'speciality')) && !Object.hasOwn(body, WAIVER_SEEN),
    said: say.waiverAsked,
  },
});

/** Typed by an officer: what the candidate declared of themselves stands. */
function withKeptHealth(dossier: Dossier, body: Body): Body {
  if (dossier.typedBy === undefined) return body;
  const { [disabledWorker.name]: _typed, ...rest } = body;
  const kept = textIn(dossier.answers.qualification ?? {}, disabledWorker.name);
  return kept === '' ? rest : { ...rest, [disabledWorker.name]: kept };
}

function read(dossier: Dossier, needed: Needed, typed: Body): Read<Qualification> {
  const body = withKeptHealth(dossier, typed);
  const asked = qualificationQuestions(dossier, needed.informations);
  const [speciality] = asked.speciality.fields;
  const canBeChosen: Rule<KnownAnswers> = {
    needs: [speciality.name],
    look: (known) => {
      const chosen = chosenSpeciality(dossier, valueIn(known, speciality));
      const former = isFormer(needed.informations);
      const refusal = refuseSpeciality(chosen.speciality, dossier.session.year, former);
      return refusal === null ? null : { field: speciality.name, message: notChoosableInWords(refusal) };
    },
  };
  return readQuestions(asked, body, [canBeChosen], (answered) => ({
    ...chosenSpeciality(dossier, answered.speciality),
    form: answered.form,
    disabledWorker: answered.disabledWorker === true,
  }));
}

function lines(dossier: Dossier, needed: Needed, value: Qualification): readonly SummaryLine[] {
  const { cfd } = value.speciality;
  return linesOfQuestions(qualificationQuestions(dossier, needed.informations), {
    ...value,
    speciality: cfd,
    disabledWorker: offersWaiver(dossier, cfd) ? value.disabledWorker : null,
    formFinal: true,
  });
}

function chosenSpeciality(dossier: Dossier, cfd: string): Pick<Qualification, 'speciality' | 'regulation'> {
  const speciality = dossier.catalogue.speciality(cfd);
  if (speciality === undefined) throw new Error(`An option that the pack doesn't know: ${cfd}`);
  return { speciality, regulation: regulationOf(dossier, speciality) };
}

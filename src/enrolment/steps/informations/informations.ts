import type { Body, Rule, Typed } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { mayLeaveForm } from '../../rules/admission/formerCandidate.ts';
import { texts } from '../../texts.ts';
import { type Answered, everyField, linesOfQuestions, readQuestions } from '../questions.ts';
import { type KnownAnswers, type Read, textIn, valueIn } from '../reading.ts';
import { defineStep, type Step } from '../step.ts';
import { disclosure } from './disclosure.ts';
import { jobRules, MORE_JOBS } from './jobs.ts';
import { InformationsPage } from './page.tsx';
import {
  categoryField,
  didSitBefore,
  formerFields,
  handicap,
  type InformationsQuestions,
  informationsQuestions,
} from './questions.ts';
import { texts as say } from './texts.ts';

export type Informations = Answered<InformationsQuestions>;

/** Step 2. Only what the category and the diploma call for is read. */
export const informations: Step<'informations', Informations> = defineStep({
  name: 'informations',
  title: say.title,
  question: () => say.question,
  needs: [],
  fields: (dossier) => everyField(informationsQuestions(dossier)),
  read,
  lines: (dossier, _needed, answered) => linesOfQuestions(informationsQuestions(dossier), answered),
  page: InformationsPage,
  unsigned: [handicap],
  health: [handicap],
  helpers: [MORE_JOBS],
});

function read(dossier: Dossier, _needed: unknown, typed: Body): Read<Informations> {
  const body = withKeptHealth(dossier, withKeptDisclosure(dossier, typed));
  const questions = informationsQuestions(dossier);
  const rules = [
    ...questions.jobs.filled(body).flatMap((row) => jobRules(row, dossier.today, dossier.person.birthDate)),
    ...sameFormRules(dossier, body),
  ];
  return readQuestions(questions, body, rules, (answered) => answered);
}

/** Once registered, the consent has a page of its own: no form of the step, older or newer, says otherwise. */
function withKeptDisclosure(dossier: Dossier, body: Body): Body {
  if (dossier.registeredForm === null) return body;
  const known = dossier.answers.informations ?? {};
  const { online, press } = disclosure;
  return { ...body, [online.name]: textIn(known, online.name), [press.name]: textIn(known, press.name) };
}

/** Typed by an officer: what the candidate said stands; of who said nothing, no arrangement is declared wanted. */
function withKeptHealth(dossier: Dossier, body: Body): Body {
  if (dossier.typedBy === undefined) return body;
  const kept = textIn(dossier.answers.informations ?? {}, handicap.name);
  return { ...body, [handicap.name]: kept === '' ? 'non' : kept };
}

/** The form registered for good and that of the session before are one: neither can be changed for the other, unless it was chosen anew. */
function sameFormRules(dossier: Dossier, source: Body | Typed): readonly Rule<KnownAnswers>[] {
  const { registeredForm } = dossier;
  const isAsked = dossier.exam.admission.formerForm !== undefined && didSitBefore(source);
  if (registeredForm === null || !isAsked) return [];
  const { formerForm } = formerFields(dossier);
  const category = categoryField(dossier.exam);
  return [
    {
      needs: [category.name, formerForm.name],
      look: (known) =>
        valueIn(known, formerForm) === registeredForm ||
        mayLeaveForm(dossier.exam.admission, {
          category: valueIn(known, category),
          formerForm: valueIn(known, formerForm),
        })
          ? null
          : { field: formerForm.name, message: say.formerFormOther(texts.forms[registeredForm]) },
    },
  ];
}

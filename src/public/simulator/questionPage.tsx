import type { JSX } from 'preact';
import {
  BackLink,
  Button,
  type Chrome,
  Details,
  Fieldset,
  Form,
  FormField,
  FormFields,
  type FormState,
  Page,
  PageTitle,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { type Answers, addressOf, MOST_JOBS } from './answers.ts';
import { jobFields, jobRows } from './jobs.ts';
import { type Question, type QuestionSetting, questionsFor, specialityIn } from './questions.ts';

const say = texts.simulator;

export type QuestionView = {
  readonly chrome: Chrome;
  readonly place: QuestionSetting;
  readonly question: Question;
  readonly answers: Answers;
  readonly state: FormState;
};

/** One question, its answers so far carried along in the form. A plain GET: the back button and a reload always work. */
export function QuestionPage({ chrome, place, question, answers, state }: QuestionView): JSX.Element {
  const questions = questionsFor(place, answers);
  const position = questions.indexOf(question);
  const before = questions[position - 1];
  const { label, help } = say.questions[question.name];
  const fields = question.fields(place, { ...answers, ...(state.typed as Answers) });
  const names = new Set(fields.map((field) => field.name));
  const carried = Object.fromEntries(
    Object.entries(answers).filter(
      ([name]) => !names.has(name) && !(question.name === 'travail' && name === 'emplois'),
    ),
  );
  return (
    <Page chrome={chrome} title={say.documentTitle(label, position + 1, questions.length)} faults={state.faults}>
      <BackLink href={before === undefined ? '/simulateur' : addressOf(`/simulateur/${before.name}`, answers)}>
        {say.back}
      </BackLink>
      <PageTitle kicker={say.title} aside={say.progress(position + 1, questions.length)} lead={help ?? undefined}>
        {label}
      </PageTitle>
      <Form
        method="get"
        action="/simulateur/suite"
        hidden={{ ...carried, question: question.name }}
        state={state}
        submit={say.next}
      >
        {question.name === 'travail' ? <Jobs answers={{ ...answers, ...(state.typed as Answers) }} /> : null}
        {question.name === 'travail'
          ? null
          : fields.map((field) => <FormField key={field.name} field={field} titled />)}
        {question.name === 'diplome' && <Listed place={place} answers={answers} />}
        {question.name === 'specialite' && (
          <p>
            <a href="/specialites">{texts.search.all}</a>
          </p>
        )}
      </Form>
    </Page>
  );
}

function Jobs({ answers }: { readonly answers: Answers }): JSX.Element {
  const rows = jobRows(answers);
  return (
    <>
      {rows.map((row) => (
        <Fieldset key={row} legend={say.job(row)}>
          <FormFields fields={jobFields(row)} />
        </Fieldset>
      ))}
      <input type="hidden" name="emplois" value={rows.length} />
      {rows.length < MOST_JOBS && (
        <Button kind="secondary" name="ajouter" value="emploi">
          {say.addJob}
        </Button>
      )}
    </>
  );
}

/** The diplomas of the speciality's own list, where our sources give it. */
function Listed({
  place,
  answers,
}: {
  readonly place: QuestionSetting;
  readonly answers: Answers;
}): JSX.Element | null {
  const speciality = specialityIn(place, answers);
  const listed =
    speciality === null ? undefined : place.catalogue.regulation(speciality.cfd, place.session.year)?.listedDiplomas;
  if (listed === undefined) return null;
  return (
    <Details summary={say.listed}>
      <ul>
        {listed.titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      {listed.rule !== undefined && <p>{listed.rule}</p>}
      <p class="muted">{say.result.source(listed.source)}</p>
    </Details>
  );
}

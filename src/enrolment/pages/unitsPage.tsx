import type { JSX } from 'preact';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  type Chrome,
  defineField,
  type Flash,
  Form,
  FormField,
  type FormState,
  freeText,
  Page,
  PageTitle,
  Section,
  SummaryList,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { COMPLETION, type Completion } from '../completion.ts';
import { type Enrolment, isSigned } from '../enrolment.ts';
import type { SummaryBlock } from '../summary.ts';
import { completionTexts as say } from '../texts/completion.ts';

export const wrongField = defineField({
  name: 'inexact',
  label: say.contest.words,
  hint: say.contest.hint,
  control: 'textarea',
  rows: 5,
  missing: say.contest.missing,
  check: freeText(COMPLETION.characters),
});

/** What the two buttons send in `reponse`. */
export const UNITS_ANSWERS = { confirm: 'oui', contest: 'non' } as const;

export type UnitsView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly enrolment: Enrolment;
  readonly completion: Completion | null;
  /** Of the two steps: as registered, and as proposed. */
  readonly before: readonly SummaryBlock[];
  readonly after: readonly SummaryBlock[];
  readonly state: FormState;
};

/** What an officer completed, beside what the candidate had written: right or not. */
export function UnitsPage(view: UnitsView): JSX.Element {
  const { chrome, flash, enrolment, completion, state } = view;
  const waits = completion?.state === 'proposed' && view.after.length > 0;
  return (
    <Page chrome={chrome} flash={flash} title={say.title} faults={state.faults}>
      <BackLink href={addresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle {...(waits ? { lead: say.lead } : {})}>{say.title}</PageTitle>
      {waits ? <Waiting view={view} completion={completion} /> : <Answered completion={completion} />}
    </Page>
  );
}

function Answered({ completion }: { readonly completion: Completion | null }): JSX.Element {
  const { state, answeredAt } = completion ?? { state: 'dropped', answeredAt: null };
  if ((state === 'confirmed' || state === 'contested') && answeredAt !== null)
    return <Alert tone="info">{say[state](answeredAt)}</Alert>;
  return <Alert tone="info">{say.none}</Alert>;
}

function Waiting({ view, completion }: { readonly view: UnitsView; readonly completion: Completion }): JSX.Element {
  const { csrf, enrolment, before, after, state } = view;
  const action = addresses.units(enrolment.id);
  return (
    <>
      <Section title={say.proposed}>
        <Blocks blocks={after} />
      </Section>
      <Section title={say.yours}>
        <Blocks blocks={before} />
      </Section>
      <Alert tone="info">{isSigned(enrolment) ? say.effect.signed : say.effect.unsigned}</Alert>
      <ActionForm action={action} csrf={csrf} hidden={{ reponse: UNITS_ANSWERS.confirm, liste: completion.id }}>
        <Button>{say.confirm}</Button>
      </ActionForm>
      <Section title={say.contest.title}>
        <Form
          action={action}
          csrf={csrf}
          state={state}
          label={say.contest.title}
          hidden={{ reponse: UNITS_ANSWERS.contest, liste: completion.id }}
          submit={say.contest.submit}
          kind="secondary"
        >
          <FormField field={wrongField} />
        </Form>
      </Section>
    </>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly SummaryBlock[] }): JSX.Element {
  return (
    <>
      {blocks.map(({ step, title, lines }) => (
        <div key={step}>
          <h3>{title}</h3>
          <SummaryList rows={lines} />
        </div>
      ))}
    </>
  );
}

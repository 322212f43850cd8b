import type { ComponentChildren, JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { TakenBy } from '../../decisions/index.ts';
import {
  Alert,
  BackLink,
  Details,
  defineField,
  EmptyState,
  emptyForm,
  Form,
  FormFields,
  type FormState,
  freeText,
  instantInWords,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { CASE_OUTCOMES, CASES, type ResultCase } from '../cases.ts';
import { receivedInWords, caseTexts as say, timeLeftInWords } from '../caseTexts.ts';
import type { CaseTime } from '../rules/caseTime.ts';
import type { NamedEnrolment } from '../store/enrolled.ts';

const outcomes: readonly Option<(typeof CASE_OUTCOMES)[number]>[] = CASE_OUTCOMES.map((value) => ({
  value,
  label: say.outcomes[value],
}));

export const answerFields = [
  defineField({
    name: 'suite',
    label: say.outcome,
    control: 'radio',
    options: outcomes,
    missing: say.outcomeMissing,
    check: oneOf(outcomes),
  }),
  defineField({
    name: 'reponse',
    label: say.answer,
    hint: say.answerHint,
    control: 'textarea',
    rows: 4,
    missing: say.answerMissing,
    check: freeText(CASES.words),
  }),
] as const;

/** What a candidate asks for: one of the exam's remedies, in words. */
export function askFields(kinds: readonly Option[]) {
  return [
    defineField({
      name: 'demande',
      label: say.kind,
      control: 'radio',
      options: kinds,
      missing: say.kindMissing,
      check: oneOf(kinds),
    }),
    defineField({
      name: 'precisions',
      label: say.words,
      hint: say.wordsHint,
      control: 'textarea',
      rows: 4,
      missing: say.wordsMissing,
      check: freeText(CASES.words),
    }),
  ] as const;
}

export type TimedCase = ResultCase & { readonly time: CaseTime };
export type OfficeCase = TimedCase & { readonly person: NamedEnrolment; readonly label: string };
export type CasesView = PageFrame & {
  readonly session: string;
  readonly sessionLabel: string;
  readonly cases: readonly OfficeCase[];
  /** Under whose name an answer would be signed, or who could. */
  readonly signer: JSX.Element;
  /** The one whose answer was refused. */
  readonly refused: { readonly id: string; readonly state: FormState } | null;
};

/** What candidates ask once results are published, and the office's answers. */
export function CasesPage(view: CasesView): JSX.Element {
  const { cases, refused } = view;
  const waiting = cases.filter(({ answeredAt }) => answeredAt === null);
  const faults = refused?.state.faults ?? [];
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={faults} form={refused?.id}>
      <BackLink href={addresses.list({ session: view.session })}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionLabel} lead={say.lead}>
        {say.title}
      </PageTitle>
      <Section title={say.waiting}>
        {waiting.length === 0 ? (
          <EmptyState title={say.none} />
        ) : (
          waiting.map((one) => <Waiting key={one.id} one={one} view={view} />)
        )}
      </Section>
      {cases.length > waiting.length && (
        <Section title={say.answered}>
          {cases
            .filter(({ answeredAt }) => answeredAt !== null)
            .map((one) => (
              <Details key={one.id} summary={`${personName(one.person)}, ${one.label}`}>
                <CaseWords one={one} />
              </Details>
            ))}
        </Section>
      )}
    </Page>
  );
}

function Waiting({ one, view }: { readonly one: OfficeCase; readonly view: CasesView }): JSX.Element {
  const { csrf, refused } = view;
  const mine = refused?.id === one.id;
  return (
    <Details
      summary={`${personName(one.person)} ${one.person.number ?? ''}, ${one.label}. ${say.due(one.time.silence)}`}
      open={mine}
    >
      <CaseWords one={one} />
      <Form
        action={addresses.case(one.id)}
        csrf={csrf}
        state={mine ? refused.state : emptyForm}
        prefix={one.id}
        label={say.answer}
        hidden={{ session: view.session }}
        submit={say.submit}
      >
        <FormFields fields={answerFields} />
        {view.signer}
      </Form>
    </Details>
  );
}

/** What was asked, and what was answered. `children`: what its candidate reads of the time that is left. */
function CaseWords({ one, children }: { readonly one: TimedCase; readonly children?: ComponentChildren }): JSX.Element {
  return (
    <>
      <p>
        {say.received(receivedInWords(one))} {one.time.late && <strong>{say.late}</strong>}
      </p>
      <TypedWords>{one.words}</TypedWords>
      {one.outcome !== null && one.answeredAt !== null ? (
        <>
          <p>
            <strong>{say.outcomes[one.outcome]}</strong>, {instantInWords(one.answeredAt)}
          </p>
          <TypedWords>{one.answer ?? ''}</TypedWords>
          <TakenBy author={one.author} />
        </>
      ) : (
        <p>{say.noDue}</p>
      )}
      {children}
    </>
  );
}

/** On the candidate's page: the form, and what they asked before. */
export function OwnCases(props: {
  readonly enrolmentId: string;
  readonly csrf: string;
  readonly kinds: readonly Option[];
  readonly cases: readonly TimedCase[];
  readonly state: FormState;
}): JSX.Element | null {
  const { enrolmentId, csrf, kinds, cases, state } = props;
  if (kinds.length === 0) return null;
  return (
    <Section title={say.own} id="demandes">
      {cases.map((one) => (
        <Alert
          key={one.id}
          tone="info"
          level={3}
          title={kinds.find(({ value }) => value === one.kind)?.label ?? say.own}
        >
          <CaseWords one={one}>
            <TimeLeft {...one} />
          </CaseWords>
        </Alert>
      ))}
      <Details summary={say.ask} open={state.faults.length > 0}>
        <Form action={addresses.ask(enrolmentId)} csrf={csrf} state={state} label={say.ask} submit={say.send}>
          <FormFields fields={askFields(kinds)} />
        </Form>
      </Details>
    </Section>
  );
}

/** What silence makes of it, or until when its refusal is contested (code de justice administrative, R421-5). */
function TimeLeft({ time, outcome }: TimedCase): JSX.Element | null {
  const left = timeLeftInWords(time, outcome);
  return left === null ? null : <p>{left}</p>;
}

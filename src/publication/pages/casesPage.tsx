import type { JSX } from 'preact';
import { type OnePerson, personName } from '../../accounts/index.ts';
import { decisionTexts, delegationAddresses } from '../../decisions/index.ts';
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
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  TypedWords,
} from '../../ui/index.ts';
import { CASE_OUTCOMES, CASES } from '../cases.ts';
import { caseTexts as say } from '../caseTexts.ts';
import { scriptTexts } from '../scriptTexts.ts';
import type { NamedEnrolment } from '../store/enrolled.ts';
import type { TimedCase } from '../timedCases.ts';
import { CaseWords } from './caseWords.tsx';

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

export type OfficeCase = TimedCase & {
  readonly person: NamedEnrolment;
  /** Where it is answered, and where its letter is read. */
  readonly at: string;
  readonly letterAt: string;
  /** Where scripts are sent to who asked to see theirs; null: they ask something else. */
  readonly scriptsAt: string | null;
  /** What undoes the decision that it contests, and where; null: it contests none, or its readers have no such page. */
  readonly undoing: { readonly how: string; readonly href: string } | null;
  /** Of the decision that it contests: as its person reads it (none: it stands in the paper alone), and where its paper is read. */
  readonly reason: string;
  readonly paperAt: string | null;
  /** Why whoever reads can't answer it. */
  readonly barred: OnePerson | null;
};
export type CasesView = PageFrame & {
  readonly back: { readonly href: string; readonly label: string };
  /** Hidden in its forms; null: of all sessions. */
  readonly session: string | null;
  readonly sessionName: string;
  readonly lead: string;
  readonly cases: readonly OfficeCase[];
  /** Under whose name an answer would be signed, or who could. */
  readonly signer: JSX.Element;
  /** The one whose answer was refused. */
  readonly refused: { readonly id: string; readonly state: FormState } | null;
};

/** What candidates contest, or ask once results are published, and the answers. */
export function CasesPage(view: CasesView): JSX.Element {
  const { cases, refused } = view;
  const waiting = cases.filter(({ answeredAt }) => answeredAt === null);
  const toCarryOut = cases.filter((one) => one.toCarryOut);
  const over = cases.filter((one) => one.answeredAt !== null && !one.toCarryOut);
  const faults = refused?.state.faults ?? [];
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={faults} form={refused?.id}>
      <BackLink href={view.back.href}>{view.back.label}</BackLink>
      <PageTitle kicker={view.sessionName} lead={view.lead}>
        {say.title}
      </PageTitle>
      <Section title={say.waiting}>
        {waiting.length === 0 ? (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        ) : (
          waiting.map((one) => <Waiting key={one.id} one={one} view={view} />)
        )}
      </Section>
      {toCarryOut.length > 0 && (
        <Section title={say.toCarryOut}>
          <p>{say.toCarryOutText}</p>
          <Answered cases={toCarryOut} open />
        </Section>
      )}
      {over.length > 0 && (
        <Section title={say.answered}>
          <Answered cases={over} />
        </Section>
      )}
    </Page>
  );
}

function Waiting({ one, view }: { readonly one: OfficeCase; readonly view: CasesView }): JSX.Element {
  const { csrf, refused } = view;
  const mine = refused?.id === one.id;
  return (
    <Details summary={[nameOf(one), one.label, say.dueShort(one.time.silence)]} open={mine}>
      <CaseWords one={one} letterAt={one.letterAt} waits={say.due(one.time.silence)}>
        <Contested one={one} />
        <Undoing one={one} />
        <ToScripts one={one} />
      </CaseWords>
      {one.barred === null ? (
        <Form
          action={one.at}
          csrf={csrf}
          state={mine ? refused.state : emptyForm}
          prefix={one.id}
          label={say.answer}
          hidden={view.session === null ? {} : { session: view.session }}
          submit={say.submit}
        >
          <FormFields fields={answerFields} />
          {view.signer}
        </Form>
      ) : (
        <Alert tone="info">
          <p>{say.barred(one.barred)}</p>
          <p>
            {say.barredWho} <a href={delegationAddresses.delegations()}>{decisionTexts.delegations.title}</a>.
          </p>
        </Alert>
      )}
    </Details>
  );
}

function Answered({
  cases,
  open = false,
}: {
  readonly cases: readonly OfficeCase[];
  readonly open?: boolean;
}): JSX.Element {
  return (
    <>
      {cases.map((one) => (
        <Details key={one.id} summary={[nameOf(one), one.label, answerOf(one)]} open={open}>
          <CaseWords one={one} letterAt={one.letterAt}>
            <Contested one={one} />
            {open && <Undoing one={one} />}
            <ToScripts one={one} />
          </CaseWords>
        </Details>
      ))}
    </>
  );
}

function nameOf({ person }: OfficeCase): string {
  return `${personName(person)} ${person.number ?? ''}`;
}

function answerOf({ outcome, answeredAt, contested }: OfficeCase): string {
  return outcome === null || answeredAt === null
    ? ''
    : `${say.answeredAs(outcome, contested !== null)}, ${shortInstant(answeredAt)}`;
}

/** What is contested, to whoever answers: who took it, why, and its paper. */
function Contested({ one: { contested, reason, paperAt } }: { readonly one: OfficeCase }): JSX.Element | null {
  if (contested === null) return null;
  return (
    <>
      <p>{say.contested(contested.author)}</p>
      {reason !== '' && (
        <>
          <p>{say.reasons}</p>
          <p>
            <TypedWords>{reason}</TypedWords>
          </p>
        </>
      )}
      {paperAt !== null && (
        <p>
          <a href={paperAt}>{say.contest.paper}</a>
        </p>
      )}
    </>
  );
}

function ToScripts({ one: { scriptsAt, outcome } }: { readonly one: OfficeCase }): JSX.Element | null {
  if (scriptsAt === null || outcome === 'refused') return null;
  return (
    <p>
      <a href={scriptsAt}>{scriptTexts.office.title}</a>
    </p>
  );
}

/** What undoes it: an accepted appeal by itself, of an enrolment that ended; otherwise another act. */
function Undoing({ one: { undoing } }: { readonly one: OfficeCase }): JSX.Element | null {
  if (undoing === null) return null;
  return (
    <p>
      {say.undone(undoing.how)} <a href={undoing.href}>{say.undo}</a>
    </p>
  );
}

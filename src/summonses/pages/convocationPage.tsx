import type { JSX } from 'preact';
import { type Enrolment, enrolmentAddresses, isRunning } from '../../enrolment/index.ts';
import { examAddresses as addresses } from '../../exam/index.ts';
import { MESSAGE } from '../../messages/index.ts';
import { isOfDays, type Paper, PaperSheet, paperAddresses } from '../../papers/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  ButtonLink,
  type Chrome,
  defineField,
  distance,
  EmptyState,
  Form,
  FormField,
  type FormState,
  freeText,
  type Option,
  oneOf,
  Page,
  PageTitle,
  Section,
  withoutFields,
} from '../../ui/index.ts';
import { convocationTexts as say } from '../convocationTexts.ts';
import type { NextTest } from '../rules/nextTest.ts';
import { comesAt } from '../summons.ts';

/** Room for the test that the words are about. */
const WORDS = MESSAGE.characters - 500;
export const ALL_TESTS = 'toutes';

/** `coming`: what hasn't begun yet; `begun`: what somebody may not have come to. */
export function absenceForm({
  coming,
  begun,
}: {
  readonly coming: readonly Option[];
  readonly begun: readonly Option[];
}) {
  const all = coming.length > 1 ? [{ value: ALL_TESTS, label: say.absence.all }] : [];
  const options = [...coming, ...all, ...begun];
  return [
    defineField({
      name: 'epreuve',
      label: say.absence.test,
      control: 'select',
      options,
      missing: say.absence.testMissing,
      check: oneOf(options),
    }),
    defineField({
      name: 'message',
      label: say.absence.words,
      hint: say.absence.wordsHint,
      control: 'textarea',
      rows: 5,
      missing: say.absence.wordsMissing,
      check: freeText(WORDS),
    }),
  ] as const;
}

export type ConvocationView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly enrolment: Enrolment;
  /** The last; null: none yet. */
  readonly paper: Paper | null;
  /** Does it name tests? */
  readonly stands: boolean;
  readonly next: NextTest;
  readonly title: (unit: string) => string;
  /** When the exam begins, and whether somebody vouches for it. */
  readonly begins: { readonly day: string; readonly settled: boolean } | null;
  /** Days of which all is over, where something is still to come. */
  readonly past: readonly Temporal.PlainDate[];
  /** Is anything left to come to? */
  readonly coming: boolean;
  /** Has a test begun whose absence may be explained? */
  readonly missed: boolean;
  readonly fields: ReturnType<typeof absenceForm>;
  readonly state: FormState;
  readonly now: Temporal.Instant;
};

/** *Ma convocation*: what comes next first, then the paper itself, then what to do when one can't come. */
export function ConvocationPage(view: ConvocationView): JSX.Element {
  const { chrome, enrolment, paper, state } = view;
  return (
    <Page chrome={chrome} title={say.title} faults={hasForm(view) ? state.faults : withoutFields(state.faults)}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle lead={paper === null ? undefined : say.lead}>{say.title}</PageTitle>
      {paper === null ? <NotYet view={view} /> : <Given view={view} paper={paper} />}
    </Page>
  );
}

/** May they still say that they can't come, or couldn't? */
function hasForm({ enrolment, paper, stands, fields: [test] }: ConvocationView): boolean {
  return paper !== null && stands && isRunning(enrolment) && (test.options?.length ?? 0) > 0;
}

function NotYet({ view: { enrolment, begins } }: { readonly view: ConvocationView }): JSX.Element {
  if (!isRunning(enrolment)) return <EmptyState title={say.none}>{say.ended}</EmptyState>;
  return (
    <EmptyState title={say.none}>
      {begins !== null && say.begins(begins.day, begins.settled)} {say.noneText} {say.noneLate}
    </EmptyState>
  );
}

function Given({ view, paper }: { readonly view: ConvocationView; readonly paper: Paper }): JSX.Element {
  const { enrolment, stands } = view;
  const running = isRunning(enrolment);
  return (
    <>
      {running ? <Next view={view} /> : <Alert tone="warn">{say.ended}</Alert>}
      <Actions>
        <ButtonLink href={paperAddresses.pdf(enrolment.id, paper.id)}>{say.print}</ButtonLink>
        <ButtonLink kind="secondary" href={paperAddresses.download(enrolment.id, paper.id)} download>
          {say.download}
        </ButtonLink>
        <ButtonLink kind="secondary" href={addresses.summonsCalendar(enrolment.id)} download>
          {say.toCalendar}
        </ButtonLink>
      </Actions>
      <p class="muted">{say.toCalendarText}</p>
      <PaperSheet content={paper.content} level={2} isOver={isOfDays(view.past)} />
      {running && stands && <Missed view={view} />}
      {hasForm(view) && <Absence view={view} />}
    </>
  );
}

function Next({ view: { next, title, now } }: { readonly view: ConvocationView }): JSX.Element | null {
  if (next.is === 'none') return null;
  if (next.is === 'over') return <Alert tone="info">{say.next.over}</Alert>;
  const { seat } = next;
  return (
    <Alert tone="info" title={say.next[next.is](seat)}>
      {seat.plannedAt !== undefined && (
        <>
          <strong>{say.moved.seat(comesAt(seat), seat.plannedAt)}</strong>{' '}
        </>
      )}
      {say.where(title(seat.unit), seat)}
      {next.is !== 'now' && ` (${distance(now, Temporal.Instant.from(comesAt(seat)))})`}
    </Alert>
  );
}

function Missed({ view: { missed, enrolment } }: { readonly view: ConvocationView }): JSX.Element | null {
  if (!missed) return null;
  return (
    <Section title={say.missed.title}>
      <p>{say.missed.lead}</p>
      <Actions>
        <ButtonLink kind="secondary" href={addresses.absence(enrolment.id)}>
          {say.missed.go}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

function Absence({ view }: { readonly view: ConvocationView }): JSX.Element {
  const [test, words] = view.fields;
  return (
    <Section title={view.coming ? say.absence.title : say.absence.titleAfter} id="absence">
      <p>{view.coming ? say.absence.lead : say.absence.leadAfter}</p>
      <Form
        action={addresses.summons(view.enrolment.id)}
        csrf={view.csrf}
        idempotencyKey={view.idempotencyKey}
        state={view.state}
        label={say.absence.title}
        submit={say.absence.submit}
      >
        <FormField field={test} />
        <FormField field={words} />
      </Form>
    </Section>
  );
}

import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { examAddresses } from '../../exam/index.ts';
import { outcomeInWords } from '../../jury/index.ts';
import { markAddresses } from '../../marks/index.ts';
import {
  Actions,
  BackLink,
  Button,
  Details,
  defineField,
  EmptyState,
  ErrorSummary,
  Form,
  FormField,
  type FormState,
  freeText,
  frenchDate,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import {
  type Absence,
  type Decision,
  type Ended,
  MOST,
  OUTCOMES,
  type ReplacementOutcome,
  type Settled,
} from '../replacement.ts';
import type { NamedAbsent, PlacedAgain } from '../store.ts';
import { texts as say } from '../texts.ts';

const outcomes: readonly Option<ReplacementOutcome>[] = OUTCOMES.map((value) => ({
  value,
  label: say.outcomes[value],
}));

export const decisionFields = [
  defineField({
    name: 'decision',
    label: say.outcome,
    control: 'radio',
    options: outcomes,
    missing: say.outcomeMissing,
    check: oneOf(outcomes),
  }),
  defineField({
    name: 'recu',
    label: say.received,
    hint: say.receivedHint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    example: '18/06/2024',
    missing: say.receivedMissing,
    check: frenchDate(),
  }),
  defineField({
    name: 'motif',
    label: say.words,
    hint: say.wordsHint,
    control: 'textarea',
    rows: 3,
    missing: say.wordsMissing,
    check: freeText(MOST.words),
  }),
] as const;

type Named = { readonly person: NamedAbsent; readonly specialityName: string };
export type ShownAbsence = Absence &
  Named & {
    readonly decision: Decision | null;
    /** Of the replacement test; null: none yet. */
    readonly placed: PlacedAgain | null;
  };

export type ReplacementsView = PageFrame & {
  readonly session: string;
  readonly sessions: readonly Option[];
  readonly sessionLabel: string;
  readonly results: string;
  /** Of the exam, each with its source. */
  readonly law: readonly { readonly words: string; readonly source: string; readonly sure: boolean }[];
  readonly absences: readonly ShownAbsence[];
  readonly settled: readonly (Settled & Named)[];
  readonly ended: readonly (Ended & Named)[];
  /** How many of the longest list aren't shown. */
  readonly beyond: number;
  readonly now: Temporal.Instant;
  readonly refused: { readonly id: string; readonly state: FormState } | null;
};

/** Who was absent from what, and who sits it again. */
export function ReplacementsPage(view: ReplacementsView): JSX.Element {
  const { session, absences, refused } = view;
  const waiting = absences.filter(({ decision }) => decision === null);
  const faults = refused?.state.faults ?? [];
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faulty={faults.length > 0}>
      <ErrorSummary faults={faults} prefix={refused?.id ?? 'champ'} />
      <BackLink href={view.results}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionLabel} lead={say.lead}>
        {say.title}
      </PageTitle>
      <Sessions {...view} />
      {session === '' ? (
        <EmptyState title={say.noSession}>{say.noSessionText}</EmptyState>
      ) : (
        <>
          {view.law.length > 0 && (
            <Details summary={say.law}>
              <ul>
                {view.law.map(({ words, source, sure }) => (
                  <li key={words}>
                    {words} <small>{say.source(source, sure)}</small>
                  </li>
                ))}
              </ul>
            </Details>
          )}
          <Section title={say.toDecide}>
            {waiting.length === 0 ? (
              <EmptyState title={say.none}>{say.noneText}</EmptyState>
            ) : (
              waiting.map((one) => <Decide key={idOf(one)} absence={one} view={view} />)
            )}
          </Section>
          {OUTCOMES.map((outcome) => (
            <Decided key={outcome} outcome={outcome} view={view} />
          ))}
          <SettledPart {...view} />
          {view.beyond > 0 && <p>{say.beyond(MOST.listed)}</p>}
        </>
      )}
    </Page>
  );
}

/** Of its form among the others. */
function idOf({ enrolmentId, unit }: Pick<Absence, 'enrolmentId' | 'unit'>): string {
  return `${enrolmentId}-${unit}`;
}

function Decide({ absence, view }: { readonly absence: ShownAbsence; readonly view: ReplacementsView }): JSX.Element {
  const { person, number, specialityName, title, known, decision } = absence;
  const id = idOf(absence);
  const mine = view.refused?.id === id;
  return (
    <Details
      summary={decision === null ? `${personName(person)} ${number}, ${specialityName}, ${title}` : say.again}
      open={mine}
    >
      {decision === null && <p class="muted">{say.known[known]}</p>}
      <Form
        action={addresses.decide}
        csrf={view.csrf}
        state={mine && view.refused !== null ? view.refused.state : { typed: {}, faults: [] }}
        prefix={id}
        summary={false}
        label={`${say.submit}, ${personName(person)}, ${title}`}
        hidden={{
          session: view.session,
          dossier: absence.enrolmentId,
          unite: absence.unit,
          vu: String(decision?.rank ?? 0),
        }}
      >
        {decisionFields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{say.submit}</Button>
        </Actions>
      </Form>
    </Details>
  );
}

function Decided({
  outcome,
  view,
}: {
  readonly outcome: ReplacementOutcome;
  readonly view: ReplacementsView;
}): JSX.Element | null {
  const lines = view.absences.filter(({ decision }) => decision?.outcome === outcome);
  if (lines.length === 0) return null;
  return (
    <Section title={say[outcome]}>
      {outcome === 'granted' && (
        <>
          <p>{say.next}</p>
          <p>
            <a href={examAddresses.calendar({ session: view.session })}>{say.calendar}</a>,{' '}
            <a href={examAddresses.plan({ session: view.session })}>{say.plan}</a>,{' '}
            <a href={markAddresses.list({ session: view.session })}>{say.batches}</a>
          </p>
          <p>
            {say.list}
            {'\u00a0: '}
            <a href={addresses.file(view.session, 'xlsx')} download>
              XLSX
            </a>
            ,{' '}
            <a href={addresses.file(view.session, 'csv')} download>
              CSV
            </a>
          </p>
        </>
      )}
      <Table
        caption={say[outcome]}
        captionUnseen
        columns={(outcome === 'granted' ? say.grantedColumns : say.columns).map((label) => ({ label }))}
        rows={lines.map((one) => ({
          key: idOf(one),
          cells: [
            `${personName(one.person)} ${one.number}`,
            one.specialityName,
            one.title,
            ...(outcome === 'granted' ? [placedInWords(one, view.now)] : []),
            <div key="decision">
              {one.decision !== null && <p>{say.decided(one.decision.words, one.decision.receivedOn)}</p>}
              <Decide absence={one} view={view} />
            </div>,
          ],
        }))}
      />
    </Section>
  );
}

function placedInWords({ placed }: ShownAbsence, now: Temporal.Instant): string {
  if (placed === null) return say.notPlaced;
  const { startsAt, centre, room } = placed;
  const where = say.placed(startsAt, centre, room);
  return Temporal.Instant.compare(startsAt, now) <= 0 ? `${say.isOver}${where}` : where;
}

/** What was decided of and is no absence any more, or whose candidate left: no decision leaves the page. */
function SettledPart({ settled, ended }: ReplacementsView): JSX.Element | null {
  const count = settled.length + ended.length;
  if (count === 0) return null;
  const row = (one: (typeof settled)[number] | (typeof ended)[number], now: string) => ({
    key: idOf(one),
    cells: [
      `${personName(one.person)} ${one.number}`,
      one.specialityName,
      one.title,
      `${say.decidedOn(one.decision.outcome, one.decision.decidedAt)} ${say.decided(one.decision.words, one.decision.receivedOn)}`,
      now,
    ],
  });
  return (
    <Details summary={say.settled(count)}>
      <Table
        caption={say.settled(count)}
        captionUnseen
        columns={say.settledColumns.map((label) => ({ label }))}
        rows={[
          ...settled.map((one) =>
            row(
              one,
              one.outcome.code === 'not-entered'
                ? say.awaited
                : say.settledNow(outcomeInWords(one.outcome), one.lockedAt),
            ),
          ),
          ...ended.map((one) => row(one, say.ended[one.why])),
        ]}
      />
    </Details>
  );
}

function Sessions({ sessions, session }: ReplacementsView): JSX.Element | null {
  if (sessions.length < 2) return null;
  return (
    <Form action={addresses.list()} method="get" label={say.session} inline>
      <div class="field narrows">
        <label for="filtre-session">{say.session}</label>
        <select id="filtre-session" name="session">
          {sessions.map(({ value, label }) => (
            <option key={value} value={value} selected={value === session}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}

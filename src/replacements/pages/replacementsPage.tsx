import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { SignActions } from '../../decisions/index.ts';
import { examAddresses } from '../../exam/index.ts';
import { markAddresses } from '../../marks/index.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSession, SessionChoice } from '../../scope/index.ts';
import {
  BackLink,
  Details,
  defineField,
  EmptyState,
  Form,
  FormFields,
  freeText,
  frenchDate,
  numericDay,
  type Option,
  oneOf,
  Page,
  PageTitle,
  Section,
  Table,
  TableLinks,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Excuse } from '../excuses/excuse.ts';
import { readingTexts } from '../excuses/texts.ts';
import { MOST, OUTCOMES, type ReplacementOutcome } from '../replacement.ts';
import { texts as say } from '../texts.ts';
import { idOf, SettledPart } from './settledPart.tsx';
import type { ReplacementsView, ShownAbsence } from './views.ts';

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

/** Who was absent from what, and who sits it again. */
export function ReplacementsPage(view: ReplacementsView): JSX.Element {
  const { session, absences, refused } = view;
  const waiting = absences.filter(({ decision }) => decision === null);
  const faults = refused?.state.faults ?? [];
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={faults} form={refused?.id}>
      <BackLink href={view.results}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionName} lead={say.lead}>
        {say.title}
      </PageTitle>
      <SessionChoice action={addresses.list()} sessions={view.sessions} session={session} />
      {session === '' ? (
        <NoSession />
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

/** What it says stays with the service that read it. */
function excuseInWords({ sentAt, conclusion, said }: Excuse): string {
  const { sent, read } = readingTexts.forHead;
  return conclusion === null ? sent(sentAt) : read(sentAt, conclusion, said);
}

/** The day on which it came, as the form takes it. */
function receivedWith(excuse: Excuse | null): Readonly<Record<string, string>> {
  return excuse === null ? {} : { recu: numericDay(parisDay(excuse.sentAt)) };
}

function Decide({ absence, view }: { readonly absence: ShownAbsence; readonly view: ReplacementsView }): JSX.Element {
  const { person, number, specialityName, title, known, decision, excuse } = absence;
  const id = idOf(absence);
  const mine = view.refused?.id === id;
  return (
    <Details
      summary={
        decision === null
          ? say.waiting([`${personName(person)} ${number}`, specialityName, title], excuse !== null)
          : say.again
      }
      open={mine}
    >
      {decision === null && <p class="muted">{say.known[known]}</p>}
      {absence.admitted && <p>{say.admitted}</p>}
      {excuse !== null && <p>{excuseInWords(excuse)}</p>}
      <Form
        action={addresses.decide}
        csrf={view.csrf}
        state={mine && view.refused !== null ? view.refused.state : { typed: receivedWith(excuse), faults: [] }}
        prefix={id}
        label={`${say.submit}, ${personName(person)}, ${title}`}
        hidden={{
          session: view.session,
          dossier: absence.enrolmentId,
          unite: absence.unit,
          vu: String(decision?.rank ?? 0),
        }}
      >
        <FormFields fields={decisionFields} />
        <SignActions signer={view.signer} submit={say.submit} />
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
            <TableLinks label={say.list} href={(format) => addresses.file(view.session, format)} />
          </p>
        </>
      )}
      <Table
        caption={say[outcome]}
        columns={outcome === 'granted' ? say.grantedColumns : say.columns}
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

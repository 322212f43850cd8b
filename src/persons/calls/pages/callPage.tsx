import type { JSX } from 'preact';
import { type Access, accountTexts, addressInWords, type Candidate, hasMailbox } from '../../../accounts/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Checklist,
  type ChecklistItem,
  type Fault,
  Form,
  FormField,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  shortInstant,
  Table,
  type TimelineEntry,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { changeoverTexts } from '../../changeover/changeoverTexts.ts';
import { notesTexts } from '../../notes/notesTexts.ts';
import { Notes, noteField } from '../../notes/pages/notesPage.tsx';
import type { SentMail } from '../../store/sentMails.ts';
import { typingTexts } from '../../typing/typingTexts.ts';
import { callsTexts as say } from '../callsTexts.ts';

export type CallView = PageFrame & {
  readonly enrolmentId: string;
  /** Null: a draft, which has no file. */
  readonly number: string | null;
  /** Which they may say instead, and which stands on their old papers; null: they are of no list. */
  readonly formerNumber: string | null;
  readonly name: string;
  readonly session: string;
  readonly candidate: Candidate;
  readonly savedAt: Temporal.Instant;
  /** The steps of a draft, with the one that is next; none of what is registered. */
  readonly steps: readonly ChecklistItem[];
  /** What they are stuck at, or what they read as still to do. */
  readonly stuck: readonly string[];
  readonly access: Access;
  /** Since when their mail box refuses. */
  readonly unreached: Temporal.Instant | null;
  readonly mails: readonly SentMail[];
  /** May answers still be typed for them? */
  readonly living: boolean;
  /** What was said at other calls, the last first. */
  readonly notes: readonly TimelineEntry[];
  /** Of the note, and what couldn't be done. */
  readonly state: FormState;
  /** Of each of its buttons. */
  readonly idempotencyKey: string;
};

/** Somebody on the telephone: where they are stuck, what was sent to them, and what helps them at once. */
export function CallPage(view: CallView): JSX.Element {
  const { enrolmentId, number, candidate, formerNumber } = view;
  const formerly = formerNumber === null ? [] : [changeoverTexts.known(formerNumber)];
  return (
    <Page chrome={view.chrome} flash={view.flash} title={`${say.title}, ${view.name}`} faults={faultsOf(view.state)}>
      {number === null ? (
        <BackLink href={personAddresses.calls}>{say.title}</BackLink>
      ) : (
        <BackLink href={deskAddresses.file(enrolmentId)}>{number}</BackLink>
      )}
      <PageTitle
        kicker={[view.session, ...formerly].join(' · ')}
        lead={number === null ? say.person.draft(view.savedAt) : say.person.born(candidate.birthDate)}
      >
        {view.name}
      </PageTitle>
      <Section title={say.stuck.title}>
        {view.stuck.length === 0 ? (
          <p>{say.stuck.nothing}</p>
        ) : (
          <ul>
            {view.stuck.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {view.steps.length > 0 && <Checklist items={view.steps} />}
        {view.living && (
          <p>
            <ButtonLink kind="secondary" href={personAddresses.type(enrolmentId)}>
              {typingTexts.link}
            </ButtonLink>
          </p>
        )}
      </Section>
      <Noted view={view} />
      <Account view={view} />
      <Sent mails={view.mails} closed={candidate.closedAt !== null} />
    </Page>
  );
}

/** What a button couldn't do is of no field. */
function faultsOf({ faults }: FormState): readonly Fault[] {
  return faults.map(({ field, message }) => ({ field: field === noteField.name ? field : null, message }));
}

/** What is said now, kept in one act while they are at the telephone; and what was said before. */
function Noted({
  view: { enrolmentId, csrf, idempotencyKey, state, notes },
}: {
  readonly view: CallView;
}): JSX.Element {
  return (
    <>
      <Form
        action={personAddresses.callNote(enrolmentId)}
        {...{ csrf, idempotencyKey, state }}
        label={notesTexts.write}
        submit={notesTexts.submit}
        kind="secondary"
      >
        <FormField field={noteField} />
      </Form>
      <Notes notes={notes} />
    </>
  );
}

function Account({ view }: { readonly view: CallView }): JSX.Element {
  const { access, candidate, enrolmentId, csrf, idempotencyKey } = view;
  const words = say.access;
  const closed = candidate.closedAt !== null;
  return (
    <Section title={words.title}>
      {view.unreached !== null && <Alert tone="warn">{words.refused(view.unreached)}</Alert>}
      <SummaryList
        rows={[
          { label: words.address, value: addressInWords(candidate) },
          ...(closed
            ? []
            : [
                { label: words.state, value: access.activated ? words.activated : words.never },
                { label: words.tries, value: words.counted(access.tries, access.needsCode) },
              ]),
        ]}
      />
      {closed && <p>{accountTexts.closedText}</p>}
      <Actions>
        {hasMailbox(candidate) && (
          <ActionForm action={personAddresses.callMail(enrolmentId)} {...{ csrf, idempotencyKey }}>
            <Button kind="secondary">{access.activated ? words.password : words.activation}</Button>
          </ActionForm>
        )}
        {access.tries > 0 && (
          <ActionForm action={personAddresses.callUnlock(enrolmentId)} {...{ csrf, idempotencyKey }}>
            <Button kind="secondary">{words.unlock}</Button>
          </ActionForm>
        )}
      </Actions>
      {access.tries > 0 && <p class="muted">{words.unlockText}</p>}
    </Section>
  );
}

function Sent({ mails, closed }: Pick<CallView, 'mails'> & { readonly closed: boolean }): JSX.Element {
  const words = say.sent;
  return (
    <Section title={words.title}>
      {mails.length === 0 ? (
        <p class="muted">{closed ? words.gone : words.none}</p>
      ) : (
        <Table
          caption={words.title}
          columns={[...words.columns]}
          rows={mails.map(({ id, subject, state, at }) => ({
            key: id,
            cells: [subject, shortInstant(at), words.states[state]],
          }))}
        />
      )}
    </Section>
  );
}

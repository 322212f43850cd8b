import type { JSX } from 'preact';
import { ENTRY, ENTRY_WAYS, type Entry, type EntryWay } from '../../../enrolment/index.ts';
import { fileField } from '../../../pieces/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  defineFileField,
  EmptyState,
  ErrorSummary,
  Fieldset,
  FileInput,
  Form,
  FormField,
  type FormState,
  freeText,
  frenchDate,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { People } from '../../rules/people.ts';
import type { EntryProof } from '../../store/entryProofs.ts';
import { typingTexts as say } from '../typingTexts.ts';

const ways = ENTRY_WAYS.map((way) => ({ value: way, label: say.ways[way] }));
export const askedFields = [
  defineField({
    name: 'demande',
    label: say.way,
    control: 'radio',
    options: ways,
    missing: say.wayMissing,
    check: oneOf<EntryWay>(ways),
  }),
  defineField({
    name: 'jour',
    label: say.day,
    hint: say.dayHint,
    control: 'date',
    autocomplete: 'off',
    width: 12,
    missing: say.dayMissing,
    check: frenchDate(),
  }),
  defineField({
    name: 'mots',
    label: say.words,
    hint: say.wordsHint,
    control: 'textarea',
    rows: 3,
    missing: say.wordsMissing,
    check: freeText(ENTRY.words),
  }),
] as const;
export const proofField = defineFileField({ ...fileField, label: say.proof, hint: say.proofHint });

/** What was asked, when, how, and its proof. */
export function AskedFields(): JSX.Element {
  return (
    <Fieldset legend={say.legend}>
      {askedFields.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
      <FileInput field={proofField} />
    </Fieldset>
  );
}

export type TypingView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  /** Why nothing can be typed; null: something can. */
  readonly shut: string | null;
  /** Of this officer or of a colleague, if one is open. */
  readonly open: { readonly entry: Entry; readonly isOwn: boolean } | null;
  readonly former: readonly Entry[];
  readonly proofs: readonly EntryProof[];
  readonly people: People;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** Before the steps are opened in a candidate's name: what was asked, and what was typed before. */
export function TypingPage(view: TypingView): JSX.Element {
  const { enrolmentId, shut, state } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={`${say.title}, ${view.number}`}
      faulty={state.faults.length > 0}
      scripts={['deposit.js']}
    >
      {(shut !== null || view.open !== null) && <ErrorSummary faults={state.faults} />}
      <BackLink href={addresses.file(enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={view.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      {shut !== null && (
        <Alert tone="info" title={say.shut}>
          {shut}
        </Alert>
      )}
      {view.open !== null && <Open view={view} open={view.open} />}
      {shut === null && view.open === null && (
        <Form
          action={addresses.type(enrolmentId)}
          multipart
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          state={state}
        >
          <AskedFields />
          <Button>{say.submit}</Button>
        </Form>
      )}
      <Former view={view} />
    </Page>
  );
}

function Open({
  view,
  open,
}: {
  readonly view: TypingView;
  readonly open: NonNullable<TypingView['open']>;
}): JSX.Element {
  const { isOwn, entry } = open;
  const words = say.resume;
  return (
    <Alert tone="warn" title={isOwn ? words.title : words.held}>
      <p>
        {words.heldText(entry.openedAt)} <TypedWords>{entry.words}</TypedWords>
      </p>
      {isOwn && (
        <p>
          <ButtonLink href={addresses.typing(view.enrolmentId, 'recapitulatif')}>{words.link}</ButtonLink>
        </p>
      )}
    </Alert>
  );
}

function Former({ view }: { readonly view: TypingView }): JSX.Element {
  const words = say.former;
  const proofs = new Map(view.proofs.map((proof) => [proof.entryId, proof]));
  return (
    <Section title={words.title}>
      {view.former.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table
          caption={words.title}
          captionUnseen
          columns={Object.values(words.columns).map((label) => ({ label }))}
          rows={view.former.map((entry) => ({
            key: entry.id,
            cells: [
              shortInstant(entry.openedAt),
              words.asked(entry.way, entry.receivedOn),
              view.people('staff', entry.officerId),
              <TypedWords key="mots">{entry.words}</TypedWords>,
              entry.version === null ? words.outcomes[entry.outcome ?? 'open'] : words.version(entry.version),
              <Proof key="preuve" id={view.enrolmentId} proof={proofs.get(entry.id) ?? null} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function Proof({ id, proof }: { readonly id: string; readonly proof: EntryProof | null }): JSX.Element | null {
  const words = say.former;
  if (proof === null) return null;
  if (proof.scan === 'waiting') return <>{words.waits}</>;
  if (proof.scan === 'infected') return <>{words.infected}</>;
  return (
    <a href={addresses.typingProof(id, proof.entryId)} download>
      {words.open}
    </a>
  );
}

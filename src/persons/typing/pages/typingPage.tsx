import type { JSX } from 'preact';
import { type AskedWay, ENTRY, type TypedEntry } from '../../../enrolment/index.ts';
import { fileField } from '../../../pieces/index.ts';
import type { People } from '../../../scope/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  defineField,
  defineFileField,
  emptyForm,
  Fieldset,
  FileInput,
  Form,
  FormFields,
  type FormState,
  freeText,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { dayField, ForCandidatePage, type ForCandidateView, wayField } from '../../pages/forCandidatePage.tsx';
import { type EntryProof, isWhole } from '../../store/entryProofs.ts';
import { typingTexts as say } from '../typingTexts.ts';

export const askedFields = [
  wayField<'demande', AskedWay>('demande', say.ways, { label: say.way, missing: say.wayMissing }),
  dayField({ label: say.day, hint: say.dayHint, missing: say.dayMissing }),
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
/** The `prefix` of the form that replaces one, and its field. */
const AGAIN = 'preuve';
export const againField = defineFileField({ ...fileField, name: AGAIN, label: say.proof });

/** What was asked, when, how, and its proof. */
export function AskedFields(): JSX.Element {
  return (
    <Fieldset legend={say.legend}>
      <FormFields fields={askedFields} />
      <FileInput field={proofField} />
    </Fieldset>
  );
}

export type TypingView = ForCandidateView & {
  /** Of this officer or of a colleague, if one is open. */
  readonly open: { readonly entry: TypedEntry; readonly isOwn: boolean } | null;
  readonly former: readonly TypedEntry[];
  readonly proofs: readonly EntryProof[];
  readonly people: People;
};

/** Before the steps are opened in a candidate's name: what was asked, and what was typed before. */
export function TypingPage(view: TypingView): JSX.Element {
  return (
    <ForCandidatePage
      view={view}
      form={isOfAgain(view.state) ? AGAIN : null}
      title={say.title}
      kicker={view.name}
      heading={say.title}
      lead={say.lead}
      shutTitle={say.shut}
      action={personAddresses.type(view.enrolmentId)}
      submit={say.submit}
      instead={view.open === null ? null : <Open view={view} open={view.open} />}
      below={<Former view={view} />}
    >
      <AskedFields />
    </ForCandidatePage>
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
          <ButtonLink href={personAddresses.typing(view.enrolmentId, 'recapitulatif')}>{words.link}</ButtonLink>
        </p>
      )}
    </Alert>
  );
}

function Former({ view }: { readonly view: TypingView }): JSX.Element | null {
  const words = say.former;
  if (view.former.length === 0) return null;
  const proofs = new Map(view.proofs.map((proof) => [proof.entryId, proof]));
  const broken = view.former.find(({ id }) => !isWhole(proofs.get(id) ?? WHOLE));
  return (
    <Section title={words.title}>
      <Table
        caption={words.title}
        columns={Object.values(words.columns)}
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
      {broken !== undefined && <Again view={view} entry={broken} />}
    </Section>
  );
}

function isOfAgain({ faults }: FormState): boolean {
  return faults.some(({ field }) => field === againField.name);
}

const WHOLE = { scan: null, fault: null };

function Proof({ id, proof }: { readonly id: string; readonly proof: EntryProof | null }): JSX.Element | null {
  const words = say.former;
  if (proof === null) return null;
  if (proof.fault !== null) return <strong>{words.faults[proof.fault]}</strong>;
  if (proof.scan === 'waiting') return <>{words.waits}</>;
  if (proof.scan === 'infected') return <>{words.infected}</>;
  return (
    <a href={personAddresses.typingProof(id, proof.entryId)} download>
      {words.open}
    </a>
  );
}

/** The paper scanned again, in the place of a file that proves nothing any more; one at a time. */
function Again({ view, entry }: { readonly view: TypingView; readonly entry: TypedEntry }): JSX.Element {
  const words = say.former.again;
  return (
    <>
      <h3>{words.title(entry.receivedOn)}</h3>
      <p>{words.text}</p>
      <Form
        action={personAddresses.typingProof(view.enrolmentId, entry.id)}
        multipart
        csrf={view.csrf}
        prefix={AGAIN}
        state={isOfAgain(view.state) ? view.state : emptyForm}
      >
        <FileInput field={againField} />
        <Button kind="secondary">{words.submit}</Button>
      </Form>
    </>
  );
}

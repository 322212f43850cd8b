import type { JSX } from 'preact';
import {
  RECOVERY_LIFE,
  RECOVERY_PROOFS,
  type Recovery,
  type RecoveryProof,
  retypedAddressFields,
} from '../../../accounts/index.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormFields,
  type FormState,
  frenchDate,
  instantInWords,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  Unsent,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { addressTexts as say } from '../addressTexts.ts';

/** What the buttons send in `acte`. */
export const ADDRESS_ACTS = { propose: 'proposer', approve: 'approuver', drop: 'arreter' } as const;

const proofs = RECOVERY_PROOFS.map((code) => ({ value: code, label: say.proofs[code] }));
const proofField = defineField({
  name: 'proof',
  label: say.fields.proof,
  hint: say.fields.proofHint,
  control: 'radio',
  options: proofs,
  missing: say.fields.proofMissing,
  check: oneOf<RecoveryProof>(proofs),
});
const seenOnField = defineField({
  name: 'seenOn',
  label: say.fields.seenOn,
  control: 'date',
  autocomplete: 'off',
  width: 12,
  missing: say.fields.seenOnMissing,
  check: frenchDate(),
});
const [address, again] = retypedAddressFields;
export const recoveryFields = [address, { ...again, missing: say.fields.again }, proofField, seenOnField] as const;

export type AddressView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly people: People;
  /** The last one; null: none was ever asked for. */
  readonly recovery: Recovery | null;
  /** Did this person propose it? */
  readonly own: boolean;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** A lost mail box: what is under way, or the form that asks for another address. */
export function AddressPage(view: AddressView): JSX.Element {
  const { enrolmentId, recovery, state } = view;
  const running = recovery !== null && RECOVERY_LIFE.may('drop', recovery.state);
  return (
    <Page chrome={view.chrome} flash={view.flash} title={`${say.title}, ${view.number}`} faults={state.faults}>
      <BackLink href={deskAddresses.file(enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={view.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      {running ? (
        <>
          <Running view={view} recovery={recovery} />
          <Unsent words={state.typed.address} />
        </>
      ) : (
        <Proposal view={view} />
      )}
    </Page>
  );
}

function Running({ view, recovery }: { readonly view: AddressView; readonly recovery: Recovery }): JSX.Element {
  const words = say.proposal;
  const { people, own } = view;
  const waits = RECOVERY_LIFE.may('approve', recovery.state);
  return (
    <Section title={words.title}>
      <SummaryList
        rows={[
          { label: words.from, value: recovery.formerAddress },
          { label: words.to, value: recovery.newAddress },
          { label: words.seen, value: words.proof(recovery.proof, recovery.seenOn) },
          { label: words.by, value: people('staff', recovery.proposedBy) },
          ...(recovery.approvedBy === null
            ? []
            : [{ label: words.approved, value: people('staff', recovery.approvedBy) }]),
          ...(recovery.endsAt === null ? [] : [{ label: words.ends, value: instantInWords(recovery.endsAt) }]),
        ]}
      />
      <p>{waits ? (own ? say.waitsForAnother : say.how) : say.told(recovery)}</p>
      <Actions>
        {waits && !own && <Act view={view} recovery={recovery} act="approve" />}
        <Act view={view} recovery={recovery} act="drop" />
      </Actions>
    </Section>
  );
}

function Act(props: {
  readonly view: AddressView;
  readonly recovery: Recovery;
  readonly act: 'approve' | 'drop';
}): JSX.Element {
  const { view, recovery, act } = props;
  return (
    <ActionForm
      action={personAddresses.address(view.enrolmentId)}
      csrf={view.csrf}
      hidden={{ acte: ADDRESS_ACTS[act], changement: recovery.id }}
    >
      <Button kind={act === 'approve' ? 'primary' : 'secondary'}>{say[act]}</Button>
    </ActionForm>
  );
}

function Proposal({ view }: { readonly view: AddressView }): JSX.Element {
  const { recovery, enrolmentId } = view;
  return (
    <>
      {recovery !== null && recovery.state !== 'proposed' && recovery.state !== 'approved' && (
        <Alert tone={recovery.state === 'objected' ? 'danger' : 'info'}>
          {say.last[recovery.state](recovery.endedAt ?? recovery.proposedAt)}
        </Alert>
      )}
      <p>{say.how}</p>
      <SummaryList rows={[{ label: say.now, value: view.address }]} />
      <Form
        action={personAddresses.address(enrolmentId)}
        csrf={view.csrf}
        idempotencyKey={view.idempotencyKey}
        hidden={{ acte: ADDRESS_ACTS.propose }}
        state={view.state}
        label={say.title}
      >
        <FormFields fields={recoveryFields} />
        <Actions>
          <Button>{say.submit}</Button>
          <ButtonLink kind="secondary" href={deskAddresses.file(enrolmentId)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}

import type { JSX } from 'preact';
import { type OnePerson, whyOnePerson } from '../../../accounts/index.ts';
import { groundField, SignActions, type SignerShown, sureField, wordsField } from '../../../decisions/index.ts';
import { letterTexts, paperDesk } from '../../../papers/index.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import { Actions, AsWritten, Button, Form, FormFields, type FormState, Section, Timeline } from '../../../ui/index.ts';
import { CANCELLATION_LIFE, type Cancellation } from '../../cancellation.ts';
import { STEPS } from '../../rules/cancellation.ts';
import { closingTexts } from '../closingTexts.ts';

const say = closingTexts.cancellation;

const ground = groundField(say.propose, 500);

export const cancellationForms = {
  propose: [wordsField('motifs', say.propose, 4000), ground, sureField(say.propose)],
  reverse: [wordsField('note', say.reverse)],
} as const;

/** What the forms of a file's page send in `acte`. */
export const ACTS = {
  invite: 'inviter',
  grant: 'delai',
  propose: 'proposer',
  approve: 'approuver',
  drop: 'abandonner',
  undo: 'revenir',
  reverse: 'retablir',
} as const;
type ActName = Exclude<keyof typeof ACTS, 'invite' | 'grant'>;

export type CancellationView = {
  readonly enrolmentId: string;
  readonly version: number;
  readonly csrf: string;
  readonly state: FormState;
  readonly people: People;
  /** The last one first. */
  readonly cancellations: readonly Cancellation[];
  /** Has an invitation run out, and is something still missing? */
  readonly canPropose: boolean;
  /** A head of office who didn't propose it, nor was brought in lately by who did. */
  readonly canApprove: boolean;
  /** Why a head is no second person for it; null: they are, or it isn't theirs to approve. */
  readonly barred: OnePerson | null;
  /** Under whose name it would be signed, or who could. */
  readonly signers: Readonly<Record<'approve' | 'reverse', SignerShown>>;
  /** Where the notification of the one that took effect stands. */
  readonly notified: string | null;
};

/** The annulment of one file: its history, and what this person may do with it now. */
export function CancellationSection(view: CancellationView): JSX.Element | null {
  const { cancellations, canPropose, people } = view;
  const [last] = cancellations;
  if (last === undefined && !canPropose) return null;
  const offered = STEPS.filter((step) => last !== undefined && CANCELLATION_LIFE.may(step, last.state));
  return (
    <Section title={say.title} id="annulation">
      {cancellations.length > 0 && (
        <Timeline
          entries={cancellations.map((one) => ({
            key: one.id,
            at: one.proposedAt,
            actor: people('staff', one.proposedBy),
            text: say.told(one, one.approvedBy === null ? null : people('staff', one.approvedBy)),
          }))}
        />
      )}
      {view.notified !== null && (
        <p>
          {view.notified} <a href={paperDesk.letter(view.enrolmentId)}>{letterTexts.title}</a>
        </p>
      )}
      {offered.includes('approve') &&
        (view.canApprove ? <Act view={view} act="approve" kind="danger" /> : <p>{say.waitsForAnother}</p>)}
      {offered.includes('approve') && view.barred !== null && view.barred.links.length > 0 && (
        <p>{whyOnePerson(view.barred)}</p>
      )}
      {offered.map((step) => step !== 'approve' && <Act key={step} view={view} act={step} kind="secondary" />)}
      {offered.length === 0 && canPropose && <Act view={view} act="propose" kind="danger" />}
    </Section>
  );
}

function Act({
  view,
  act,
  kind,
}: {
  readonly view: CancellationView;
  readonly act: ActName;
  readonly kind: 'danger' | 'secondary';
}): JSX.Element {
  const its = say[act];
  const fields = act === 'propose' || act === 'reverse' ? cancellationForms[act] : [];
  return (
    <>
      <p>{its.text}</p>
      <Form
        action={deskAddresses.closingCase(view.enrolmentId)}
        csrf={view.csrf}
        version={view.version}
        state={view.state}
        label={its.submit}
      >
        <input type="hidden" name="acte" value={ACTS[act]} />
        {act !== 'propose' && <input type="hidden" name="annulation" value={view.cancellations[0]?.id} />}
        <FormFields fields={fields} />
        {act === 'approve' && view.signers.approve.note}
        {act === 'reverse' ? (
          <SignActions signer={view.signers.reverse} submit={its.submit} kind={kind} />
        ) : (
          <>
            {act === 'propose' && <AsWritten />}
            <Actions>
              {act === 'propose' && (
                <Button kind="danger" name="suite" value="oui">
                  {say.propose.next}
                </Button>
              )}
              <Button kind={kind}>{its.submit}</Button>
            </Actions>
          </>
        )}
      </Form>
    </>
  );
}

import type { JSX } from 'preact';
import {
  backField,
  type Decided,
  decisionTexts,
  type PreparedDecision,
  type SignerShown,
  sureField,
  wordsField,
} from '../../decisions/index.ts';
import { deskAddresses, type People, type Signable } from '../../scope/index.ts';
import {
  Actions,
  Alert,
  AsWritten,
  BackLink,
  Button,
  ButtonLink,
  FoldedForm,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { addresses as signingAddresses } from '../addresses.ts';
import { signingTexts } from '../texts.ts';

const say = signingTexts.one;

export const SIGN = { name: 'acte', value: 'signer' } as const;
export const SEND_BACK = { name: 'acte', value: 'renvoyer' } as const;

const reason = { words: say.reason, hint: say.reasonHint, missing: say.reasonMissing };
export const signFields = ({ longest }: Pick<Signable, 'longest'>) =>
  [wordsField('motifs', reason, longest), sureField(say)] as const;

export type PreparedView = PageFrame & {
  readonly prepared: PreparedDecision;
  readonly signable: Pick<Signable, 'declared' | 'longest' | 'says' | 'address'>;
  /** What it bears beyond its facts. */
  readonly said: readonly string[];
  /** What it became. */
  readonly decided: Decided | null;
  /** Where it is taken. */
  readonly place: string;
  readonly number: string;
  readonly name: string;
  /** The file says something else than when it was prepared. */
  readonly changed: boolean;
  readonly signer: SignerShown;
  readonly people: People;
  readonly form: 'signer' | 'renvoyer' | null;
  readonly state: FormState;
};

/** One prepared decision: what it says and stands on; signed or sent back by who may. */
export function PreparedPage(view: PreparedView): JSX.Element {
  const { prepared, signable, decided, signer, people, changed, state, form } = view;
  const { state: standing, preparedBy, preparedAt, closedBy, closedAt, back, enrolmentId } = prepared;
  const isOpen = standing === 'waiting';
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={signable.declared.title}
      faults={state.faults}
      form={form === 'renvoyer' ? 'renvoyer' : null}
    >
      <BackLink href={deskAddresses.toSign()}>{say.back}</BackLink>
      <PageTitle
        kicker={`${view.number} ${view.name}`}
        lead={decisionTexts.one.prepared(people('staff', preparedBy), preparedAt)}
      >
        {signable.declared.title}
      </PageTitle>
      {closedAt !== null && standing === 'sent-back' && (
        <Alert tone="info">{decisionTexts.one.sentBack(people('staff', closedBy), closedAt, back ?? '')}</Alert>
      )}
      {closedAt !== null && standing === 'signed' && (
        <Alert tone="ok">{say.signed(decided === null ? people('staff', closedBy) : nameOf(decided), closedAt)}</Alert>
      )}
      {isOpen && changed && <Alert tone="warn">{decisionTexts.one.changed}</Alert>}
      <Section title={say.facts}>
        <ul>
          {prepared.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {view.said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {prepared.ground !== '' && <p>{say.ground(prepared.ground)}</p>}
        <p>
          <a href={deskAddresses.file(enrolmentId)}>{say.file}</a> · <a href={view.place}>{say.page}</a>
        </p>
      </Section>
      {isOpen && signer.may ? (
        <Sign {...view} />
      ) : (
        <Section title={say.reason}>
          <p class="typed">{decided?.reason ?? prepared.reason}</p>
        </Section>
      )}
      {isOpen && !signer.may && signer.note}
      {standing === 'sent-back' && (
        <Actions>
          <ButtonLink href={view.place}>{say.again}</ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

/** As it is printed on the decision. */
function nameOf({ author: { firstName, surname } }: Decided): string {
  return `${firstName} ${surname}`.trim();
}

function Sign({ prepared, signable, csrf, signer, changed, form, state }: PreparedView): JSX.Element {
  const { id, rowVersion, reason: written } = prepared;
  const action = signingAddresses.prepared(id);
  const typed = form === 'signer' ? state : { typed: { motifs: written }, faults: [] };
  return (
    <>
      {changed ? (
        <p class="typed">{written}</p>
      ) : (
        <Form action={action} csrf={csrf} version={rowVersion} state={typed} label={say.sign}>
          <FormFields fields={signFields(signable)} />
          <AsWritten />
          {signer.note}
          <Actions>
            <Button {...SIGN}>{say.sign}</Button>
          </Actions>
        </Form>
      )}
      <FoldedForm
        name="renvoyer"
        title={decisionTexts.one.sendBack}
        action={action}
        csrf={csrf}
        version={rowVersion}
        fields={[backField]}
        refused={form === 'renvoyer' ? state : null}
        open={changed}
      >
        <input type="hidden" name={SEND_BACK.name} value={SEND_BACK.value} />
      </FoldedForm>
    </>
  );
}

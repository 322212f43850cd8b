import type { JSX } from 'preact';
import type { SignatureSetting } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses, isBeingChanged, type StepName } from '../../enrolment/index.ts';
import { type Paper, PaperSheet, withoutBox } from '../../papers/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  distanceToEnd,
  type Field,
  type Flash,
  Form,
  FormFields,
  type FormState,
  Page,
  PageTitle,
  Section,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { InvitedSigner } from '../rules/whoSigns.ts';
import { texts } from '../texts.ts';

const say = texts;

export type SignView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly enrolment: Enrolment;
  readonly paper: Paper;
  readonly contentSha256: string;
  /** The candidate's, where a code is mailed to. */
  readonly address: string;
  /** Of a minor: who signs after the candidate. */
  readonly representative: InvitedSigner | null;
  readonly fields: readonly Field[];
  /** A code is asked for, in the place of the password. */
  readonly byCode: boolean;
  readonly setting: SignatureSetting;
  readonly closesAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly state: FormState;
  /** Where unregistered changes go on. */
  readonly next: StepName;
};

/** The whole confirmation, as it is on paper, and in the place of the box the form that signs it. */
export function SignPage(view: SignView): JSX.Element {
  const { chrome, enrolment, paper, state } = view;
  const { content } = paper;
  return (
    <Page chrome={chrome} title={say.title} faults={state.faults} flash={view.flash}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle kicker={enrolment.number ?? ''} aside={say.version(paper.version)}>
        {view.setting === 'both' ? say.titleBoth : say.title}
      </PageTitle>
      {view.setting === 'both' && (
        <p>
          {say.form.both} <a href={addresses.confirmation(enrolment.id)}>{say.form.onPaper}</a>
        </p>
      )}
      <p>{view.setting === 'both' ? say.leadBoth : say.lead}</p>
      <Alert tone="warn">
        <p>
          {say.until(untilInWords(view.closesAt), distanceToEnd(view.now, view.closesAt))}{' '}
          <a href="#signer">{say.toForm}</a>
        </p>
      </Alert>
      {isBeingChanged(enrolment) && (
        <Alert tone="warn" title={say.changing}>
          <p>{say.changingText(paper.version)}</p>
          <p>
            <a href={enrolmentAddresses.step(enrolment.id, view.next)}>{say.changingLink}</a>
          </p>
        </Alert>
      )}
      <PaperSheet content={{ ...content, parts: withoutBox(content) }} level={2} />
      <Signing {...view} />
    </Page>
  );
}

function Signing(view: SignView): JSX.Element {
  const { csrf, enrolment, representative, state, byCode } = view;
  const words = say.form;
  return (
    <Section title={words.title} id="signer">
      <p>{words.error}</p>
      {representative !== null && <p>{say.representative.before(representative.name, representative.address)}</p>}
      {byCode && <p>{words.codeSent(view.address)}</p>}
      <Form
        action={addresses.sign(enrolment.id)}
        csrf={csrf}
        version={enrolment.version}
        state={state}
        label={words.title}
        hidden={{ contenu: view.contentSha256, par: byCode ? 'code' : 'mot-de-passe' }}
        submit={words.submit}
      >
        <FormFields fields={view.fields} />
      </Form>
      <p class="muted">{words.kept}</p>
      {!byCode && <p>{words.noPassword}</p>}
      <Actions>
        <ActionForm action={addresses.code(enrolment.id)} csrf={csrf}>
          <Button kind="secondary">{byCode ? words.askCodeAgain : words.askCode}</Button>
        </ActionForm>
        {byCode && (
          <ButtonLink kind="secondary" href={`${addresses.sign(enrolment.id)}#signer`}>
            {words.withPassword}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  );
}

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
  /** Whose turn it is. */
  readonly who: InvitedSigner;
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
  const { csrf, enrolment, who, state, byCode } = view;
  const isOwn = who.signer === 'candidate';
  const words = say.form;
  return (
    <Section title={isOwn ? words.title : words.titleRepresentative} id="signer">
      <Before {...view} />
      <Form
        action={addresses.sign(enrolment.id)}
        csrf={csrf}
        version={enrolment.version}
        state={state}
        label={isOwn ? words.title : words.titleRepresentative}
        hidden={{ contenu: view.contentSha256, signataire: who.signer, par: byCode ? 'code' : 'mot-de-passe' }}
        submit={isOwn ? words.submit : words.submitRepresentative}
      >
        <FormFields fields={view.fields} />
      </Form>
      <p class="muted">{words.kept}</p>
      <Others {...view} />
    </Section>
  );
}

/** What is to be known before one signs. */
function Before({ who, representative, byCode }: SignView): JSX.Element {
  if (who.signer === 'representative')
    return (
      <Alert tone="info" title={say.representative.next} level={3}>
        <p>{say.representative.nextText(who.name, who.address)}</p>
        <p>{say.representative.noPassword}</p>
      </Alert>
    );
  return (
    <>
      <p>{say.form.error}</p>
      {representative !== null && <p>{say.representative.before(representative.name)}</p>}
      {byCode && <p>{say.form.codeSent(who.address)}</p>}
    </>
  );
}

/** The other ways on line: a code, the password. */
function Others({ csrf, enrolment, who, byCode }: SignView): JSX.Element {
  const words = say.form;
  const isOwn = who.signer === 'candidate';
  const ask = isOwn ? (byCode ? words.askCodeAgain : words.askCode) : words.askCodeOf(who.name);
  return (
    <>
      {isOwn && !byCode && <p>{words.noPassword}</p>}
      <Actions>
        <ActionForm action={addresses.code(enrolment.id)} csrf={csrf} hidden={{ signataire: who.signer }}>
          <Button kind="secondary">{ask}</Button>
        </ActionForm>
        {isOwn && byCode && (
          <ButtonLink kind="secondary" href={`${addresses.sign(enrolment.id)}#signer`}>
            {words.withPassword}
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}

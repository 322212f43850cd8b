import type { JSX } from 'preact';
import { Form, FormFields, type FormState, Page, type PageFrame, PageTitle, Section } from '../../ui/index.ts';
import { passkeyTexts } from '../passkeyTexts.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { secondProofFields } from '../signInForms.ts';
import { PasskeyPrompt } from './passkeyPrompt.tsx';

const words = secondFactorTexts.proof;
const say = passkeyTexts.proof;

export type SecondProofPageProps = PageFrame & {
  readonly action: string;
  /** Where a browser is given what a passkey has to sign. */
  readonly ask: string;
  readonly state: FormState;
  /** The page that was asked for, to come back to. */
  readonly next: string | null;
  /** The code of an application proves too. */
  readonly application: boolean;
  /** There is a passkey made for this address. */
  readonly passkey: boolean;
  /** The addresses of the passkeys that there are, where none is for this one. */
  readonly elsewhere: readonly string[];
};

export function SecondProofPage(props: SecondProofPageProps): JSX.Element {
  const { chrome, flash, state, application, passkey, elsewhere } = props;
  const title = passkey || !application ? say.title : words.title;
  const lead = !application ? say.leadAlone : passkey ? say.lead : words.lead;
  return (
    <Page chrome={chrome} flash={flash} title={title} faults={state.faults} scripts={passkey ? ['passkey.js'] : []}>
      <PageTitle lead={lead}>{title}</PageTitle>
      {passkey && <ByPasskey {...props} />}
      {elsewhere.length > 0 && !passkey && <p>{say.elsewhere(elsewhere)}</p>}
      {application && passkey && (
        <Section title={say.code}>
          <ByCode {...props} />
        </Section>
      )}
      {application && !passkey && <ByCode {...props} />}
      <Section title={application ? words.lost : say.lost}>
        <p>{application ? words.lostText : say.lostText}</p>
        <p>
          <a href="/connexion">{words.again}</a>
        </p>
      </Section>
    </Page>
  );
}

const carried = (next: string | null): Readonly<Record<string, string>> => (next === null ? {} : { suite: next });

function ByPasskey({ action, ask, csrf, next, application }: SecondProofPageProps): JSX.Element {
  return (
    <PasskeyPrompt
      act="sign"
      action={action}
      ask={ask}
      csrf={csrf}
      hidden={carried(next)}
      submit={say.submit}
      without={application ? null : <p>{say.without}</p>}
    />
  );
}

function ByCode({ action, csrf, state, next, passkey }: SecondProofPageProps): JSX.Element {
  return (
    <Form
      action={action}
      csrf={csrf}
      state={state}
      hidden={carried(next)}
      submit={words.submit}
      kind={passkey ? 'secondary' : 'primary'}
    >
      <FormFields fields={secondProofFields} />
    </Form>
  );
}

import type { JSX } from 'preact';
import { Alert, type FormState, type PageFrame } from '../../ui/index.ts';
import { signInCodeFields } from '../signInForms.ts';
import { texts } from '../texts.ts';
import { FormPage } from './formPage.tsx';

const words = texts.signInCode;

export type SignInCodePageProps = PageFrame & {
  readonly state: FormState;
  /** The page that was asked for, to come back to. */
  readonly next: string | null;
  /** Where the demonstration shows its mails. */
  readonly mailbox: string | null;
};

/** The second proof, after too many wrong passwords by anybody: the same page whether the password was right. */
export function SignInCodePage({ next, mailbox, ...form }: SignInCodePageProps): JSX.Element {
  const before = (
    <>
      <Alert tone="info">
        <p>{words.sent}</p>
      </Alert>
      {mailbox !== null && (
        <p>
          <a href={mailbox}>{texts.activation.mailbox}</a>
        </p>
      )}
    </>
  );
  return (
    <FormPage
      {...form}
      title={words.title}
      lead={words.why}
      action="/connexion/code"
      fields={signInCodeFields}
      hidden={next === null ? {} : { suite: next }}
      submit={words.submit}
      before={before}
    >
      <p>{words.nothing}</p>
      <ul>
        <li>
          <a href="/connexion">{words.again}</a>
        </li>
        <li>
          <a href="/mot-de-passe-oublie">{texts.signIn.forgotten}</a>
        </li>
      </ul>
    </FormPage>
  );
}

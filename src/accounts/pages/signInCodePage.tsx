import type { JSX } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Form,
  FormField,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
} from '../../ui/index.ts';
import { signInCodeFields } from '../forms.ts';
import { texts } from '../texts.ts';

const words = texts.signInCode;

export type SignInCodePageProps = PageFrame & {
  readonly state: FormState;
  /** The page that was asked for, to come back to. */
  readonly next: string | null;
  /** Where the demonstration shows its mails. */
  readonly mailbox: string | null;
};

/** The second proof, after too many wrong passwords by anybody: the same page whether the password was right. */
export function SignInCodePage({ chrome, csrf, flash, state, next, mailbox }: SignInCodePageProps): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faulty={state.faults.length > 0}>
      <PageTitle lead={words.why}>{words.title}</PageTitle>
      <Alert tone="info">
        <p>{words.sent}</p>
      </Alert>
      {mailbox !== null && (
        <p>
          <a href={mailbox}>{texts.activation.mailbox}</a>
        </p>
      )}
      <Form action="/connexion/code" csrf={csrf} state={state} hidden={next === null ? {} : { suite: next }}>
        {signInCodeFields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </Form>
      <p>{words.nothing}</p>
      <ul>
        <li>
          <a href="/connexion">{words.again}</a>
        </li>
        <li>
          <a href="/mot-de-passe-oublie">{texts.signIn.forgotten}</a>
        </li>
      </ul>
    </Page>
  );
}

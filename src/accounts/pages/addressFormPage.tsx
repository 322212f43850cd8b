import type { JSX } from 'preact';
import { Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { FormPage, type FormPageProps } from './formPage.tsx';

/** Asked of who can't sign in: where a link is to go. */
export function AddressFormPage(form: FormPageProps): JSX.Element {
  return (
    <FormPage {...form}>
      <ToSignIn />
    </FormPage>
  );
}

export type LinkSentProps = PageFrame & {
  readonly title: string;
  readonly sentence: string;
  /** Where a demonstration keeps its mails. */
  readonly mailbox: string | null;
};

export function LinkSentPage({ chrome, flash, title, sentence, mailbox }: LinkSentProps): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={title}>
      <PageTitle>{title}</PageTitle>
      <p>{sentence}</p>
      {mailbox !== null && (
        <p>
          <a href={mailbox}>{texts.activation.mailbox}</a>
        </p>
      )}
      <ToSignIn />
    </Page>
  );
}

/** Who can't read the mail that would let them in. */
export const LOST_MAILBOX = '/aide#boite-perdue';

function ToSignIn(): JSX.Element {
  return (
    <ul>
      <li>
        <a href="/connexion">{texts.signIn.title}</a>
      </li>
      <li>
        <a href={LOST_MAILBOX}>{texts.signIn.lostMailbox}</a>
      </li>
    </ul>
  );
}

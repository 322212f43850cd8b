import type { JSX } from 'preact';
import { Form, FormFields, type FormState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { letterTexts } from '../letterTexts.ts';
import { signInFields } from '../signInForms.ts';
import { texts } from '../texts.ts';
import { LOST_MAILBOX } from './addressFormPage.tsx';

const words = texts.signIn;

export type SignInPageProps = PageFrame & {
  readonly state: FormState;
  /** The page that was asked for, to come back to. */
  readonly next: string | null;
  /** The password was right, the address isn't proved yet. */
  readonly mustActivate: boolean;
};

export function SignInPage({ chrome, csrf, flash, state, next, mustActivate }: SignInPageProps): JSX.Element {
  return (
    // What a centre's device keeps goes from it, wherever the sign-out was asked.
    <Page
      chrome={chrome}
      flash={flash}
      title={words.title}
      faults={state.faults}
      scripts={flash === null ? [] : ['leave.js']}
    >
      <PageTitle lead={next === null ? words.intro : words.needed}>{words.title}</PageTitle>
      <Form
        action="/connexion"
        csrf={csrf}
        state={state}
        hidden={next === null ? {} : { suite: next }}
        submit={words.submit}
      >
        <FormFields fields={signInFields} />
      </Form>
      <ul>
        {mustActivate && (
          <li>
            <a href="/compte/activer">{words.activate}</a>
          </li>
        )}
        <li>
          <a href="/mot-de-passe-oublie">{words.forgotten}</a>
        </li>
        <li>
          <a href={LOST_MAILBOX}>{words.lostMailbox}</a>
        </li>
        <li>
          <a href="/compte/creer">{words.create}</a>
        </li>
        <li>
          <a href="/compte/courrier">{letterTexts.open}</a>
        </li>
      </ul>
    </Page>
  );
}

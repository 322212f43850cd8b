import type { JSX } from 'preact';
import { ActionForm, Actions, Button, ButtonLink, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const words = texts.signOut;

export function SignOutPage({ chrome, csrf, flash, open }: PageFrame & { readonly open: boolean }): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={words.title}>
      <PageTitle>{words.title}</PageTitle>
      <p>{open ? words.intro : words.alreadyOut}</p>
      {open ? (
        <ActionForm action="/deconnexion" csrf={csrf}>
          <Actions>
            <Button>{words.submit}</Button>
            <ButtonLink href="/compte" kind="secondary">
              {words.stay}
            </ButtonLink>
          </Actions>
        </ActionForm>
      ) : (
        <ButtonLink href="/connexion">{texts.signIn.title}</ButtonLink>
      )}
    </Page>
  );
}

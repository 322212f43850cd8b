import type { JSX } from 'preact';
import { BackLink, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { CivilStatusNote } from './accountPage.tsx';
import { FormPage, type FormPageProps } from './formPage.tsx';

const words = texts.account;

/** One thing of the account to change: civil status, password, address. */
export function ChangePage(form: FormPageProps): JSX.Element {
  return <FormPage {...form} back={<BackLink href="/compte">{words.back}</BackLink>} />;
}

/** Civil status is on an enrolment: why it can't be changed here, and whom to ask. */
export function LockedPage({ chrome, flash }: PageFrame): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={words.changeCivilStatus}>
      <BackLink href="/compte">{words.back}</BackLink>
      <PageTitle>{words.changeCivilStatus}</PageTitle>
      <CivilStatusNote locked />
    </Page>
  );
}

import type { JSX } from 'preact';
import { pageTexts, paperAddresses } from '../../papers/index.ts';
import { Actions, Alert, BackLink, ButtonLink, type Chrome, Page, PageTitle, Section } from '../../ui/index.ts';
import { mayOpen } from '../actions/openDocument.ts';
import { addresses } from '../addresses.ts';
import type { GivenDocument } from '../document.ts';
import { documentTexts as say } from '../texts.ts';

/** One document of the office: what to do with it, and the file. */
export function DocumentPage({
  chrome,
  given,
}: {
  readonly chrome: Chrome;
  readonly given: GivenDocument;
}): JSX.Element {
  const { id, enrolmentId, title, todo, dueOn, givenAt, withdrawnAt, reason } = given;
  return (
    <Page chrome={chrome} title={title}>
      <BackLink href={paperAddresses.list(enrolmentId)}>{pageTexts.page.back}</BackLink>
      <PageTitle lead={say.given(givenAt)}>{title}</PageTitle>
      {withdrawnAt !== null && (
        <Alert tone="warn" title={say.gone}>
          {say.withdrawnOn(withdrawnAt, reason ?? '')}
        </Alert>
      )}
      {withdrawnAt === null && (
        <Section title={say.todoTitle}>
          <p class="typed">{say.todo(todo, dueOn)}</p>
        </Section>
      )}
      {mayOpen(given) ? (
        <Actions>
          <ButtonLink href={addresses.givenPdf(enrolmentId, id)}>{pageTexts.page.print}</ButtonLink>
          <ButtonLink kind="secondary" href={addresses.givenDownload(enrolmentId, id)}>
            {pageTexts.page.download}
          </ButtonLink>
        </Actions>
      ) : (
        withdrawnAt === null && <Alert tone="danger">{say.infected}</Alert>
      )}
    </Page>
  );
}

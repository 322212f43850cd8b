import type { JSX } from 'preact';
import { pageTexts, paperAddresses } from '../../papers/index.ts';
import { Actions, Alert, BackLink, ButtonLink, type Chrome, Page, PageTitle, Section } from '../../ui/index.ts';
import { opens } from '../actions/openDocument.ts';
import { addresses } from '../addresses.ts';
import type { PublishedLine } from '../document.ts';
import { publicationTexts as say } from '../texts.ts';

/** One document of the office: what to do with it, and the file. */
export function PublishedPage({
  chrome,
  published,
}: {
  readonly chrome: Chrome;
  readonly published: PublishedLine;
}): JSX.Element {
  const { id, enrolmentId, title, todo, dueOn, givenAt, withdrawnAt, reason } = published;
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
      {opens(published) ? (
        <Actions>
          <ButtonLink href={addresses.publishedPdf(enrolmentId, id)}>{pageTexts.page.print}</ButtonLink>
          <ButtonLink kind="secondary" href={addresses.publishedDownload(enrolmentId, id)}>
            {pageTexts.page.download}
          </ButtonLink>
        </Actions>
      ) : (
        withdrawnAt === null && <Alert tone="danger">{say.infected}</Alert>
      )}
    </Page>
  );
}

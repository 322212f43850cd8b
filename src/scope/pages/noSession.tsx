import type { JSX } from 'preact';
import { EmptyState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.session;

/** Of an academy whose rules have no session yet. */
export function NoSession(): JSX.Element {
  return <EmptyState title={say.none}>{say.noneText}</EmptyState>;
}

/** The same, where the page has nothing else to show. */
export function NoSessionPage({ chrome, flash, title }: PageFrame & { readonly title: string }): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={title}>
      <PageTitle>{title}</PageTitle>
      <NoSession />
    </Page>
  );
}

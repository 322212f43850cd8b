import type { JSX } from 'preact';
import { EmptyState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { texts } from '../texts.ts';

/** Of an academy whose rules have no session yet. */
export function NoSessionPage({ title, ...view }: PageFrame & { readonly title: string }): JSX.Element {
  return (
    <Page {...view} layout="wide" title={title}>
      <PageTitle>{title}</PageTitle>
      <EmptyState title={texts.noSession.title}>{texts.noSession.text}</EmptyState>
    </Page>
  );
}

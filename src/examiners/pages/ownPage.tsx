import type { JSX } from 'preact';
import { EmptyState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { OwnBoard } from '../store/boards.ts';
import { ownTexts as say } from '../texts.ts';
import { BoardList } from './peoplePages.tsx';

export type OwnView = PageFrame & {
  /** Whether the office made a person of the academy of this account. */
  readonly known: boolean;
  readonly boards: readonly OwnBoard[];
};

/** Where somebody is asked to come. */
export function OwnPage({ known, boards, ...frame }: OwnView): JSX.Element {
  return (
    <Page {...frame} title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {!known ? (
        <EmptyState title={say.unknown}>{say.unknownText}</EmptyState>
      ) : boards.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <BoardList boards={boards} to={() => addresses.own()} />
      )}
    </Page>
  );
}

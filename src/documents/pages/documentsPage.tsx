import type { JSX } from 'preact';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import { type PapersView, paperAddresses, paperRow } from '../../papers/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  ButtonLink,
  type Chrome,
  EmptyState,
  Page,
  PageTitle,
  type Row,
  RowList,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { GivenDocument } from '../document.ts';
import { documentRow } from './documentRow.tsx';
import { documentsTexts } from './documentsTexts.ts';

const say = documentsTexts;

export type DocumentsView = PapersView & {
  readonly chrome: Chrome;
  /** Some are kept from them for now. */
  readonly suspended: boolean;
  readonly given: readonly GivenDocument[];
};

/** *Mes documents*: every paper of the enrolment, with what to do with each. */
export function DocumentsPage(view: DocumentsView): JSX.Element {
  const { chrome, enrolment } = view;
  const rows = rowsOf(view);
  const number = enrolment.number === null ? {} : { kicker: say.number(enrolment.number) };
  return (
    <Page chrome={chrome} title={say.title}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle lead={say.lead} {...number}>
        {say.title}
      </PageTitle>
      {view.suspended && (
        <Alert tone="warn" title={say.suspended}>
          <p>
            {say.suspendedText} <a href={paperAddresses.results(enrolment.id)}>{say.suspendedLink}</a>
          </p>
        </Alert>
      )}
      {rows.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <>
          <Actions>
            <ButtonLink kind="secondary" href={addresses.all(enrolment.id)} download>
              {say.all}
            </ButtonLink>
          </Actions>
          <RowList level={2} rows={rows} />
        </>
      )}
    </Page>
  );
}

/** The newest first, whoever made them. */
function rowsOf(view: DocumentsView): readonly Row[] {
  const { papers, given, enrolment } = view;
  return [
    ...papers.map((paper) => ({ at: paper.issuedAt, row: paperRow(paper, view) })),
    ...given.map((one) => ({ at: one.givenAt, row: documentRow(one, enrolment.endedAt) })),
  ]
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
    .map(({ row }) => row);
}

import type { JSX } from 'preact';
import type { SignatureSetting } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses, isRunning } from '../../enrolment/index.ts';
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
  Status,
  shortInstant,
  sinceInWords,
  Tag,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { endedBy, stillStands } from '../notice.ts';
import { noticeTexts } from '../noticeTexts.ts';
import { isReplaced, type PaperLine } from '../paper.ts';
import type { PublishedLine } from '../publication.ts';
import type { ConfirmationState } from '../rules/confirmationState.ts';
import { editionInWords, PAPERS } from '../texts.ts';
import { publishedRow } from './publishedRow.tsx';
import { pageTexts } from './texts.ts';

const say = pageTexts.list;

export type DocumentsView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  /** Newest first. */
  readonly papers: readonly PaperLine[];
  /** Some are kept from them for now. */
  readonly suspended: boolean;
  /** Where the notification of each decision stands, by paper. */
  readonly notified: ReadonlyMap<string, string>;
  /** An appeal against what they tell was accepted, and nobody has undone it yet. */
  readonly held: ReadonlySet<string>;
  readonly published: readonly PublishedLine[];
  readonly confirmation: {
    readonly state: ConfirmationState;
    readonly closesAt: Temporal.Instant;
    readonly progress: string;
    readonly setting: SignatureSetting;
  };
};

const TO_SIGN: Readonly<Record<SignatureSetting, (until: string) => string>> = {
  paper: say.todo.confirmation,
  both: say.todo.confirmationEither,
  online: say.todo.confirmationOnline,
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
            {say.suspendedText} <a href={addresses.results(enrolment.id)}>{say.suspendedLink}</a>
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
  const { papers, published, enrolment } = view;
  return [
    ...papers.map((paper) => ({ at: paper.issuedAt, row: rowOf(paper, view) })),
    ...published.map((one) => ({ at: one.givenAt, row: publishedRow(one, enrolment.endedAt) })),
  ]
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
    .map(({ row }) => row);
}

function rowOf(paper: PaperLine, view: DocumentsView): Row {
  const replaced = isReplaced(paper, view.papers);
  const notified = view.held.has(paper.id) ? noticeTexts.held : view.notified.get(paper.id);
  const about = say.about(paper.title, editionInWords(paper));
  const status = replaced ? <Status name="replaced" label={say.replaced} /> : <Tag>{say.unread}</Tag>;
  return {
    key: `document-${paper.id}`,
    title: paper.title,
    href: addresses.paper(paper.enrolmentId, paper.id),
    lines: [
      `${say.edition(editionInWords(paper))}, ${say.issued(shortInstant(paper.issuedAt))}`,
      <Todo key="todo" paper={paper} replaced={replaced} view={view} />,
      ...(notified === undefined ? [] : [notified]),
      ...(paper.pdf?.seal ? [say.sealed[paper.pdf.seal.level]] : []),
    ],
    ...(replaced || paper.openedAt === null ? { status } : {}),
    actions: (
      <ButtonLink kind="secondary" href={addresses.download(paper.enrolmentId, paper.id)} about={about}>
        {say.download}
      </ButtonLink>
    ),
  };
}

function Todo({
  paper,
  replaced,
  view,
}: {
  readonly paper: PaperLine;
  readonly replaced: boolean;
  readonly view: DocumentsView;
}): JSX.Element | null {
  const { state, closesAt, progress, setting } = view.confirmation;
  if (endedBy(paper.kind) !== null && !replaced) {
    if (view.held.has(paper.id)) return null;
    if (stillStands(paper, view.enrolment)) return <>{say.todo.decision}</>;
    if (isRunning(view.enrolment)) return <>{say.todo.noEffect}</>;
  }
  if (state === 'ended') return <>{say.todo.ended}</>;
  if (replaced) return <>{say.todo.replaced}</>;
  const { asks } = PAPERS[paper.kind];
  if (asks === 'pieces' || asks === 'what-is-left')
    return (
      <>
        {asks === 'pieces' ? say.todo.request(progress) : say.todo.left(progress)}{' '}
        <a href={addresses.pieces(paper.enrolmentId)}>{say.todo.requestLink}</a>
      </>
    );
  if (asks === 'coming')
    return (
      <>
        {say.todo.coming} <a href={addresses.summons(paper.enrolmentId)}>{say.todo.comingLink}</a>
      </>
    );
  if (asks !== 'signature') return null;
  if (state === 'signed') return <>{say.todo.confirmationGiven}</>;
  if (state === 'compliant') return <>{say.todo.confirmationDone}</>;
  if (state === 'to-hand-over')
    return (
      <>
        {pageTexts.sign.toHandOverText}{' '}
        <a href={addresses.pieces(paper.enrolmentId)}>{pageTexts.sign.toHandOverLink}</a>
      </>
    );
  // A button there would sign nothing any more.
  if (state === 'late') return <>{pageTexts.sign.late(sinceInWords(closesAt))}</>;
  return (
    <>
      {TO_SIGN[setting](untilInWords(closesAt))}{' '}
      <a href={addresses.confirmation(paper.enrolmentId)}>{say.todo.confirmationLink}</a>
    </>
  );
}

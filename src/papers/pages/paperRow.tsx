import type { JSX } from 'preact';
import type { SignatureSetting } from '../../catalogue/index.ts';
import { type Enrolment, isRunning } from '../../enrolment/index.ts';
import { ButtonLink, type Row, Status, shortInstant, sinceInWords, Tag, untilInWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { endedBy, stillStands } from '../notice.ts';
import { noticeTexts } from '../noticeTexts.ts';
import { isReplaced, type PaperLine } from '../paper.ts';
import type { ConfirmationSigning } from '../signing.ts';
import { editionInWords, PAPERS } from '../texts.ts';
import { pageTexts } from './texts.ts';

const say = pageTexts.row;

/** What a paper's line says of its enrolment. */
export type PapersView = {
  readonly enrolment: Enrolment;
  /** Newest first. */
  readonly papers: readonly PaperLine[];
  /** Where the notification of each decision stands, by paper. */
  readonly notified: ReadonlyMap<string, string>;
  /** An appeal against what they tell was accepted, and nobody has undone it yet. */
  readonly held: ReadonlySet<string>;
  readonly confirmation: Pick<ConfirmationSigning, 'state' | 'closesAt' | 'progress' | 'setting'>;
};

const TO_SIGN: Readonly<Record<SignatureSetting, (until: string) => string>> = {
  paper: say.todo.confirmation,
  both: say.todo.confirmationEither,
  online: say.todo.confirmationOnline,
};

/** A paper among the documents of its enrolment, with what to do with it. */
export function paperRow(paper: PaperLine, view: PapersView): Row {
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
  readonly view: PapersView;
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

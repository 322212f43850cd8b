import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import {
  ButtonLink,
  DangerLink,
  Details,
  exactInstant,
  fileSize,
  Identifier,
  type Row,
  Status,
  secondInstant,
  shortInstant,
  Tag,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type Deposit, isOffered, type Original, type PieceWithFiles, SEVERAL } from '../piece.ts';
import { viewOf, waitingForWaiver } from '../rules/pieceState.ts';
import { postmarkOf } from '../rules/postmark.ts';
import { sheetTexts } from '../sheetTexts.ts';
import { texts } from '../texts.ts';
import { pieceStatus } from './pieceStatus.ts';

export function PieceStatusPill({ piece }: { readonly piece: PieceWithFiles }): JSX.Element {
  // What is never demanded is not missing.
  if (isOffered(piece) && viewOf(piece, piece.files.length) === 'to-give') return <Tag>{texts.optional}</Tag>;
  return <Status name={pieceStatus(piece)} />;
}

/** One row of *Mes justificatifs*, in the notice's words. `all`: every piece of the enrolment, its waivers included. */
export function pieceRow(
  catalogue: Catalogue,
  piece: PieceWithFiles,
  mayGive: boolean,
  all: readonly PieceWithFiles[],
): Row {
  const type = catalogue.pieceType(piece);
  const href = addresses.piece(piece.enrolmentId, piece.code);
  const label = type?.label ?? piece.code;
  return {
    key: `piece-${piece.code}`,
    title: label,
    code: piece.code,
    lines: [
      ...piece.reasons,
      ...waiverLines(piece, all),
      ...piece.files.map((file) => <FileLine key={file.id} file={file} piece={piece} removable={mayGive} />),
      ...paperLines(piece),
      ...(mayBeAsked(piece) ? [<Question key="question" piece={piece} label={label} />] : []),
    ],
    status: <PieceStatusPill piece={piece} />,
    ...(piece.status === 'non-compliant' && piece.comment !== null
      ? {
          note: {
            tone: 'danger',
            title: piece.confidential ? texts.accommodationSays : texts.officerSays,
            text: <Refusal piece={piece} comment={piece.comment} mayGive={mayGive} />,
          } as const,
        }
      : {}),
    ...(mayGive
      ? {
          actions: (
            <ButtonLink kind="secondary" href={href} about={label}>
              {piece.status === 'non-compliant' ? texts.giveAgain : piece.files.length > 0 ? texts.addAgain : texts.add}
            </ButtonLink>
          ),
        }
      : {}),
  };
}

/** Of a paper: posted, received, sent back. */
function paperLines(
  piece: Pick<PieceWithFiles, 'postedOn' | 'receivedOn' | 'returnedOn' | 'status' | 'dueAt' | 'correctableUntil'>,
): readonly string[] {
  const { receivedOn, returnedOn, status } = piece;
  const postmark = postmarkOf(piece);
  // What is in order is in order, whatever the day.
  const standing = postmark === null || status === 'compliant' ? null : postmark.standing;
  return [
    ...(postmark === null ? [] : [texts.posted(postmark.on, standing)]),
    ...(receivedOn === null ? [] : [texts.receivedOn(receivedOn)]),
    ...(returnedOn === null ? [] : [texts.returned(returnedOn)]),
  ];
}

/** Who reads messages doesn't read of documents of health; what is in order asks nothing. */
function mayBeAsked({ confidential, status }: PieceWithFiles): boolean {
  return !confidential && status !== 'compliant' && status !== 'not-applicable';
}

function Question({ piece, label }: { readonly piece: PieceWithFiles; readonly label: string }): JSX.Element {
  return (
    <a href={addresses.question(piece.enrolmentId, piece.code)}>
      {texts.question}
      <span class="unseen">{texts.questionAbout(label)}</span>
    </a>
  );
}

/** Why it is no longer to be given, or may not be for long. */
function waiverLines(piece: PieceWithFiles, all: readonly PieceWithFiles[]): readonly string[] {
  if (piece.excusedBy !== null) {
    const reviewedAt = all.find(({ code }) => code === piece.excusedBy)?.reviewedAt ?? null;
    return [texts.excused(reviewedAt === null ? null : shortInstant(reviewedAt))];
  }
  const missing = viewOf(piece, piece.files.length) === 'to-give' || piece.status === 'non-compliant';
  return missing && waitingForWaiver(all).has(piece.code) ? [texts.waiverPending] : [];
}

function Refusal({
  piece,
  comment,
  mayGive,
}: {
  readonly piece: PieceWithFiles;
  readonly comment: string;
  readonly mayGive: boolean;
}): JSX.Element {
  return (
    <>
      <p>{comment}</p>
      {mayGive && <p>{isOffered(piece) ? texts.whatToDoOffered : texts.whatToDo}</p>}
    </>
  );
}

/** « piece_identite.pdf Déposé le 30 septembre 2020 à 16 h 10 (heure de Paris) », with its receipt and, while it may go, its removal. */
export function FileLine({
  file,
  piece,
  removable,
}: {
  readonly file: Deposit;
  readonly piece: PieceWithFiles;
  readonly removable: boolean;
}): JSX.Element {
  const validated =
    piece.status === 'compliant' && piece.reviewedAt !== null
      ? ` ${texts.validatedOn(exactInstant(piece.reviewedAt))}`
      : '';
  return (
    <>
      {file.kept.scan === 'infected' ? (
        <strong>{texts.infected(file.name)}</strong>
      ) : (
        <a href={addresses.file(piece.enrolmentId, piece.code, file.id)}>{file.name}</a>
      )}{' '}
      ({fileSize(file.size)}) {texts.depositedOn(exactInstant(file.finishedAt))}
      {validated}. {texts.receipt} <Identifier>{file.receipt}</Identifier>.{' '}
      {removable && (
        <DangerLink href={addresses.removal(piece.enrolmentId, piece.code, file.id)} about={file.name}>
          {texts.remove}
        </DangerLink>
      )}
    </>
  );
}

/** By what anybody can tell later which file was sent, and which one the office looks at. */
export function FileProof({
  file,
  originals,
}: {
  readonly file: Deposit;
  /** Of a document made of several files. */
  readonly originals: readonly Original[];
}): JSX.Element {
  const { receipt, size, sha256, sent, pages, begunAt, finishedAt } = file;
  const say = texts.deposit.proof;
  const counted = pages === null ? '' : say.pages(pages);
  return (
    <Details summary={say.title(receipt)}>
      {sent !== null && (
        <p>
          {sent.type === SEVERAL
            ? sheetTexts.proof.list(originals.length, fileSize(sent.size))
            : say.sent(fileSize(sent.size), say.kinds[sent.type])}{' '}
          <Identifier>{sent.sha256}</Identifier>
        </p>
      )}
      {originals.map((one, index) => (
        <p key={index}>
          {sheetTexts.proof.one(index + 1, say.kinds[one.type], fileSize(one.size), secondInstant(one.begunAt))}{' '}
          <Identifier>{one.sha256}</Identifier>
        </p>
      ))}
      <p>
        {sent === null ? say.asItCame(fileSize(size)) : say.kept(fileSize(size), counted)}{' '}
        <Identifier>{sha256}</Identifier>
      </p>
      <p>{say.moments(secondInstant(begunAt), secondInstant(finishedAt))}</p>
    </Details>
  );
}

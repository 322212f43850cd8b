import type { JSX } from 'preact';
import { keptFileTexts, SEVERAL, whyUnreadable } from '../../keptFiles/index.ts';
import {
  DangerLink,
  Details,
  exactInstant,
  fileSize,
  Identifier,
  Status,
  type StatusName,
  secondInstant,
  shortDay,
  Tag,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type Deposit, isOffered, judgedFiles, type Original, type PieceWithFiles } from '../piece.ts';
import { isGiven, viewOf } from '../rules/pieceState.ts';
import { sheetTexts } from '../sheetTexts.ts';
import { texts } from '../texts.ts';
import { pieceStatus } from './pieceStatus.ts';

const SAID_BY_OFFICE: readonly StatusName[] = ['received', 'compliant', 'refused'];

export function PieceStatusPill({ piece }: { readonly piece: PieceWithFiles }): JSX.Element {
  // What is never demanded is not missing.
  if (isOffered(piece) && viewOf(piece, piece.files.length) === 'to-give') return <Tag>{texts.optional}</Tag>;
  const name = pieceStatus(piece);
  // The notice: until it was looked at, « aucun statut n'est positionné ».
  if (!SAID_BY_OFFICE.includes(name)) return <Status name={name} />;
  return (
    <span>
      {texts.status} <Status name={name} />
    </span>
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
      ) : file.kept.unread === true ? (
        file.name
      ) : (
        <a href={addresses.file(piece.enrolmentId, piece.code, file.id)}>{file.name}</a>
      )}{' '}
      ({fileSize(file.size)}){' '}
      {file.kept.unread === true
        ? keptFileTexts.waits(file.finishedAt)
        : (file.given === null ? texts.depositedOn : texts.depositedForYou)(exactInstant(file.finishedAt))}
      {validated}
      {judgedFiles(piece).includes(file) && `, ${texts.refusedBefore}`}. {texts.receipt}{' '}
      <Identifier>{file.receipt}</Identifier>.{' '}
      {removable && (
        <DangerLink href={addresses.removal(piece.enrolmentId, piece.code, file.id)} about={file.name}>
          {texts.remove}
        </DangerLink>
      )}
    </>
  );
}

/**
 * Files could not be read: which, why, and until when others may be given; where good ones stand beside them, no longer than that. Where none may be, how
 * to make a better one isn't said: the page says whom to reach.
 */
export function Unreadable({
  piece,
  mayGive,
  until,
}: {
  readonly piece: PieceWithFiles;
  readonly mayGive: boolean;
  /** null: no day can be said. */
  readonly until: Temporal.Instant | null;
}): JSX.Element | null {
  const { refused } = piece;
  if (refused.length === 0 || (!mayGive && isGiven(piece))) return null;
  return (
    <div class="note danger">
      {refused.map(({ id, name, receipt, refusal }) => (
        <div key={id}>
          <p>
            <strong>{keptFileTexts.unreadable(name, receipt)}</strong>
          </p>
          <p>{whyUnreadable(refusal, mayGive)}</p>
        </div>
      ))}
      {mayGive && until !== null && <p>{texts.giveAnother(refused.length, untilInWords(until))}</p>}
    </div>
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
  const { receipt, size, sha256, sent, given, pages, begunAt, finishedAt } = file;
  const say = texts.deposit.proof;
  const counted = pages === null ? '' : say.pages(pages);
  return (
    <Details summary={say.title(receipt)}>
      {sent !== null && (
        <p>
          {sent.type === SEVERAL
            ? sheetTexts.proof.list(originals.length, fileSize(sent.size))
            : (given === null ? say.sent : say.filed)(fileSize(sent.size), say.kinds[sent.type])}{' '}
          <Hash>{sent.sha256}</Hash>
        </p>
      )}
      {originals.map((one, index) => (
        <p key={index}>
          {sheetTexts.proof.one(index + 1, say.kinds[one.type], fileSize(one.size), secondInstant(one.begunAt))}{' '}
          <Hash>{one.sha256}</Hash>
        </p>
      ))}
      {file.kept.unread !== true && (
        <p>
          {sent === null ? say.asItCame(fileSize(size)) : say.kept(fileSize(size), counted)} <Hash>{sha256}</Hash>
        </p>
      )}
      <p>
        {given === null
          ? say.moments(secondInstant(begunAt), secondInstant(finishedAt))
          : say.given[given.by](shortDay(given.on), secondInstant(finishedAt))}
      </p>
    </Details>
  );
}

/** Longer than a telephone is wide: it breaks where it must. */
function Hash({ children }: { readonly children: string }): JSX.Element {
  return (
    <span class="code" translate={false}>
      {children}
    </span>
  );
}

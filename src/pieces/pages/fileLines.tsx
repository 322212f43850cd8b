import type { JSX } from 'preact';
import { DangerLink, Details, exactInstant, fileSize, Identifier, Status, Tag } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type Deposit, isOffered, type PieceWithFiles } from '../piece.ts';
import { viewOf } from '../rules/pieceState.ts';
import { texts } from '../texts.ts';
import { pieceStatus } from './pieceStatus.ts';

export function PieceStatusPill({ piece }: { readonly piece: PieceWithFiles }): JSX.Element {
  // What is never demanded is not missing.
  if (isOffered(piece) && viewOf(piece, piece.files.length) === 'to-give') return <Tag>{texts.optional}</Tag>;
  return <Status name={pieceStatus(piece)} />;
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
export function FileProof({ file: { receipt, size, sha256, sent } }: { readonly file: Deposit }): JSX.Element {
  const say = texts.deposit.proof;
  return (
    <Details summary={say.title(receipt)}>
      {sent !== null && (
        <p>
          {say.sent(fileSize(sent.size))} <Identifier>{sent.sha256}</Identifier>
        </p>
      )}
      <p>
        {sent === null ? say.asItCame(fileSize(size)) : say.kept(fileSize(size))} <Identifier>{sha256}</Identifier>
      </p>
    </Details>
  );
}

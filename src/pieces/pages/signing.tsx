import type { JSX } from 'preact';
import { exactInstant } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { texts } from '../texts.ts';
import type { PiecesView } from './piecesView.ts';

/** Of the signed confirmation: how it was signed on line, or where it may be. `isOpen`: may it be given now, in whatever way? */
export function signingView(
  { enrolment, session }: Pick<PiecesView, 'enrolment' | 'session'>,
  piece: PieceWithFiles,
  isOpen: boolean,
): JSX.Element | null {
  if (piece.code !== SIGNED_CONFIRMATION) return null;
  const { signature } = enrolment;
  const link = (words: string): JSX.Element => <a href={addresses.sign(enrolment.id)}>{words}</a>;
  if (piece.status === 'compliant' && signature?.way === 'online')
    return (
      <p>
        {texts.signedOnline(exactInstant(signature.at))} {link(texts.signedProof)}
      </p>
    );
  return isOpen && session.switches.signature !== 'paper' ? <p>{link(texts.signOnline)}</p> : null;
}

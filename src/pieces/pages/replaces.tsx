import type { JSX } from 'preact';
import { DangerLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { judgedFiles, type PieceWithFiles } from '../piece.ts';
import { mayReplace } from '../rules/joining.ts';
import { isHandedOver } from '../rules/pieceState.ts';
import { texts } from '../texts.ts';

/** What is given joins what was refused; that it takes its place is for who gives it to say. */
export function Replaces({
  piece,
  repeatable,
  ticked = false,
}: {
  readonly piece: PieceWithFiles;
  readonly repeatable: boolean;
  readonly ticked?: boolean;
}): JSX.Element | null {
  if (!mayReplace(piece, repeatable)) return null;
  const id = `remplace-${piece.code}`;
  return (
    <div class="also">
      <input type="checkbox" id={id} name="remplace" value="oui" checked={ticked} />
      <label for={id}>{texts.replaces(judgedFiles(piece).map(({ name }) => name))}</label>
    </div>
  );
}

/** Since a refusal: all that the office will have before it, what is new first; what was refused is a link away from going. */
export function WillBeSeen({
  piece,
  mayGive,
}: {
  readonly piece: PieceWithFiles;
  readonly mayGive: boolean;
}): JSX.Element | null {
  const judged = judgedFiles(piece);
  const since = piece.files.filter((file) => !judged.includes(file));
  if (piece.status === 'non-compliant' || judged.length === 0 || since.length === 0) return null;
  return (
    <>
      <p>{piece.confidential ? texts.willBeSeenByService : texts.willBeSeen}</p>
      <ul>
        {since.map((file) => (
          <li key={file.id}>{`${file.name}, ${texts.sinceRefusal}`}</li>
        ))}
        {judged.map((file) => (
          <li key={file.id}>
            {`${file.name}, ${texts.refusedBefore}`}{' '}
            {mayGive && !isHandedOver(piece) && (
              <DangerLink href={addresses.removal(piece.enrolmentId, piece.code, file.id)} about={file.name}>
                {texts.remove}
              </DangerLink>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

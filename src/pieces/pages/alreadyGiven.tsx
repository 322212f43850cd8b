import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { ActionForm, Button } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PieceWithFiles } from '../piece.ts';
import { alreadyGiven } from '../rules/pieceLists.ts';
import { texts } from '../texts.ts';

const say = texts.already;

/** What was given for another piece and stands for this one too: one act, where a file could be given. */
export function AlreadyGiven({
  catalogue,
  piece,
  all,
  csrf,
}: {
  readonly catalogue: Catalogue;
  readonly piece: PieceWithFiles;
  /** Of the enrolment. */
  readonly all: readonly PieceWithFiles[];
  readonly csrf: string;
}): JSX.Element | null {
  const found = alreadyGiven((one) => catalogue.pieceType(one), piece, all);
  if (found === null) return null;
  const { from, files } = found;
  return (
    <ActionForm action={addresses.already(piece.enrolmentId, piece.code)} csrf={csrf}>
      <div class="above">
        <p>
          {say.text(
            files.map(({ name }) => name),
            catalogue.pieceType(from)?.label ?? from.code,
          )}
        </p>
        <Button kind="secondary">{say.submit(files.length)}</Button>
      </div>
    </ActionForm>
  );
}

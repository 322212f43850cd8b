import type { JSX } from 'preact';
import { ActionForm, Alert, Button } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { OpenUpload, PieceWithFiles } from '../piece.ts';
import { uploadTexts as say } from '../uploadTexts.ts';

export type Interrupted = { readonly upload: OpenUpload; readonly piece: Pick<PieceWithFiles, 'enrolmentId' | 'code'> };

/** Files that were cut on their way: the same file chosen again goes on from where it was. `pieceName`: where the page has several. */
export function InterruptedUploads({
  uploads,
  csrf,
  pieceName,
}: {
  readonly uploads: readonly Interrupted[];
  readonly csrf: string;
  readonly pieceName?: (code: string) => string;
}): JSX.Element | null {
  if (uploads.length === 0) return null;
  return (
    <Alert tone="warn" title={say.title(uploads.length)}>
      {uploads.map(({ upload, piece }) => (
        <div key={upload.id} class="interrupted" data-upload={upload.id}>
          <p>{say.interrupted(upload.name, upload.received, upload.size)}</p>
          {pieceName !== undefined && (
            <p>
              <a href={`#piece-${piece.code}`}>{say.go(pieceName(piece.code))}</a>
            </p>
          )}
          <ActionForm action={addresses.dropUpload(piece.enrolmentId, piece.code, upload.id)} csrf={csrf}>
            <Button kind="secondary" about={upload.name}>
              {say.drop}
            </Button>
          </ActionForm>
        </div>
      ))}
    </Alert>
  );
}

/** Those of these pieces, with the piece of each. */
export function interruptedOf(
  uploads: readonly OpenUpload[],
  pieces: readonly PieceWithFiles[],
): readonly Interrupted[] {
  return uploads.flatMap((upload) => {
    const piece = pieces.find(({ id }) => id === upload.pieceId);
    return piece === undefined ? [] : [{ upload, piece }];
  });
}

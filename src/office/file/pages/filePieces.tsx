import type { ComponentChildren, JSX } from 'preact';
import { reviewTexts } from '../../../checking/index.ts';
import { exportTexts } from '../../../exports/index.ts';
import { numericDay, Section, Table, TypedWords } from '../../../ui/index.ts';
import { fileTexts as say } from '../fileTexts.ts';
import type { FileView } from './fileView.ts';

/** A line of the pieces of a file. */
export type FilePiece = {
  readonly code: string;
  readonly title: ComponentChildren;
  readonly href: string;
  /** What somebody should know of it, beside its state. */
  readonly marks: readonly string[];
  readonly given: { readonly files: number; readonly on: Temporal.PlainDate } | null;
  /** Null: nothing of it is asked any more. */
  readonly due: string | null;
  readonly status: ComponentChildren;
  /** Where a file is filed in its candidate's name; null: none can be. */
  readonly depositFor: string | null;
  /** What was written to its candidate. */
  readonly refusal: string | null;
};

/** One table: what is due, what came, where it stands, and what can be done. */
export function Pieces({ pieces, archive }: Pick<FileView, 'pieces' | 'archive'>): JSX.Element {
  const isDue = pieces.some(({ due }) => due !== null);
  return (
    <Section title={say.pieces} id="pieces">
      <Table
        caption={say.pieces}
        columns={[
          { label: say.pieceColumns.piece, plain: true },
          { label: say.pieceColumns.given, narrow: true },
          ...(isDue ? [{ label: say.pieceColumns.due, narrow: true }] : []),
          { label: say.pieceColumns.state, narrow: true },
        ]}
        rows={pieces.map((piece) => ({
          key: piece.code,
          cells: [
            <Named key="nom" piece={piece} />,
            <div key="fichiers">
              {piece.given === null ? say.pieceLine.noFile : say.given(piece.given.files, numericDay(piece.given.on))}
              {piece.depositFor !== null && (
                <p>
                  <a href={piece.depositFor}>
                    {say.depositFor.short}
                    <span class="unseen">{say.depositFor.rest}</span>
                  </a>
                </p>
              )}
            </div>,
            ...(isDue ? [piece.due ?? ''] : []),
            piece.status,
          ],
        }))}
      />
      {archive !== null && (
        <p>
          <a href={archive.href} download>
            {exportTexts.zip.link}
          </a>
          {archive.unread > 0 && <span class="muted"> {exportTexts.zip.unread(archive.unread)}</span>}
        </p>
      )}
    </Section>
  );
}

function Named({ piece: { code, href, title, marks, refusal } }: { readonly piece: FilePiece }): JSX.Element {
  return (
    <div id={`piece-${code}`}>
      <a href={href}>{title}</a>
      {marks.length > 0 && <p class="muted">{marks.join(' · ')}</p>}
      {refusal !== null && (
        <p>
          {reviewTexts.commentSent}
          {'\u00a0: '}
          <TypedWords>{refusal}</TypedWords>
        </p>
      )}
    </div>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { Identifier } from '../../ui/index.ts';
import { isOffered, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { repeatsRefused } from '../rules/joining.ts';
import { isGiven } from '../rules/pieceState.ts';
import { readyTogether } from '../rules/together.ts';
import { texts } from '../texts.ts';
import { isOpen, type PiecesView } from './piecesView.ts';

/** What was just done, in the row of its piece, where the page opens; null: nothing was done to it. */
export function saidOf(
  view: PiecesView,
  piece: PieceWithFiles,
): { readonly tone: 'ok' | 'warn'; readonly text: ComponentChildren } | null {
  const { did } = view;
  if (did.removed === piece.code) return { tone: 'ok', text: <p>{texts.flash.removed}</p> };
  const file = piece.files.find(({ receipt }) => receipt === did.receipt);
  if (did.receipt === null || file === undefined) return null;
  const odd = piece.code === SIGNED_CONFIRMATION ? did.sheet : null;
  const repeats = repeatsRefused(file, piece.files, piece.foundWanting);
  const text = (
    <>
      <JustGiven finishedAt={file.finishedAt} unread={file.kept.unread === true} receipt={file.receipt} />
      {odd !== null && <p>{odd}</p>}
      {repeats && <p>{texts.flash.repeats}</p>}
      <AlsoGiven view={view} />
      <Next view={view} />
    </>
  );
  return { tone: odd === null && !repeats ? 'ok' : 'warn', text };
}

/** That a file has come, wherever it was sent from, and its receipt. */
export function JustGiven({
  receipt,
  ...file
}: {
  readonly finishedAt: Temporal.Instant;
  readonly unread: boolean;
  readonly receipt: string;
}): JSX.Element {
  return (
    <p>
      <strong>{texts.flash.given(file)}</strong> {texts.receipt} <Identifier>{receipt}</Identifier>.
    </p>
  );
}

/** The other piece that the same file was given for: a receipt of its own, and a check of its own. */
function AlsoGiven({ view }: { readonly view: PiecesView }): JSX.Element | null {
  const { also } = view.did;
  const other =
    also === null ? undefined : view.pieces.find(({ files }) => files.some((file) => file.receipt === also));
  if (also === null || other === undefined) return null;
  return (
    <p>
      {texts.flash.alsoGiven(view.catalogue.pieceType(other)?.label ?? other.code)} <Identifier>{also}</Identifier>.
    </p>
  );
}

/** Where one goes on: the hand-over once nothing is missing, else the next piece. */
function Next({ view }: { readonly view: PiecesView }): JSX.Element | null {
  if (readyTogether(view.pieces) !== null)
    return (
      <p>
        <a href="#remettre">{texts.flash.last}</a>
      </p>
    );
  const next = view.pieces.find((piece) => !isGiven(piece) && !isOffered(piece) && isOpen(view, piece));
  if (next === undefined) return null;
  return (
    <p>
      <a href={`#piece-${next.code}`}>{texts.flash.next(view.catalogue.pieceType(next)?.label ?? next.code)}</a>
    </p>
  );
}

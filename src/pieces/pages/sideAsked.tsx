import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import type { PieceWithFiles } from '../piece.ts';
import { mayLackSide } from '../rules/sides.ts';
import { texts } from '../texts.ts';

const say = texts.side;

/** What is in has fewer sides than usual: the other one is given right here. */
export function LacksSide(): JSX.Element {
  return (
    <div class="note warn">
      <p>
        <strong>{say.title}</strong>
      </p>
      <p>{say.text}</p>
    </div>
  );
}

/** The same, before all is handed over: nothing can be added afterwards. */
export function SidesAsked({
  pieces,
  catalogue,
}: {
  readonly pieces: readonly PieceWithFiles[];
  readonly catalogue: Catalogue;
}): JSX.Element | null {
  const short = pieces
    .map((piece) => ({ piece, type: catalogue.pieceType(piece) }))
    .filter(({ piece, type }) => mayLackSide(piece, type));
  if (short.length === 0) return null;
  return (
    <>
      {short.map(({ piece: { code }, type }) => (
        <p key={code}>
          {say.before(type?.label ?? code)}{' '}
          <a href={`#piece-${code}`}>
            {say.submit}
            <span class="unseen">{texts.questionAbout(type?.label ?? code)}</span>
          </a>
        </p>
      ))}
      <p>{say.whole}</p>
    </>
  );
}

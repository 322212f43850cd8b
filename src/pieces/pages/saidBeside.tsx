import type { JSX } from 'preact';
import { type PieceWithFiles, SAID_NOTHING, type SaidBeside } from '../piece.ts';
import { texts } from '../texts.ts';
import type { Sharer } from './piecesView.ts';
import { Replaces } from './replaces.tsx';

/**
 * What may be said beside a file, wherever one is given (`saidIn` reads it). Never ticked for anybody: whether a document proves something is for
 * who gives it to say.
 */
export function Beside({
  piece,
  repeatable,
  sharers,
  said = SAID_NOTHING,
}: {
  readonly piece: PieceWithFiles;
  readonly repeatable: boolean;
  /** The pieces that the same file may be given for. */
  readonly sharers: readonly Sharer[];
  /** What was ticked already, where the files were chosen, or before one wasn't taken. */
  readonly said?: SaidBeside;
}): JSX.Element {
  return (
    <>
      <Replaces piece={piece} repeatable={repeatable} ticked={said.replaces} />
      {sharers.map(({ code, label }) => {
        const id = `aussi-${piece.code}-${code}`;
        return (
          <div class="also" key={code}>
            <input type="checkbox" id={id} name="aussi" value={code} checked={said.also === code} />
            <label for={id}>{texts.alsoProves(label)}</label>
          </div>
        );
      })}
    </>
  );
}

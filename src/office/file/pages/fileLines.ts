import { paperInWords } from '../../../checking/index.ts';
import { isBeingRead, type PieceWithFiles, unreadableInWords } from '../../../pieces/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { fileTexts as say } from '../fileTexts.ts';

/** What somebody should know of a piece, under its name. The day of reception of a file is that of its deposit, beside it. */
export function pieceMarks(piece: PieceWithFiles): readonly string[] {
  const { files, refused, receivedOn } = piece;
  const last = files.at(-1);
  const isOfFile = last !== undefined && receivedOn?.equals(parisDay(last.begunAt)) === true;
  const unreadable = unreadableInWords({ refused });
  return [
    ...(unreadable === null ? [] : [unreadable]),
    ...(isBeingRead({ files }) ? [say.pieceLine.beingRead] : []),
    ...paperInWords(isOfFile ? { ...piece, receivedOn: null } : piece),
  ];
}

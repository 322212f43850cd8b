import { isBeingRead, type PieceWithFiles, unreadableInWords } from '../../../pieces/index.ts';
import { fileTexts as say } from '../fileTexts.ts';

/** The line under a piece's title: what came and when, until when; null: it is no longer asked for. */
export function pieceLines(
  { files, refused }: Pick<PieceWithFiles, 'files' | 'refused'>,
  dueAt: Temporal.Instant | null,
): readonly string[] {
  const last = files.at(-1);
  const unreadable = unreadableInWords({ refused });
  return [
    ...(last === undefined ? [] : [say.given(files.length, last.finishedAt)]),
    ...(unreadable === null ? [] : [unreadable]),
    ...(last === undefined && unreadable === null ? [say.pieceLine.noFile] : []),
    ...(isBeingRead({ files }) ? [say.pieceLine.beingRead] : []),
    ...(dueAt === null ? [] : [say.pieceLine.due(dueAt)]),
  ];
}

import type { Catalogue } from '../catalogue/index.ts';
import { listLoans, type RoomId } from '../places/index.ts';
import type { Database } from '../platform/database/database.ts';
import { drawingTexts as say } from './drawingTexts.ts';
import type { Block } from './pages/drawingPage.tsx';
import type { Span } from './rules/drawing.ts';

/** Rooms that the academy lends that day, as whole lines: whose test is there, nobody of it reads. */
export async function lentOn(
  db: Database,
  catalogue: Catalogue,
  academy: string,
  day: Temporal.PlainDate,
  hours: Span,
): Promise<readonly (Block & { readonly roomId: RoomId })[]> {
  const { compare } = Temporal.PlainDate;
  return (await listLoans(db, academy))
    .filter((one) => one.academy === academy && compare(one.firstDay, day) <= 0 && compare(day, one.lastDay) <= 0)
    .map(({ id, roomId, room, borrower }) => ({
      ...hours,
      key: id,
      roomId,
      room,
      kind: 'other',
      unit: '',
      of: say.lent(catalogue.academy(borrower)?.label ?? borrower),
      hours: say.wholeDay,
      words: '',
      faults: [],
      move: null,
    }));
}

import { sql } from 'kysely';
import { phaseOf, wholeUnit } from '../../exam/index.ts';
import { type ExaminerId, listBoardsOf, listSeated } from '../../examiners/index.ts';
import { columns, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { MarkingBoard } from '../marking.ts';

/** The boards on which somebody sits and was told to: what is written in a hall is marked by number. */
export async function listOwnBoards(db: Database, examiner: ExaminerId): Promise<readonly MarkingBoard[]> {
  const own = await listBoardsOf(db, examiner);
  const boards = own.map(async ({ held, state, specialities, units, name, shared, ...one }) => {
    const [speciality, unit] = [specialities[0], units[0]];
    if (held === 'written' || state === 'declined' || speciality === undefined || unit === undefined) return [];
    // A test of several phases has one sheet: with the board of its first, but for what a jury marks apart once the last is over.
    if (phaseOf(unit) > 1 && name === '') return [];
    const part = name !== '' ? 'apart' : shared ? 'rest' : null;
    const members = await listSeated(db, one, one.id);
    return [{ ...one, speciality, unit: wholeUnit(unit), part, members } as const];
  });
  return (await Promise.all(boards)).flat();
}

const STILL = columns({ id: uuid });

/** Whether an account is still that of somebody who examines. */
export async function mayKeep(db: Database, account: string): Promise<boolean> {
  if (!isUuid(account)) return false;
  const kept = await STILL.first(
    db,
    sql`select account_id as id from staff_open where account_id = ${account} and role = 'examiner' limit 1`,
  );
  return kept !== null;
}

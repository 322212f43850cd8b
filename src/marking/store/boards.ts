import { sql } from 'kysely';
import { wholeUnit } from '../../exam/index.ts';
import { type ExaminerId, listBoardsOf, listSeated } from '../../examiners/index.ts';
import { columns, present, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { MarkingBoard } from '../marking.ts';

/** The boards on which somebody sits and was told to: what is written in a hall is marked by number. */
export async function listOwnBoards(db: Database, examiner: ExaminerId): Promise<readonly MarkingBoard[]> {
  const own = await listBoardsOf(db, examiner);
  const followed = await listFollowed(
    db,
    own.map(({ id }) => id),
  );
  const boards = own.map(async ({ held, state, specialities, units, name, shared, ...one }) => {
    const [speciality, unit] = [specialities[0], units[0]];
    if (held === 'written' || state === 'declined' || speciality === undefined || unit === undefined) return [];
    const part = name !== '' ? 'apart' : shared ? 'rest' : null;
    const members = await listSeated(db, one, one.id);
    return [{ ...one, speciality, unit: wholeUnit(unit), part, signs: !followed.has(one.id), members } as const];
  });
  return (await Promise.all(boards)).flat();
}

const FOLLOWED = columns({ id: present(uuid) });

/** Of boards of the published plan, those in whose room a later phase of their test is held: nobody signs what wasn't held yet. */
async function listFollowed(db: Database, boards: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await FOLLOWED.all(
    db,
    sql`select b.id from exam_board b where b.id = any(${boards}::uuid[]) and exists (
      select from exam_board o where o.academy = b.academy and o.session = b.session and o.room_id = b.room_id and o.specialities = b.specialities
        and o.units[1] > b.units[1] and o.units[1] like regexp_replace(b.units[1], '-P[2-9]$', '') || '-P_')`,
  );
  return new Set(found.map(({ id }) => id));
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

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { inSession } from '../../places/index.ts';
import { columns, id, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const CODE = columns({ enrolmentId: id<EnrolmentId>(), code: text });

/** The codes that are read at the door, of those of these enrolments that have one. */
export async function readCheckinCodes(
  db: Database,
  place: ExamPlace,
  enrolmentIds: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, string>> {
  const rows = await CODE.all(
    db,
    sql`select ${CODE} from exam_checkin_code where ${inSession(place)} and enrolment_id = any(${enrolmentIds}::uuid[])`,
  );
  return new Map(rows.map(({ enrolmentId, code }) => [enrolmentId, code]));
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
/** Forty bits: of ten thousand candidates two draw the same once in twenty thousand sessions, and then one draws again. */
const DRAWS = 3;

/** The code of this enrolment at this session: the one it has, or a new one. */
export async function ensureCheckinCode(tx: Tx, place: ExamPlace, enrolmentId: EnrolmentId): Promise<string> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const known = (await readCheckinCodes(tx, place, [enrolmentId])).get(enrolmentId);
    if (known !== undefined) return known;
    const code = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte & 31]).join('');
    await sql`insert into exam_checkin_code (enrolment_id, academy, session, code)
      values (${enrolmentId}, ${place.academy}, ${place.session}, ${code}) on conflict do nothing`.execute(tx);
  }
  throw new Error(`No code for the check-in of ${enrolmentId}`);
}

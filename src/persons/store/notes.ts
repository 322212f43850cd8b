import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Enrolment } from '../../enrolment/index.ts';
import { columns, instant, integer, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const NOTE = columns({ id: uuid, officerId: uuid, words: text, at: instant });
export type Note = RowOf<typeof NOTE>;

/** The last one first. Whoever asks has been let to the file. */
export function listNotes(db: Database, { id, academy }: Pick<Enrolment, 'id' | 'academy'>): Promise<readonly Note[]> {
  return NOTE.all(
    db,
    sql`select ${NOTE} from office_note where enrolment_id = ${id} and academy = ${academy} order by at desc, id`,
  );
}

const COUNTED = columns({ count: integer });

export async function countNotes(tx: Tx, enrolmentId: string): Promise<number> {
  return (await COUNTED.one(tx, sql`select count(*) as count from office_note where enrolment_id = ${enrolmentId}`))
    .count;
}

export async function insertNote(
  tx: Tx,
  { id: enrolment_id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  note: Pick<Note, 'officerId' | 'words'>,
): Promise<void> {
  const { officerId: officer_id, words } = note;
  await tx
    .insertInto('office_note')
    .values({ id: randomUUID(), academy, session, enrolment_id, officer_id, words })
    .execute();
}

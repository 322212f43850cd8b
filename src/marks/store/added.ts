import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { ENTRANT, type Entrant, type MarkBatch } from '../marks.ts';

type Place = Pick<MarkBatch, 'academy' | 'session'>;

/** Whom a head added to the batches of a session: those still enrolled. */
export function listAdded(db: Database, { academy, session }: Place): Promise<readonly Entrant[]> {
  return ENTRANT.all(
    db,
    sql`select a.enrolment_id as "enrolmentId", b.speciality, b.unit from mark_added a join mark_batch b on b.id = a.batch_id
      join enrolment_file e on e.id = a.enrolment_id and e.status in ('registered', 'validated')
    where a.academy = ${academy} and a.session = ${session} order by a.enrolment_id, b.unit`,
  );
}

export async function insertAdded(
  tx: Tx,
  { id: batchId, academy, session }: Place & Pick<MarkBatch, 'id'>,
  line: { readonly enrolmentId: EnrolmentId; readonly reason: string; readonly by: string },
): Promise<void> {
  await sql`insert into mark_added (academy, session, batch_id, enrolment_id, reason, by)
    values (${academy}, ${session}, ${batchId}, ${line.enrolmentId}, ${line.reason}, ${line.by})
    on conflict (batch_id, enrolment_id) do nothing`.execute(tx);
}

const NUMBERED = columns({ enrolmentId: present(id<EnrolmentId>()), number: present(text) });
export type Numbered = RowOf<typeof NUMBERED>;

/** Their enrolment numbers, in order. */
export function numbersOf(
  db: Database,
  { academy, session }: Place,
  enrolments: readonly EnrolmentId[],
): Promise<readonly Numbered[]> {
  return NUMBERED.all(
    db,
    sql`select id as "enrolmentId", number from enrolment_file
    where academy = ${academy} and session = ${session} and id = any(${enrolments}::uuid[]) and number is not null order by number`,
  );
}

/** Who is enrolled in the batch's speciality under that number. */
export async function findByNumber(
  db: Database,
  { academy, session, speciality }: Place & Pick<MarkBatch, 'speciality'>,
  number: string,
): Promise<EnrolmentId | null> {
  const found = await NUMBERED.first(
    db,
    sql`select id as "enrolmentId", number from enrolment_file
    where academy = ${academy} and session = ${session} and speciality = ${speciality} and number = ${number}
      and status in ('registered', 'validated')`,
  );
  return found?.enrolmentId ?? null;
}

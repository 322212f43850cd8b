import { sql } from 'kysely';
import { columns, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { foldedName } from '../../platform/tables/columns.ts';
import { isUuid, newId } from '../../platform/uuid.ts';
import { EXAMINER, type Examiner, type ExaminerId, type ExaminerWords, MOST } from '../examiners.ts';

/** By name; of an academy. */
export function listExaminers(db: Database, academy: string): Promise<readonly Examiner[]> {
  return EXAMINER.all(
    db,
    sql`select ${EXAMINER} from examiner where academy = ${academy} order by folded, id limit ${MOST.examiners + 1}`,
  );
}

export async function findExaminer(db: Database, academy: string, asked: string | undefined): Promise<Examiner | null> {
  if (!isUuid(asked)) return null;
  return EXAMINER.first(db, sql`select ${EXAMINER} from examiner where academy = ${academy} and id = ${asked}`);
}

/** The person whose account this is; null: nobody made the two one. */
export function examinerOf(db: Database, academy: string, account: string): Promise<Examiner | null> {
  return EXAMINER.first(
    db,
    sql`select ${EXAMINER} from examiner where academy = ${academy} and account_id = ${account}`,
  );
}

/** How the academy tells one from another, beside the postcode. */
function foldedOf({ lastName, firstName }: Pick<ExaminerWords, 'lastName' | 'firstName'>): string {
  return foldedName(`${lastName} ${firstName}`);
}

const WRITTEN = columns({ id: text, was: text });
export type WrittenExaminer = RowOf<typeof WRITTEN>;

/**
 * Writes people: who is known by name and postcode is changed, the others are added. `was`: 'added', 'changed', or 'same'. One statement
 * however many they are.
 */
export function writeExaminers(
  tx: Tx,
  academy: string,
  some: readonly ExaminerWords[],
): Promise<readonly WrittenExaminer[]> {
  const rows = some.map((one) => ({ ...one, id: newId(), folded: foldedOf(one) }));
  return WRITTEN.all(
    tx,
    sql`with asked as (
      select id, ${academy}::text as academy, folded, "lastName" as last_name, "firstName" as first_name, side, title, employer, postcode, postal, mail, phone,
        tasks, specialities, "kmMost" as km_most, away, retired
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, folded text, "lastName" text, "firstName" text, side text, title text,
        employer text, postcode text, postal text, mail text, phone text, tasks text[], specialities text[], "kmMost" integer, away text[], retired boolean)
    ), before as (
      select e.folded, e.postcode, (e.last_name, e.first_name, e.side, e.title, e.employer, e.postal, e.mail, e.phone, e.tasks, e.specialities, e.km_most, e.away,
        e.retired) is not distinct from (a.last_name, a.first_name, a.side, a.title, a.employer, a.postal, a.mail, a.phone, a.tasks, a.specialities, a.km_most,
        a.away, a.retired) as same
      from examiner e join asked a on a.academy = e.academy and a.folded = e.folded and a.postcode = e.postcode
    ), done as (
      insert into examiner as e (id, academy, folded, last_name, first_name, side, title, employer, postcode, postal, mail, phone, tasks, specialities,
        km_most, away, retired)
      select id, academy, folded, last_name, first_name, side, title, employer, postcode, postal, mail, phone, tasks, specialities, km_most, away,
        retired
      from asked
      on conflict (academy, folded, postcode) do update set last_name = excluded.last_name, first_name = excluded.first_name, side = excluded.side,
        title = excluded.title, employer = excluded.employer, postal = excluded.postal, mail = excluded.mail, phone = excluded.phone, tasks = excluded.tasks,
        specialities = excluded.specialities, km_most = excluded.km_most, away = excluded.away, retired = excluded.retired,
        row_version = e.row_version + 1
      returning e.id, e.folded, e.postcode
    )
    select d.id::text as id, case when b.folded is null then 'added' when b.same then 'same' else 'changed' end as was
    from done d left join before b on b.folded = d.folded and b.postcode = d.postcode`,
  );
}

/** False: it was changed meanwhile. Throws where another bears that name at that postcode (`examiner_once`). */
export async function updateExaminer(
  tx: Tx,
  examiner: ExaminerId,
  words: ExaminerWords,
  version: number,
): Promise<boolean> {
  const {
    lastName,
    firstName,
    side,
    title,
    employer,
    postcode,
    postal,
    mail,
    phone,
    tasks,
    specialities,
    kmMost,
    away,
    retired,
  } = words;
  const { numAffectedRows } = await sql`update examiner set last_name = ${lastName}, first_name = ${firstName},
      folded = ${foldedOf(words)}, side = ${side}, title = ${title}, employer = ${employer}, postcode = ${postcode}, postal = ${postal}, mail = ${mail},
      phone = ${phone}, tasks = ${tasks}::text[], specialities = ${specialities}::text[], km_most = ${kmMost}, away = ${away}::text[],
      retired = ${retired}, row_version = row_version + 1
    where id = ${examiner} and row_version = ${version}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Makes an account theirs. */
export async function giveAccount(tx: Tx, examiner: ExaminerId, account: string): Promise<void> {
  await sql`update examiner set account_id = ${account} where id = ${examiner}`.execute(tx);
}

import { sql } from 'kysely';
import { columns, day, integer, nullable, oneOf, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { DECISIONS, type FormerPerson, MOST, OUTCOMES } from '../former.ts';

/** What the former system says now. */

const RESULT = columns({
  number: present(text),
  cfd: present(text),
  year: present(integer),
  unit: present(text),
  obtainedOn: present(day),
  outcome: present(oneOf(OUTCOMES)),
  halfPoints: nullable(integer),
  decision: nullable(oneOf(DECISIONS)),
  until: present(day),
});
export type FormerResult = RowOf<typeof RESULT>;

/** Of these numbers, the latest session first. */
export function listResults(
  db: Database,
  academy: string,
  numbers: readonly string[],
): Promise<readonly FormerResult[]> {
  return RESULT.all(
    db,
    sql`select number, cfd, year, unit, obtained_on as "obtainedOn", outcome, half_points as "halfPoints", decision, until from former_result
    where academy = ${academy} and number = any(${numbers}::text[]) order by year desc, number, cfd, unit`,
  );
}

const PERSON = columns({
  number: present(text),
  birthName: present(text),
  firstNames: present(text),
  birthDate: present(day),
});

/** Who bears this number, or was born that day. The rule says who of them is alike. */
export function findPersons(
  db: Database,
  academy: string,
  {
    number,
    birthDate,
    linked,
  }: { readonly number: string | null; readonly birthDate: Temporal.PlainDate; readonly linked: readonly string[] },
): Promise<readonly FormerPerson[]> {
  return PERSON.all(
    db,
    sql`select distinct on (r.number) r.number, r.birth_name as "birthName", r.first_names as "firstNames", r.birth_date as "birthDate"
      from former_result r join former_import i on i.id = r.import_id
      where r.academy = ${academy} and r.number in (
        select l.number from former_line l where l.academy = ${academy}
          and (l.number = ${number} or l.number = any(${linked}::text[]) or l.birth_date = ${birthDate.toString()}::date))
      order by r.number, i.rank desc limit ${MOST.claims}`,
  );
}

const RENAMED = columns({
  ...PERSON.shape,
  beforeName: present(text),
  beforeFirst: present(text),
  beforeBirth: present(day),
});

/** Persons of a file whose number is linked to an account and stands with another spelling, or another person. */
export function listRenamed(db: Database, importId: string): Promise<readonly RowOf<typeof RENAMED>[]> {
  return RENAMED.all(
    db,
    sql`select distinct l.number, l.birth_name as "birthName", l.first_names as "firstNames", l.birth_date as "birthDate",
        r.birth_name as "beforeName", r.first_names as "beforeFirst", r.birth_date as "beforeBirth"
      from former_line l join former_link k on k.academy = l.academy and k.number = l.number and k.undone_at is null
      join former_result r on r.academy = l.academy and r.number = l.number
      where l.import_id = ${importId} and (l.birth_date, l.birth_name, l.first_names) <> (r.birth_date, r.birth_name, r.first_names)
      order by l.number limit ${MOST.faults}`,
  );
}

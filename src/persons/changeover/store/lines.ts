import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../../enrolment/index.ts';
import {
  columns,
  day,
  id,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
} from '../../../platform/database/columns.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/uuid.ts';
import type { Scope } from '../../../scope/index.ts';
import { MOST } from '../changeover.ts';
import { readNumber } from '../rules/readLine.ts';

const LINE = columns({
  id: uuid,
  at: integer,
  session: text,
  number: text,
  enrolmentNumber: nullable(text),
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
  birthDate: day,
  speciality: text,
  category: nullable(text),
  options: nullable(text),
  enrolmentId: nullable(id<EnrolmentId>()),
});
export type CarriedPerson = RowOf<typeof LINE>;

/** The first of a list, as they would be. */
export function firstLines(db: Database, importId: string): Promise<readonly CarriedPerson[]> {
  return LINE.all(
    db,
    sql`select ${LINE} from changeover_line where import_id = ${importId} order by at limit ${MOST.shown}`,
  );
}

function within({ academy, portfolios }: Scope): RawBuilder<unknown> {
  const own = portfolios === null ? sql`` : sql`and l.portfolio = any(${portfolios}::text[])`;
  return sql`l.written and l.academy = ${academy} ${own}`;
}

/** Of a name, of figures of a number, or of a day: what was typed. */
export type Sought = {
  readonly words: readonly string[];
  readonly figures: string;
  readonly day: Temporal.PlainDate | null;
};

function match({ words, figures, day: born }: Sought): RawBuilder<unknown> {
  const names = sql`' ' || office_fold(l.birth_name) || ' ' || office_fold(coalesce(l.usage_name, '')) || ' ' || office_fold(l.first_names)`;
  const ways = [
    ...(words.length === 0
      ? []
      : [
          sql`(${sql.join(
            words.map((word) => sql`${names} like ${`% ${word}%`}`),
            sql` and `,
          )})`,
        ]),
    ...(figures === '' ? [] : [sql`l.number like ${`${figures}%`}`]),
    ...(born === null ? [] : [sql`l.birth_date = ${born.toString()}::date`]),
  ];
  return ways.length === 0 ? sql`` : sql`and (${sql.join(ways, sql` or `)})`;
}

const HERE = columns({ ...LINE.shape, ownNumber: nullable(text), status: nullable(text) });
/** With what became of them here. */
export type PersonHere = RowOf<typeof HERE>;
const HERE_OF = sql`${LINE.of('l')}, e.number as "ownNumber", e.status
      from changeover_line l left join enrolment_file e on e.id = l.enrolment_id`;

/** Nobody has begun with them here, or what was begun was left for good. */
export function isToEnrol({ enrolmentId, status }: Pick<PersonHere, 'enrolmentId' | 'status'>): boolean {
  return enrolmentId === null || status === 'abandoned';
}

/** A line of those that this person works with. */
export async function findPerson(db: Database, scope: Scope, lineId: string | undefined): Promise<PersonHere | null> {
  if (!isUuid(lineId)) return null;
  return HERE.first(db, sql`select ${HERE_OF} where l.id = ${lineId} and ${within(scope)}`);
}

const LOCKED = columns({ ...LINE.shape, importedAt: present(instant) });

/** The same, held until the transaction ends: two officers open one enrolment. With the instant at which its list came in. */
export async function lockPerson(tx: Tx, scope: Scope, lineId: string): Promise<RowOf<typeof LOCKED> | null> {
  return LOCKED.first(
    tx,
    sql`select ${LINE.of('l')}, i.written_at as "importedAt" from changeover_line l join changeover_import i on i.id = l.import_id
      where l.id = ${lineId} and ${within(scope)} for update of l`,
  );
}

const FOUND = columns({ ...HERE.shape, total: present(integer) });
export type FoundPerson = RowOf<typeof FOUND>;

/** Those that are to be completed first, then by name; `total`: of all. */
export function findPersons(
  db: Database,
  scope: Scope,
  { sought, page }: { readonly sought: Sought | null; readonly page: number },
): Promise<readonly FoundPerson[]> {
  return FOUND.all(
    db,
    sql`select count(*) over () as total, ${HERE_OF}
      where ${within(scope)} ${sought === null ? sql`` : match(sought)}
      order by (e.number is not null), office_fold(l.birth_name), l.first_names, l.number
      limit ${MOST.found} offset ${(page - 1) * MOST.found}`,
  );
}

const FORMER = columns({ number: text });

/** Their number in the system in place; null: they are of no list. */
export async function formerNumberOf(db: Database, enrolmentId: EnrolmentId): Promise<string | null> {
  const asked = sql`select ${FORMER} from changeover_line where enrolment_id = ${enrolmentId} and written order by number limit 1`;
  return (await FORMER.first(db, asked))?.number ?? null;
}

const BEARER = columns({ enrolmentId: present(id<EnrolmentId>()) });

/** Enrolments of whoever had this number in the system in place, as somebody types it. */
export async function ofFormerNumber(db: Database, academy: string, typed: string): Promise<readonly EnrolmentId[]> {
  const number = readNumber(typed);
  if (number === null) return [];
  const found = await BEARER.all(
    db,
    sql`select enrolment_id as "enrolmentId" from changeover_line
      where academy = ${academy} and number = ${number} and written and enrolment_id is not null order by enrolment_id limit ${MOST.found}`,
  );
  return found.map(({ enrolmentId }) => enrolmentId);
}

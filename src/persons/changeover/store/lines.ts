import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../../enrolment/index.ts';
import {
  columns,
  day,
  id,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
} from '../../../platform/database/columns.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Scope } from '../../../scope/index.ts';
import { MOST } from '../changeover.ts';

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

const FOUND = columns({ ...LINE.shape, ownNumber: nullable(text), status: nullable(text), total: present(integer) });
export type FoundPerson = RowOf<typeof FOUND>;

/** Those that are to be completed first, then by name; `total`: of all. */
export function findPersons(
  db: Database,
  scope: Scope,
  { sought, page }: { readonly sought: Sought | null; readonly page: number },
): Promise<readonly FoundPerson[]> {
  return FOUND.all(
    db,
    sql`select ${LINE.of('l')}, e.number as "ownNumber", e.status, count(*) over () as total
      from changeover_line l left join enrolment_file e on e.id = l.enrolment_id
      where ${within(scope)} ${sought === null ? sql`` : match(sought)}
      order by (e.number is not null), office_fold(l.birth_name), l.first_names, l.number
      limit ${MOST.found} offset ${(page - 1) * MOST.found}`,
  );
}

import { type RawBuilder, sql } from 'kysely';
import { columns, json, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Json } from '../../platform/keys.ts';
import { GIVEN, isHidden, type OnlyIf, type TableName } from './ownTables.ts';

/** Whose data they are. */
export type Owner = { readonly accountId: string; readonly enrolments: readonly string[] };
export type OwnRow = Readonly<Record<string, Json>>;

/** Of one table; nobody has as many. */
const MOST_ROWS = 5_000;

const ONLY: Readonly<Record<OnlyIf, RawBuilder<unknown>>> = {
  // Not what is being prepared to correct it.
  publishedSo: sql`exists (select from visible_result v where v.enrolment_id = t.enrolment_id and v.publication_id = t.publication_id)`,
  settled: sql`t.takes_effect_at <= business_now()`,
  // What an office recognised by mistake is somebody else's.
  standing: sql`t.undone_at is null`,
  shown: sql`t.withheld is null`,
  // Not somebody else's script, sent by mistake.
  sentRight: sql`t.withdrawn_at is null`,
  // Links and codes that open the account.
  unsecret: sql`t.template not like 'account.%'`,
};

const TYPE = columns({ table: text, column: text, type: text });
const ROW = columns({ row: json<OwnRow>() });

/** The columns of each table and their types, as the database has them now. */
type Types = ReadonlyMap<string, string>;

async function typesOf(db: Database): Promise<Types> {
  const found = await TYPE.all(
    db,
    sql`select c.relname::text as "table", a.attname::text as "column", a.atttypid::regtype::text as "type"
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  );
  return new Map(found.map(({ table, column, type }) => [`${table}.${column}`, type]));
}

const inT = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql`t.${sql.ref(name)}`));

/** What makes a row of this table theirs, the row being `t`. */
function isTheirs(types: Types, owner: Owner, table: TableName): RawBuilder<unknown> {
  const given = GIVEN[table];
  if (given === undefined) throw new Error(`Nobody is given ${table}`);
  const { by, through, only, toldFrom, publishedFrom, publishedWith } = given;
  const parts: RawBuilder<unknown>[] = [];
  if (by !== undefined) {
    const column = given.column ?? `${by}_id`;
    const ids = by === 'account' ? [owner.accountId] : owner.enrolments;
    const type = types.get(`${table}.${column}`) === 'uuid' ? sql`uuid[]` : sql`text[]`;
    parts.push(sql`t.${sql.ref(column)} = any(${ids}::text[]::${type})`);
  }
  if (through !== undefined)
    parts.push(
      sql`(${inT(through.columns)}) in (select ${inT(through.keys)} from ${sql.table(through.table)} t where ${isTheirs(types, owner, through.table)})`,
    );
  if (only !== undefined) parts.push(ONLY[only]);
  if (publishedFrom !== undefined)
    parts.push(
      sql`exists (select from visible_result v where v.enrolment_id = t.enrolment_id and v.announced_at >= t.${sql.ref(publishedFrom)})`,
    );
  if (publishedWith !== undefined) {
    const { table: beside, column, at } = publishedWith;
    parts.push(
      sql`exists (select from visible_result v where v.enrolment_id = t.enrolment_id and not exists (
        select from ${sql.table(beside)} o where o.${sql.ref(column)} = t.${sql.ref(column)} and o.${sql.ref(at)} > v.announced_at))`,
    );
  }
  if (toldFrom !== undefined) parts.push(sql`t.${sql.ref(toldFrom)} < business_now() - interval '2 days'`);
  return sql.join(parts, sql` and `);
}

/**
 * All that is theirs, table after table, without what is nobody's to read. A room's tables are named elsewhere by views alone: here by the
 * declaration, since what isn't declared must not be forgotten (decision 194).
 */
export async function* ownRows(
  db: Database,
  owner: Owner,
): AsyncGenerator<{ readonly table: TableName; readonly rows: readonly OwnRow[] }> {
  const types = await typesOf(db);
  for (const table of tablesGiven()) {
    const rows = await ROW.all(
      db,
      sql`select to_jsonb(t) as row from ${sql.table(table)} t where ${isTheirs(types, owner, table)} limit ${MOST_ROWS}`,
    );
    yield { table, rows: rows.map(({ row }) => row) };
  }
}

/** Without what is nobody's to read, and without what says nothing. */
export function saidOf(table: TableName, row: OwnRow): OwnRow {
  const but = GIVEN[table]?.but ?? [];
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && !isHidden(name) && !but.includes(name)),
  );
}

function tablesGiven(): readonly TableName[] {
  const all: ReadonlySet<string> = new Set(Object.keys(GIVEN));
  return [...all].filter((name): name is TableName => name in GIVEN);
}

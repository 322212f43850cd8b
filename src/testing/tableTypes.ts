import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { columns, flag, integer, text, texts } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';

const SOURCES = path.dirname(import.meta.dirname);

/** The rooms that make tables or views, each with the text of its migrations. */
const rooms = readdirSync(SOURCES)
  .map((room) => ({ room, file: path.join(SOURCES, room, 'migrations.ts') }))
  .filter(({ file }) => existsSync(file))
  .map(({ room, file }) => ({ room, migrations: readFileSync(file, 'utf8') }));

export const typesFile = (room: string): string => path.join(SOURCES, room, 'tables.d.ts');

/** Tables that a migration of another room made, before they had a room of their own. */
const HANDED: Readonly<Record<string, string>> = {
  accepted_piece: 'mails',
  decision_to_tell: 'mails',
  entry_proof: 'persons',
  exam_watch: 'watch',
  office_note: 'persons',
  office_claim: 'checking',
  office_cover: 'staff',
  office_presence: 'checking',
  office_queue: 'checking',
  office_queue_source: 'checking',
  office_saved_filter: 'checking',
  publication: 'documents',
  publication_recipient: 'documents',
  told_decision: 'mails',
};

function roomOf(relation: string): string {
  const handed = HANDED[relation];
  if (handed !== undefined) return handed;
  const made = new RegExp(`create (or replace )?(table|view) (if not exists )?${relation}\\b`, 'i');
  const owner = rooms.find(({ migrations }) => made.test(migrations));
  if (owner === undefined) throw new Error(`No migration makes ${relation}`);
  return owner.room;
}

const COLUMN = columns({
  relation: text,
  view: flag,
  place: integer,
  name: text,
  type: text,
  filled: flag,
  given: flag,
  identity: flag,
  checks: texts,
});
type Described = Awaited<ReturnType<typeof describeColumns>>[number];

/** The columns of every table and view; kysely keeps its own two. */
function describeColumns(db: Database) {
  return COLUMN.all(
    db,
    sql`select c.relname::text as relation, c.relkind = 'v' as view, a.attnum as place, a.attname::text as name,
      format_type(a.atttypid, null) as type, a.attnotnull as filled, a.atthasdef as given, a.attidentity = 'a' as identity,
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] order by k.conname) as checks
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v') and c.relname not like 'kysely\_%'
    order by c.relkind, c.relname, a.attnum`,
  );
}

/** The words that a check leaves to a column of text; null where it says something else. */
export function wordsOf(checks: readonly string[]): readonly string[] | null {
  for (const check of checks) {
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(check)?.[1];
    if (list !== undefined) return [...list.matchAll(/'([^']*)'::text/g)].map(([, word]) => word ?? '');
  }
  return null;
}

/** The columns of views, as those that they show. */
async function throughViews(connection: pg.PoolConfig, found: readonly Described[]): Promise<readonly Described[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const views = new Map<string, readonly { readonly table: string; readonly place: number }[]>();
  for (const view of new Set(found.filter((one) => one.view).map(({ relation }) => relation))) {
    const { rows } = await client.query('select pg_get_viewdef($1::regclass) as text', [view]);
    const text = String(rows[0].text);
    // What an outer join brings may be missing.
    const outer = / (LEFT|RIGHT|FULL) JOIN /i.test(text);
    const { fields } = await client.query(`select * from (${text.replace(/;\s*$/, '')}) as shown limit 0`);
    const { rows: tables } = await client.query(
      'select oid::int, relname::text from pg_class where oid = any($1::oid[])',
      [fields.map(({ tableID }) => tableID)],
    );
    views.set(
      view,
      fields.map(({ tableID, columnID }) => ({
        table: outer ? '' : String(tables.find(({ oid }) => oid === tableID)?.relname),
        place: columnID,
      })),
    );
  }
  await client.end();
  return found.map((one) => {
    const shown = views.get(one.relation)?.[one.place - 1];
    const source = found.find(({ relation, place }) => relation === shown?.table && place === shown.place);
    return source === undefined ? one : { ...one, filled: source.filled, checks: source.checks };
  });
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  'timestamp with time zone': 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'text[]': 'readonly string[]',
  'uuid[]': 'readonly string[]',
  interval: 'unknown',
};

function typeOf({ relation, name, type, filled, given, identity, checks }: Described): string {
  const absent = filled ? '' : ' | null';
  // JSON is read as whatever wrote it and written as text: pg takes an array for one of PostgreSQL's.
  if (type === 'jsonb') return `ColumnType<unknown, string${absent}${given ? ' | undefined' : ''}, string${absent}>`;
  const words = wordsOf(checks)?.map((word) => `'${word}'`);
  const plain = words?.join(' | ') ?? TYPES[type];
  if (plain === undefined) throw new Error(`No type for ${relation}.${name}, which is ${type}`);
  if (identity) return `GeneratedAlways<${plain}>`;
  return given ? `Generated<${plain}${absent}>` : `${plain}${absent}`;
}

/** What `npm run types` writes for each room. */
export async function tableTypes(db: Database, connection: pg.PoolConfig): Promise<ReadonlyMap<string, string>> {
  const found = await throughViews(connection, await describeColumns(db));
  const relations = Map.groupBy(found, ({ relation }) => relation);
  const byRoom = Map.groupBy(relations, ([relation]) => roomOf(relation));
  return new Map([...byRoom].map(([room, own]) => [room, fileOf(own)]));
}

function fileOf(relations: readonly (readonly [string, readonly Described[]])[]): string {
  const body = relations
    .map(([relation, own]) => {
      const lines = own.map((one) => `      ${one.name}: ${typeOf(one)};`);
      const view = own[0]?.view === true ? '    /** A view: any room may read it. */\n' : '';
      return `${view}    ${relation}: {\n${lines.join('\n')}\n    };`;
    })
    .join('\n');
  const wrappers = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`));
  const imports = wrappers.length === 0 ? '' : `import type { ${wrappers.join(', ')} } from 'kysely';\n`;
  return `// From the migrated database, by \`npm run types\`. It changes with a migration.
${imports}
declare module '../platform/database/database.ts' {
  interface Tables {
${body}
  }
}

export {};
`;
}

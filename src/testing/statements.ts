import { appendFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Column, type Shape, witnessColumns } from '../platform/database/columns.ts';
import { PreparedClient } from '../platform/database/preparedClient.ts';
import { wordsOf } from './tableTypes.ts';

const { JSONB } = pg.types.builtins;

/** The statement of each answer, by its rows. */
const answers = new WeakMap<object, string>();
const described = new Map<string, readonly Described[]>();
const compared = new Set<string>();

/** Remembers how PostgreSQL described the answer of each statement, asked once in a process while nobody else has the client. */
export class DescribedClient extends PreparedClient {
  // biome-ignore lint/suspicious/noExplicitAny: as in PreparedClient
  override query(...args: any[]): any {
    if (typeof args[0] === 'string') noteRun(args[0]);
    const asked = super.query(...args);
    if (!(asked instanceof Promise)) return asked;
    return asked.then(async (result: unknown) => {
      if (!isResult(result)) return result;
      const statement = String(args[0]);
      answers.set(result.rows, statement);
      if (result.fields.length > 0 && !described.has(statement)) described.set(statement, await this.#describe(result));
      return result;
    });
  }

  async #describe({ fields }: Result): Promise<readonly Described[]> {
    const tables = fields.map(({ tableID }) => tableID).filter((oid) => oid !== 0);
    const { rows: sources }: { rows: readonly Source[] } = await super.query(
      `select a.attrelid::int as table, a.attnum::int as place, a.attnotnull as filled,
         array(select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
       from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r' where a.attrelid = any($1::oid[])`,
      [tables],
    );
    return fields.map(({ name, dataTypeID: oid, tableID, columnID }) => {
      const source = sources.find(({ table, place }) => table === tableID && place === columnID);
      return {
        name,
        oid,
        table: source === undefined ? null : { filled: source.filled, words: wordsOf(source.checks) },
      };
    });
  }
}

/** Of characters: a test that has the kernel refuse large files (`withSmallFiles`) runs statements too. */
const FILE_LENGTH = 100_000;
const ran = new Set<string>();
let written = 0;

/** For `scripts/statements.mjs`, which says what no test of a whole run has run. */
function noteRun(statement: string): void {
  const { REGISTRE_STATEMENTS: folder } = process.env;
  if (folder === undefined || ran.has(statement)) return;
  ran.add(statement);
  const line = `${JSON.stringify(statement)}\n`;
  written += line.length;
  appendFileSync(path.join(folder, `${process.pid}-${Math.floor(written / FILE_LENGTH)}.jsonl`), line);
}

type Result = { readonly fields: readonly pg.FieldDef[]; readonly rows: readonly object[] };
function isResult(value: unknown): value is Result {
  return typeof value === 'object' && value !== null && 'fields' in value && 'rows' in value;
}

/**
 * Throws where an answer isn't what the code says of its columns: each statement once by what PostgreSQL describes (names,
 * types, what the tables let be null, the words of their checks), each row by what it holds.
 */
async function compare(shape: Shape, rows: readonly object[]): Promise<void> {
  const statement = answers.get(rows);
  if (statement === undefined) return;
  const faults: string[] = [];
  if (!compared.has(statement)) {
    compared.add(statement);
    faults.push(...faultsOf(shape, described.get(statement) ?? []));
  }
  for (const row of rows) faults.push(...faultsIn(shape, row));
  if (faults.length > 0) throw new Error(`${faults.join('; ')}, in: ${statement}`);
}

/** A column as PostgreSQL has it. `table`: the one that it comes from as it is; null where it is computed or of a view. */
type Described = {
  readonly name: string;
  readonly oid: number;
  readonly table: { readonly filled: boolean; readonly words: readonly string[] | null } | null;
};

type Source = {
  readonly table: number;
  readonly place: number;
  readonly filled: boolean;
  readonly checks: readonly string[];
};

function faultsOf(shape: Shape, described: readonly Described[]): readonly string[] {
  const names = described.map(({ name }) => name);
  const said = Object.keys(shape);
  return [
    ...said.filter((name) => !names.includes(name)).map((name) => `${name} is declared and isn't there`),
    ...names.filter((name) => !said.includes(name)).map((name) => `${name} is there and isn't declared`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is there twice`),
    ...described.flatMap((one) => {
      const column = shape[one.name];
      return column === undefined ? [] : differences(column, one).map((fault) => `${one.name} ${fault}`);
    }),
  ];
}

function differences({ oids, nullable, present, words }: Column<unknown>, { oid, table }: Described): string[] {
  const faults = oids.includes(oid) ? [] : [`is declared as the type ${oids.join(' or ')} and is ${oid}`];
  if (table?.filled === false && !nullable && !present) faults.push('may be null in its table');
  if (words !== null && table?.words?.some((word) => !words.includes(word)) === true)
    faults.push(`may be ${table.words.join(', ')} in its table`);
  return faults;
}

function faultsIn(shape: Shape, row: object): readonly string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const column = shape[name];
    if (column === undefined) return [];
    // JSON has a null of its own.
    if (value === null) return column.nullable || column.oids.includes(JSONB) ? [] : [`${name} is null`];
    return column.words === null || column.words.includes(String(value)) ? [] : [`${name} is « ${String(value)} »`];
  });
}

witnessColumns(compare);

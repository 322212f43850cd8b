import { type OperationNode, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { createRecent } from '../memory.ts';
import type { Database } from './database.ts';
import { askedOnce } from './readOnce.ts';

/** What a column of an answer holds. Tests compare it with what PostgreSQL describes (`src/testing/statements.ts`). */
export type Column<T> = {
  /** The types of PostgreSQL that give such a value, by oid. */
  readonly oids: readonly number[];
  readonly nullable: boolean;
  /** Never null here, though its table lets it be. */
  readonly present: boolean;
  /** The only words that it holds; null: any. */
  readonly words: readonly string[] | null;
  readonly sample?: T;
};

export type Shape = Readonly<Record<string, Column<unknown>>>;
export type Row<S extends Shape> = { readonly [Name in keyof S]: S[Name] extends Column<infer T> ? T : never };

const column = <T>(...oids: readonly number[]): Column<T> => ({ oids, nullable: false, present: false, words: null });
const { TEXT, UUID, TIMESTAMPTZ, DATE, INT2, INT4, INT8, FLOAT8, BOOL, JSONB, BYTEA } = pg.types.builtins;
const [TEXT_ARRAY, UUID_ARRAY] = [1009, 2951];

export const text: Column<string> = column(TEXT);
export const uuid: Column<string> = column(UUID);
export const instant: Column<Temporal.Instant> = column(TIMESTAMPTZ);
export const day: Column<Temporal.PlainDate> = column(DATE);
export const integer: Column<number> = column(INT2, INT4, INT8);
export const decimal: Column<number> = column(FLOAT8);
export const flag: Column<boolean> = column(BOOL);
export const bytes: Column<Buffer> = column(BYTEA);
export const texts: Column<readonly string[]> = column(TEXT_ARRAY);

export const uuids: Column<readonly string[]> = column(UUID_ARRAY);

/** A branded id. */
export const id = <T extends string>(): Column<T> => column(UUID);
/** What our own code wrote there. */
export const json = <T>(): Column<T> => column(JSONB);
export const oneOf = <const T extends string>(words: readonly T[]): Column<T> => ({ ...column<T>(TEXT), words });
export const nullable = <T>(of: Column<T>): Column<T | null> => ({ ...of, nullable: true });
/** A column that its table lets be null and this statement doesn't. */
export const present = <T>(of: Column<T>): Column<T> => ({ ...of, present: true });

/**
 * The columns of an answer, as a value: the row's type comes from it. In a statement it is their list, `savedAt` being
 * `saved_at as "savedAt"`; `of('e')` is the same of the table called `e` there. What is computed is written out instead.
 */
export type Columns<S extends Shape> = {
  readonly shape: S;
  readonly of: (table: string) => RawBuilder<unknown>;
  readonly toOperationNode: () => OperationNode;
  readonly all: (db: Database, statement: RawBuilder<unknown>) => Promise<readonly Row<S>[]>;
  readonly first: (db: Database, statement: RawBuilder<unknown>) => Promise<Row<S> | null>;
  /** Throws where there is none. */
  readonly one: (db: Database, statement: RawBuilder<unknown>) => Promise<Row<S>>;
};
export type RowOf<C> = C extends Columns<infer S> ? Row<S> : never;

export function columns<const S extends Shape>(shape: S): Columns<S> {
  const made = createRecent<string, RawBuilder<unknown>>(8);
  const of = (prefix: string): RawBuilder<unknown> =>
    made(prefix, () =>
      sql.raw(
        Object.keys(shape)
          .map((name) => `${prefix}${nameOf(name)}`)
          .join(', '),
      ),
    );
  const list = of('');
  const all = async (db: Database, statement: RawBuilder<unknown>): Promise<readonly Row<S>[]> => {
    const rows = (await ask(db, statement)) as readonly Row<S>[];
    if (witness !== null) await witness(shape, rows);
    return rows;
  };
  const first = async (db: Database, statement: RawBuilder<unknown>): Promise<Row<S> | null> =>
    (await all(db, statement))[0] ?? null;
  return {
    shape,
    of: (table) => of(`${table}.`),
    toOperationNode: () => list.toOperationNode(),
    all,
    first,
    one: async (db, statement) => {
      const row = await first(db, statement);
      if (row === null) throw new Error('The database gave no row');
      return row;
    },
  };
}

function nameOf(name: string): string {
  const known = inTable(name);
  return known === name ? name : `${known} as "${name}"`;
}

function inTable(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What of a larger row, or of a form, stands in these columns. */
export function pick<S extends Shape>({ shape }: Columns<S>, from: Row<S>): Row<S> {
  return each(shape, from);
}

type InTable<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${InTable<Rest>}`
  : '';

/** The same as a table takes it: `{ saved_at }` of `{ savedAt }`. */
export function written<S extends Shape>(
  { shape }: Columns<S>,
  from: Row<S>,
): { readonly [Name in keyof S & string as InTable<Name>]: Row<S>[Name] } {
  return each(shape, from, inTable);
}

type OrNone<S extends Shape> = { readonly [Name in keyof S]: Column<Row<S>[Name] | null> };

/** The columns of a table in which an outer join may find nothing. */
export function orNone<S extends Shape>({ shape }: Columns<S>): OrNone<S> {
  return each(shape, Object.fromEntries(Object.entries(shape).map(([name, column]) => [name, nullable(column)])));
}

/** What it found there; null: nothing. */
export function foundIn<S extends Shape>({ shape }: Columns<S>, row: Row<OrNone<S>>): Row<S> | null {
  const found: { readonly [Name in keyof S]: unknown } = row;
  return Object.entries(shape).some(([name, column]) => !column.nullable && found[name] === null)
    ? null
    : each(shape, row);
}

/** What stands in each column, under its name or another: `Made` says what. */
function each<Made>(
  shape: Shape,
  from: Readonly<Record<string, unknown>>,
  called = (name: string): string => name,
): Made {
  return Object.fromEntries(Object.keys(shape).map((name) => [called(name), from[name]])) as Made;
}

/** Sees each answer beside the columns that it is said to have. */
export type Witness = (shape: Shape, rows: readonly object[]) => Promise<void>;
let witness: Witness | null = null;

/** For tests, which compare the two (`src/testing/statements.ts`). */
export function witnessColumns(by: Witness): void {
  witness = by;
}

/** Once where that was said to be enough (`readingOnce`). */
async function ask(db: Database, statement: RawBuilder<unknown>): Promise<readonly unknown[]> {
  const compiled = statement.compile(db);
  const run = () => db.executeQuery(compiled);
  return (await (askedOnce(db, compiled, run) ?? run())).rows;
}

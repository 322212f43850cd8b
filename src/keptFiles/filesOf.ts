import { type RawBuilder, sql } from 'kysely';
import type { ScanVerdict } from '../platform/antivirus.ts';
import { type Columns, columns, present, type Row, type Shape, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import type { Ledger } from '../platform/files/ledger.ts';
import type { RenderedFile } from './receiveFile.ts';

/** A table of which each row keeps a file: `checked_at` and `fault` are what the nightly check notes, `scan` what the scanner found. */
export type FilesOf = {
  readonly table: RawBuilder<unknown>;
  /** The keys that its room makes. */
  readonly makes: RegExp;
  /** The rows whose bytes are still there. */
  readonly kept: RawBuilder<unknown>;
  readonly id?: RawBuilder<unknown>;
  readonly key?: RawBuilder<unknown>;
  readonly sha256?: RawBuilder<unknown>;
  /** When it came. */
  readonly cameAt?: RawBuilder<unknown>;
  /** Does it keep the name of what the antivirus found? */
  readonly names?: false;
};

const NAMED = columns({ key: present(text) });
const KEPT = columns({ id: uuid, key: present(text), sha256: present(text) });

/** Its files, for the nightly check and the sweep. */
export function ledgerOf(files: FilesOf): (db: Database) => Ledger {
  const { table, makes, kept, id = sql`id`, key = sql`file_key`, sha256 = sql`sha256` } = files;
  return (db) => ({
    makes,
    named: async (keys) => {
      const asked = sql`select ${key} as key from ${table} where ${key} = any (${keys}::text[]) and ${kept}`;
      return new Set((await NAMED.all(db, asked)).map((one) => one.key));
    },
    due: (limit) =>
      KEPT.all(
        db,
        sql`select ${id} as id, ${key} as key, ${sha256} as sha256 from ${table}
        where ${kept} and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, ${id} limit ${limit}`,
      ),
    checked: async (one, fault) => {
      await sql`update ${table} set checked_at = now(), fault = ${fault} where ${id} = ${one}`.execute(db);
    },
  });
}

export type FileScans<File> = {
  /** False: its bytes aren't there to be scanned, or aren't read yet. */
  readonly mark: (tx: Tx, id: string) => Promise<boolean>;
  /** Those that wait, with what their room asks of each. */
  readonly find: (db: Database, id: string) => Promise<File | null>;
  readonly list: (db: Database, after: string | null, limit: number) => Promise<readonly File[]>;
  /** Those of the last days that were found clean, after the one with this id. */
  readonly listClean: (db: Database, after: string, limit: number) => Promise<readonly File[]>;
  /** False when it was scanned already, or is found as clean as before. */
  readonly write: (db: Database, id: string, verdict: ScanVerdict) => Promise<boolean>;
};

/** What the scanner knows of its files. */
export function scansOf<S extends Shape>(files: FilesOf, asked: Columns<S>): FileScans<Row<S>> {
  const { table, kept, id = sql`id`, names, cameAt = sql`finished_at` } = files;
  const waits = sql`(scan is null or scan = 'waiting')`;
  const rows = files.id === undefined ? table : sql`(select ${id} as id, t.* from ${table} t) as rows`;
  const waiting = sql`select ${asked} from ${rows} where ${waits} and ${kept}`;
  return {
    mark: async (tx, one) => {
      const { numAffectedRows } =
        await sql`update ${table} set scan = 'waiting' where ${id} = ${one} and ${kept}`.execute(tx);
      return numAffectedRows === 1n;
    },
    find: (db, one) => asked.first(db, sql`${waiting} and id = ${one}`),
    list: (db, after, limit) =>
      asked.all(db, sql`${waiting} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`),
    listClean: (db, after, limit) =>
      asked.all(
        db,
        sql`select ${asked} from ${rows} where scan = 'clean' and ${kept} and ${cameAt} > business_now() - interval '7 days'
          and id > ${after} order by id limit ${limit}`,
      ),
    write: async (db, one, verdict) => {
      const finding = verdict.found === 'infected' ? verdict.name : null;
      const named = names === false ? sql`` : sql`, finding = ${finding}`;
      const { numAffectedRows } = await sql`update ${table} set scan = ${verdict.found}${named}
        where ${id} = ${one} and ${maySay(verdict)}`.execute(db);
      return numAffectedRows === 1n;
    },
  };
}

/** Of a row: what is found clean may be found infected later, and nothing else changes. */
export function maySay({ found }: Pick<ScanVerdict, 'found'>): RawBuilder<unknown> {
  return sql`(scan is null or scan = 'waiting' or scan = 'clean' and ${found} = 'infected')`;
}

/** What only has to be seen by the antivirus: nobody opens it before, and nobody is told. */
export const UNSCANNED = columns({ id: uuid, fileKey: text });

/** It is read: from now on our rendering is what is kept. `more`: what its table says beside. */
export async function writeRead(
  { table }: Pick<FilesOf, 'table'>,
  tx: Tx,
  id: string,
  { fileKey, type, name, size, sha256 }: RenderedFile,
  more = sql``,
): Promise<void> {
  await sql`update ${table} set unread = false, file_key = ${fileKey}, type = ${type}, name = ${name}, size = ${size}, sha256 = ${sha256}${more}
    where id = ${id}`.execute(tx);
}

/** Its bytes go after this. False when it is marked already. */
export async function markErased({ table }: FilesOf, tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update ${table} set erased_at = business_now() where id = ${id} and erased_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { SEAL_LEVELS, type SealLevel } from '../../platform/pdf/seal/seal.ts';
import type { RecordContent } from '../content.ts';
import type { Jury, JuryId } from '../jury.ts';

const SHEET = columns({
  id: uuid,
  juryId: id<JuryId>(),
  academy: text,
  session: text,
  number: integer,
  content: json<RecordContent>(),
  issuedAt: instant,
  pdfKey: nullable(text),
  pdfSha256: nullable(text),
  sealLevel: nullable(oneOf(SEAL_LEVELS)),
});
/** The record (number 0) or one of its additions, as printed. */
export type JurySheet = RowOf<typeof SHEET>;

export async function insertSheet(
  tx: Tx,
  { id: juryId, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  number: number,
  content: RecordContent,
): Promise<string> {
  const sheet = randomUUID();
  await sql`insert into jury_sheet (id, jury_id, academy, session, number, content)
    values (${sheet}, ${juryId}, ${academy}, ${session}, ${number}, ${JSON.stringify(content)}::jsonb)`.execute(tx);
  return sheet;
}

export function findSheet(db: Database, { id: juryId }: Pick<Jury, 'id'>, number: number): Promise<JurySheet | null> {
  return SHEET.first(db, sql`select ${SHEET} from jury_sheet where jury_id = ${juryId} and number = ${number}`);
}

export function findSheetById(db: Database, sheet: string): Promise<JurySheet | null> {
  return SHEET.first(db, sql`select ${SHEET} from jury_sheet where id = ${sheet}`);
}

const LISTED = columns({
  number: integer,
  issuedAt: instant,
  pdfSha256: nullable(text),
  sealLevel: nullable(oneOf(SEAL_LEVELS)),
});
export type ListedSheet = Pick<JurySheet, 'number' | 'issuedAt' | 'pdfSha256' | 'sealLevel'>;

/** The record, then its additions, without their words. */
export function listSheets(db: Database, { id: juryId }: Pick<Jury, 'id'>): Promise<readonly ListedSheet[]> {
  return LISTED.all(db, sql`select ${LISTED} from jury_sheet where jury_id = ${juryId} order by number`);
}

export type PrintedFile = {
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
  readonly seal: { readonly level: SealLevel; readonly certificateId: string } | null;
};

const KEY = columns({ pdfKey: present(text) });

/** Keeps the file, unless another printer was faster. Gives the key of the one that is kept. */
export async function keepFile(db: Database, sheet: string, { key, sha256, size, seal }: PrintedFile): Promise<string> {
  await sql`update jury_sheet set pdf_key = ${key}, pdf_sha256 = ${sha256}, pdf_size = ${size},
      seal_level = ${seal?.level ?? null}, seal_certificate = ${seal?.certificateId ?? null}
    where id = ${sheet} and pdf_key is null`.execute(db);
  return (await KEY.one(db, sql`select ${KEY} from jury_sheet where id = ${sheet}`)).pdfKey;
}

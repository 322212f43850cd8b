import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  columns,
  flag,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { ABOUTS } from '../rules/variables.ts';

const TEMPLATE = columns({
  id: uuid,
  title: text,
  about: oneOf(ABOUTS),
  words: text,
  version: integer,
  retired: flag,
  changedBy: nullable(uuid),
  changedAt: instant,
});

/** An answer that an office keeps ready. `changedBy`: null: it came with the software. */
export type Template = RowOf<typeof TEMPLATE>;
export type TemplateWords = Pick<Template, 'title' | 'about' | 'words'>;

/** Those in use, by title; `retired`: those taken out of use. */
export function listTemplates(db: Database, academy: string, retired = false): Promise<readonly Template[]> {
  return TEMPLATE.all(
    db,
    sql`select ${TEMPLATE} from message_template where academy = ${academy} and retired = ${retired} order by lower(title), id`,
  );
}

export async function findTemplate(db: Database, academy: string, id: string | undefined): Promise<Template | null> {
  if (!isUuid(id)) return null;
  return TEMPLATE.first(db, sql`select ${TEMPLATE} from message_template where id = ${id} and academy = ${academy}`);
}

export function lockTemplate(tx: Tx, academy: string, id: string): Promise<Template | null> {
  return TEMPLATE.first(
    tx,
    sql`select ${TEMPLATE} from message_template where id = ${id} and academy = ${academy} for update`,
  );
}

/** Each version is kept beside, so that what was written with it can be told. */
export async function insertTemplate(
  tx: Tx,
  academy: string,
  { title, about, words }: TemplateWords,
  changedBy: string | null,
): Promise<string> {
  const id = randomUUID();
  await sql`insert into message_template (id, academy, title, about, words, changed_by)
    values (${id}, ${academy}, ${title}, ${about}, ${words}, ${changedBy})`.execute(tx);
  await keepVersion(tx, id);
  return id;
}

export async function updateTemplate(
  tx: Tx,
  id: string,
  { title, about, words, retired }: TemplateWords & Pick<Template, 'retired'>,
  changedBy: string,
): Promise<void> {
  await sql`update message_template set title = ${title}, about = ${about}, words = ${words}, retired = ${retired}, version = version + 1,
    changed_by = ${changedBy}, changed_at = business_now() where id = ${id}`.execute(tx);
  await keepVersion(tx, id);
}

async function keepVersion(tx: Tx, id: string): Promise<void> {
  await sql`insert into message_template_version (template_id, version, title, about, words, retired, changed_by, changed_at)
    select id, version, title, about, words, retired, changed_by, changed_at from message_template where id = ${id}`.execute(
    tx,
  );
}

/** Until the end of the transaction nobody else adds to those of this academy in this way. */
export async function lockTemplates(tx: Tx, academy: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`message_template ${academy}`}, 0))`.execute(tx);
}

const COUNT = columns({ count: integer });

export async function countTemplates(db: Database, academy: string): Promise<number> {
  return (await COUNT.one(db, sql`select count(*) from message_template where academy = ${academy}`)).count;
}

const VERSION = columns({
  version: integer,
  title: text,
  words: text,
  retired: flag,
  changedBy: nullable(uuid),
  changedAt: instant,
});
export type TemplateVersion = RowOf<typeof VERSION>;

/** What it said before, the newest first. */
export function listTemplateVersions(db: Database, id: string): Promise<readonly TemplateVersion[]> {
  return VERSION.all(
    db,
    sql`select ${VERSION} from message_template_version where template_id = ${id} order by version desc limit 50`,
  );
}

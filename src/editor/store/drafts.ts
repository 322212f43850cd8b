import { type RawBuilder, sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
  uuids,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { DRAFT_LIFE, type Draft, type DraftId, type FileChanges } from '../draft.ts';

const DRAFT = columns({
  id: id<DraftId>(),
  academy: text,
  title: text,
  state: oneOf(DRAFT_LIFE.states),
  base: integer,
  changes: json<FileChanges>(),
  delivered: nullable(text),
  version: integer,
  startedBy: uuid,
  authors: uuids,
  submittedBy: nullable(uuid),
  purpose: nullable(text),
  sentBack: nullable(text),
  publishedBy: nullable(uuid),
  publishedDespite: nullable(text),
  applied: nullable(flag),
  publication: nullable(integer),
  changedAt: instant,
});

/** What follows `from rule_draft where`. */
function find(db: Database, which: RawBuilder<unknown>): Promise<Draft | null> {
  return DRAFT.first(db, sql`select ${DRAFT} from rule_draft where ${which}`);
}

const LISTED = columns({
  id: id<DraftId>(),
  title: text,
  state: oneOf(DRAFT_LIFE.states),
  authors: uuids,
  publication: nullable(integer),
  changedAt: instant,
});
const LINE = columns({ ...LISTED.shape, changed: integer });
/** A draft in a list; its files stay where they are. `changed`: files that it changes. */
export type DraftLine = RowOf<typeof LINE>;

/** The drafts of an academy, the last touched first, without those that were given up. */
export function listDrafts(db: Database, academy: string, limit = 50): Promise<readonly DraftLine[]> {
  return LINE.all(
    db,
    sql`select ${LISTED}, (select count(*) from jsonb_object_keys(changes)) as changed
    from rule_draft where academy = ${academy} and state <> 'abandoned' order by changed_at desc limit ${limit}`,
  );
}

const COUNT = columns({ count: integer });

/** Drafts of an academy that wait to be read again. */
export async function countSubmitted(db: Database, academy: string): Promise<number> {
  const asked = sql`select count(*) as count from rule_draft where academy = ${academy} and state = 'submitted'`;
  return (await COUNT.one(db, asked)).count;
}

/** null: no such draft in this academy. */
export async function findDraft(db: Database, academy: string, id: unknown): Promise<Draft | null> {
  return isUuid(id) ? find(db, sql`academy = ${academy} and id = ${id}`) : null;
}

/** The same, locked until the transaction ends. */
export function lockDraft(tx: Tx, academy: string, id: DraftId): Promise<Draft | null> {
  return find(tx, sql`academy = ${academy} and id = ${id} for update`);
}

export function draftOfPublication(db: Database, academy: string, publication: number): Promise<Draft | null> {
  return find(db, sql`academy = ${academy} and publication = ${publication}`);
}

export type NewDraft = Pick<Draft, 'academy' | 'title' | 'base' | 'changes' | 'delivered' | 'startedBy'>;

const ID = columns({ id: id<DraftId>() });

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<DraftId> {
  const written = await ID.one(
    tx,
    sql`insert into rule_draft (academy, title, base, changes, delivered, started_by, authors)
    values (${draft.academy}, ${draft.title}, ${draft.base}, ${JSON.stringify(draft.changes)}::jsonb, ${draft.delivered},
      ${draft.startedBy}, array[${draft.startedBy}]::uuid[]) returning ${ID}`,
  );
  return written.id;
}

/** Writes a locked draft back, one version further; never published. */
export async function updateDraft(tx: Tx, draft: Draft): Promise<void> {
  await sql`update rule_draft set title = ${draft.title}, state = ${draft.state}, base = ${draft.base},
      changes = ${JSON.stringify(draft.changes)}::jsonb, delivered = ${draft.delivered}, version = version + 1,
      authors = ${draft.authors}::uuid[], submitted_by = ${draft.submittedBy}, purpose = ${draft.purpose},
      sent_back = ${draft.sentBack}, changed_at = clock_timestamp()
    where id = ${draft.id} and academy = ${draft.academy}`.execute(tx);
}

/** A submitted draft that was locked, put in force by a second person. */
export async function writePublished(
  tx: Tx,
  { id, academy }: Pick<Draft, 'id' | 'academy'>,
  approval: Approval,
  { publication, publishedDespite, applied }: Pick<Draft, 'publication' | 'publishedDespite' | 'applied'>,
): Promise<void> {
  await sql`update rule_draft set state = 'published', published_by = ${approval.by}, publication = ${publication},
      published_despite = ${publishedDespite}, applied = ${applied}, version = version + 1, changed_at = clock_timestamp()
    where id = ${id} and academy = ${academy}`.execute(tx);
}

const SAVE = columns({ version: integer, what: text, by: uuid, at: instant });
export type SavedDraft = RowOf<typeof SAVE>;

/** Remembers what a draft was before a save, under the version that it had. */
export async function insertSave(tx: Tx, before: Draft, what: string, by: string): Promise<void> {
  const { id: draft, version, changes } = before;
  await tx
    .insertInto('rule_draft_save')
    .values({ draft, version, what, changes: JSON.stringify(changes), saved_by: by })
    .execute();
}

/** The saves of a draft, newest first. */
export function listSaves(db: Database, draft: DraftId, limit = 100): Promise<readonly SavedDraft[]> {
  return SAVE.all(
    db,
    sql`select version, what, saved_by as by, saved_at as at from rule_draft_save
    where draft = ${draft} order by version desc limit ${limit}`,
  );
}

const CHANGES = columns({ changes: json<FileChanges>() });

/** What the draft changed when it had that version; null when nothing was saved from it. */
export async function changesAt(db: Database, draft: DraftId, version: number): Promise<FileChanges | null> {
  const asked = sql`select ${CHANGES} from rule_draft_save where draft = ${draft} and version = ${version}`;
  return (await CHANGES.first(db, asked))?.changes ?? null;
}

const OPEN = columns({ id: id<DraftId>() });

/** The draft of an academy that was written in last, if one is open. */
export async function lastOpenDraft(db: Database, academy: string): Promise<DraftId | null> {
  const asked = sql`select id from rule_draft where academy = ${academy} and state = 'open' order by changed_at desc limit 1`;
  return (await OPEN.first(db, asked))?.id ?? null;
}

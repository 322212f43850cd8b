import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Draft, DraftId, DraftState, FileChanges } from '../draft.ts';

/** A draft in a list; its files stay where they are. */
export type DraftLine = Pick<Draft, 'id' | 'title' | 'state' | 'authors' | 'publication' | 'changedAt'> & {
  /** Files that it changes. */
  readonly changed: number;
};

type Row = {
  readonly id: DraftId;
  readonly academy: string;
  readonly title: string;
  readonly state: DraftState;
  readonly base: string;
  readonly changes: FileChanges;
  readonly delivered: string | null;
  readonly version: number;
  readonly started_by: string;
  readonly authors: readonly string[];
  readonly submitted_by: string | null;
  readonly purpose: string | null;
  readonly sent_back: string | null;
  readonly published_by: string | null;
  readonly published_despite: string | null;
  readonly applied: boolean | null;
  readonly publication: string | null;
  readonly changed_at: Temporal.Instant;
};

const COLUMNS = sql`id, academy, title, state, base, changes, delivered, version, started_by, authors::text[] as authors,
  submitted_by, purpose, sent_back, published_by, published_despite, applied, publication, changed_at`;

function draftIn(row: Row): Draft {
  return {
    id: row.id,
    academy: row.academy,
    title: row.title,
    state: row.state,
    base: Number(row.base),
    changes: row.changes,
    delivered: row.delivered,
    version: row.version,
    startedBy: row.started_by,
    authors: row.authors,
    submittedBy: row.submitted_by,
    purpose: row.purpose,
    sentBack: row.sent_back,
    publishedBy: row.published_by,
    publishedDespite: row.published_despite,
    applied: row.applied,
    publication: row.publication === null ? null : Number(row.publication),
    changedAt: row.changed_at,
  };
}

/** The drafts of an academy, the last touched first, without those that were given up. */
export async function listDrafts(db: Database, academy: string, limit = 50): Promise<readonly DraftLine[]> {
  const { rows } = await sql<Omit<DraftLine, 'changedAt'> & { changed_at: Temporal.Instant }>`
    select id, title, state, authors::text[] as authors, publication::int, changed_at,
      (select count(*)::int from jsonb_object_keys(changes)) as changed
    from rule_draft where academy = ${academy} and state <> 'abandoned' order by changed_at desc limit ${limit}`.execute(
    db,
  );
  return rows.map(({ changed_at: changedAt, ...row }) => ({ ...row, changedAt }));
}

/** Drafts of an academy that wait to be read again. */
export async function countSubmitted(db: Database, academy: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from rule_draft where academy = ${academy} and state = 'submitted'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** null: no such draft in this academy. */
export async function findDraft(db: Database, academy: string, id: unknown): Promise<Draft | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Row>`select ${COLUMNS} from rule_draft where academy = ${academy} and id = ${id}`.execute(
    db,
  );
  return rows[0] === undefined ? null : draftIn(rows[0]);
}

/** The same, locked until the transaction ends. */
export async function lockDraft(tx: Tx, academy: string, id: DraftId): Promise<Draft | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rule_draft
    where academy = ${academy} and id = ${id} for update`.execute(tx);
  return rows[0] === undefined ? null : draftIn(rows[0]);
}

export async function draftOfPublication(db: Database, academy: string, publication: number): Promise<Draft | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rule_draft
    where academy = ${academy} and publication = ${publication}`.execute(db);
  return rows[0] === undefined ? null : draftIn(rows[0]);
}

export type NewDraft = Pick<Draft, 'academy' | 'title' | 'base' | 'changes' | 'delivered' | 'startedBy'>;

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<DraftId> {
  const { rows } = await sql<{ id: DraftId }>`
    insert into rule_draft (academy, title, base, changes, delivered, started_by, authors)
    values (${draft.academy}, ${draft.title}, ${draft.base}, ${JSON.stringify(draft.changes)}::jsonb, ${draft.delivered},
      ${draft.startedBy}, array[${draft.startedBy}]::uuid[]) returning id`.execute(tx);
  if (rows[0] === undefined) throw new Error('A draft was not written');
  return rows[0].id;
}

/** Writes a locked draft back, one version further. */
export async function updateDraft(tx: Tx, draft: Draft): Promise<void> {
  await sql`update rule_draft set title = ${draft.title}, state = ${draft.state}, base = ${draft.base},
      changes = ${JSON.stringify(draft.changes)}::jsonb, delivered = ${draft.delivered}, version = version + 1,
      authors = ${draft.authors}::uuid[], submitted_by = ${draft.submittedBy}, purpose = ${draft.purpose},
      sent_back = ${draft.sentBack}, published_by = ${draft.publishedBy}, published_despite = ${draft.publishedDespite}, applied = ${draft.applied},
      publication = ${draft.publication}, changed_at = clock_timestamp()
    where id = ${draft.id} and academy = ${draft.academy}`.execute(tx);
}

export type Save = {
  readonly version: number;
  readonly what: string;
  readonly by: string;
  readonly at: Temporal.Instant;
};

/** Remembers what a draft was before a save, under the version that it had. */
export async function insertSave(tx: Tx, before: Draft, what: string, by: string): Promise<void> {
  await sql`insert into rule_draft_save (draft, version, what, changes, saved_by)
    values (${before.id}, ${before.version}, ${what}, ${JSON.stringify(before.changes)}::jsonb, ${by})`.execute(tx);
}

/** The saves of a draft, newest first. */
export async function listSaves(db: Database, draft: DraftId, limit = 100): Promise<readonly Save[]> {
  const { rows } = await sql<{ version: number; what: string; saved_by: string; saved_at: Temporal.Instant }>`
    select version, what, saved_by, saved_at from rule_draft_save
    where draft = ${draft} order by version desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ version: row.version, what: row.what, by: row.saved_by, at: row.saved_at }));
}

/** What the draft changed when it had that version; null when nothing was saved from it. */
export async function changesAt(db: Database, draft: DraftId, version: number): Promise<FileChanges | null> {
  const { rows } = await sql<{ changes: FileChanges }>`select changes from rule_draft_save
    where draft = ${draft} and version = ${version}`.execute(db);
  return rows[0]?.changes ?? null;
}

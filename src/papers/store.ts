import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Enrolment, EnrolmentId } from '../enrolment/index.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { isUuid } from '../platform/uuid.ts';
import type { PaperContent } from './content.ts';
import type { Paper, PaperId, PaperKind, PaperLine, StoredPdf } from './paper.ts';

type LineRow = {
  id: string;
  academy: string;
  session: string;
  enrolment_id: string;
  kind: PaperKind;
  version: number;
  title: string;
  reference: string;
  issued_at: Temporal.Instant;
  opened_at: Temporal.Instant | null;
  pdf_key: string | null;
  pdf_sha256: string | null;
  pdf_size: number | null;
};
type PaperRow = LineRow & { content: PaperContent };

const LINE = sql.raw(
  'id, academy, session, enrolment_id, kind, version, title, reference, issued_at, opened_at, pdf_key, pdf_sha256, pdf_size',
);

function lineOf(row: LineRow): PaperLine {
  const { pdf_key: key, pdf_sha256: sha256, pdf_size: size } = row;
  return {
    id: row.id as PaperId,
    academy: row.academy,
    session: row.session,
    enrolmentId: row.enrolment_id as EnrolmentId,
    kind: row.kind,
    version: row.version,
    title: row.title,
    reference: row.reference,
    issuedAt: row.issued_at,
    openedAt: row.opened_at,
    pdf: key === null || sha256 === null || size === null ? null : { key, sha256, size },
  };
}

function paperOf(row: PaperRow): Paper {
  return { ...lineOf(row), content: row.content };
}

/** What stands in an address is only an id if it looks like one; everything else is « not found ». */
export function readPaperId(text: string | undefined): PaperId | null {
  return isUuid(text) ? (text as PaperId) : null;
}

/** The papers of an enrolment, newest first; for the office, of an enrolment of its academy. */
export async function listPapers(
  db: Database,
  academy: string | null,
  enrolmentId: string,
): Promise<readonly PaperLine[]> {
  const { rows } = await sql<LineRow>`select ${LINE} from paper
    where enrolment_id = ${enrolmentId} and (${academy}::text is null or academy = ${academy}::text)
    order by issued_at desc, version desc, kind`.execute(db);
  return rows.map(lineOf);
}

/** A paper of this enrolment; another's doesn't exist for its candidate, nor another academy's for the office. */
export async function findPaper(
  db: Database,
  academy: string | null,
  enrolmentId: string,
  id: PaperId,
): Promise<Paper | null> {
  const { rows } = await sql<PaperRow>`select ${LINE}, content from paper
    where id = ${id} and enrolment_id = ${enrolmentId} and (${academy}::text is null or academy = ${academy}::text)`.execute(
    db,
  );
  return rows[0] === undefined ? null : paperOf(rows[0]);
}

/** The last one of its kind. */
export async function findLatest(db: Database, enrolmentId: string, kind: PaperKind): Promise<Paper | null> {
  const { rows } = await sql<PaperRow>`select ${LINE}, content from paper
    where enrolment_id = ${enrolmentId} and kind = ${kind} order by version desc limit 1`.execute(db);
  return rows[0] === undefined ? null : paperOf(rows[0]);
}

/** For the job, which has only the id that this room gave it. */
export async function findPaperToPrint(db: Database, id: string): Promise<Paper | null> {
  const { rows } = await sql<PaperRow>`select ${LINE}, content from paper where id = ${id}`.execute(db);
  return rows[0] === undefined ? null : paperOf(rows[0]);
}

/** Papers never opened, without those that a later version replaced: nobody has to read them any more. */
export async function countUnread(db: Database, enrolmentId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from paper p
    where p.enrolment_id = ${enrolmentId} and p.opened_at is null
      and not exists (select 1 from paper later where later.enrolment_id = p.enrolment_id and later.kind = p.kind and later.version > p.version)`.execute(
    db,
  );
  return rows[0]?.unread ?? 0;
}

export type NewPaper = {
  readonly enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>;
  readonly kind: PaperKind;
  readonly version: number;
  readonly reference: string;
  readonly content: PaperContent;
};

/** Null when this paper of this version is already there: issued twice is issued once. */
export async function insertPaper(tx: Tx, paper: NewPaper): Promise<PaperId | null> {
  const { enrolment, kind, version, reference, content } = paper;
  const id = randomUUID() as PaperId;
  const { numAffectedRows } =
    await sql`insert into paper (id, academy, session, enrolment_id, kind, version, title, reference, content)
    values (${id}, ${enrolment.academy}, ${enrolment.session}, ${enrolment.id}, ${kind}, ${version}, ${content.title}, ${reference}, ${JSON.stringify(content)}::jsonb)
    on conflict (academy, session, enrolment_id, kind, version) do nothing`.execute(tx);
  return numAffectedRows === 1n ? id : null;
}

/** True the first time. */
export async function markOpened(tx: Tx, id: PaperId): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update paper set opened_at = business_now() where id = ${id} and opened_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Keeps the first file printed, and gives the one that is kept: two printers at once keep one. */
export async function keepPdf(db: Database, id: PaperId, pdf: StoredPdf): Promise<StoredPdf> {
  await sql`update paper set pdf_key = ${pdf.key}, pdf_sha256 = ${pdf.sha256}, pdf_size = ${pdf.size}
    where id = ${id} and pdf_key is null`.execute(db);
  const kept = (await findPaperToPrint(db, id))?.pdf ?? null;
  if (kept === null) throw new Error(`The paper ${id} is gone`);
  return kept;
}

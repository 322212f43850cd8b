import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Enrolment, EnrolmentId } from '../enrolment/index.ts';
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
} from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { inMail } from '../platform/mail/words.ts';
import { SEAL_LEVELS } from '../platform/pdf/seal/seal.ts';
import { isUuid } from '../platform/uuid.ts';
import type { PaperContent } from './content.ts';
import {
  CONFIDENTIAL_KINDS,
  EXAM_KINDS,
  PAPER_KINDS,
  type Paper,
  type PaperId,
  type PaperKind,
  type PaperLine,
  type StoredPdf,
  WITHHELD,
} from './paper.ts';

const LINE = columns({
  id: id<PaperId>(),
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  kind: oneOf(PAPER_KINDS),
  version: integer,
  title: text,
  reference: text,
  code: nullable(text),
  issuedAt: instant,
  openedAt: nullable(instant),
  pdfKey: nullable(text),
  pdfSha256: nullable(text),
  pdfSize: nullable(integer),
  sealLevel: nullable(oneOf(SEAL_LEVELS)),
  sealCertificate: nullable(text),
  withheld: nullable(oneOf(WITHHELD)),
});
const PAPER = columns({ ...LINE.shape, content: json<PaperContent>() });

function lineOf<Line extends RowOf<typeof LINE>>(row: Line) {
  const {
    pdfKey: key,
    pdfSha256: sha256,
    pdfSize: size,
    sealLevel: level,
    sealCertificate: certificateId,
    ...line
  } = row;
  const seal = level === null || certificateId === null ? null : { level, certificateId };
  return { ...line, pdf: key === null || sha256 === null || size === null ? null : { key, sha256, size, seal } };
}

/** What follows `from paper where`. */
async function find(db: Database, which: RawBuilder<unknown>): Promise<Paper | null> {
  const paper = await PAPER.first(db, sql`select ${PAPER} from paper where ${which}`);
  return paper === null ? null : lineOf(paper);
}

/** What stands in an address is only an id if it looks like one; everything else is « not found ». */
export function readPaperId(text: string | undefined): PaperId | null {
  return isUuid(text) ? (text as PaperId) : null;
}

/**
 * The candidate of the enrolment (null), the office of that academy, without what holds health data, its head, who prepares the exam, or its
 * service, which has health data alone. The office lists a summons and doesn't open it: it may say how somebody sits the exam.
 */
export type PaperReader = null | OfficeReader | { readonly serviceOf: string };
export type OfficeReader = string | { readonly headOf: string };

function readBy(reader: PaperReader): RawBuilder<unknown> {
  if (reader === null) return sql`withheld is null`;
  const service = typeof reader !== 'string' && 'serviceOf' in reader;
  return sql`academy = ${academyOf(reader)} and (kind = any(${CONFIDENTIAL_KINDS}::text[])) = ${service}::boolean`;
}

/** Of whoever reads at an office. */
export function academyOf(reader: Exclude<PaperReader, null>): string {
  if (typeof reader === 'string') return reader;
  return 'headOf' in reader ? reader.headOf : reader.serviceOf;
}

function openedBy(reader: PaperReader): RawBuilder<unknown> {
  const read = readBy(reader);
  return typeof reader === 'string' ? sql`${read} and kind <> all(${EXAM_KINDS}::text[])` : read;
}

/** The papers of an enrolment, newest first, what asks for something before what doesn't. */
export async function listPapers(
  db: Database,
  reader: PaperReader,
  enrolmentId: string,
): Promise<readonly PaperLine[]> {
  const lines = await LINE.all(
    db,
    sql`select ${LINE} from paper
    where enrolment_id = ${enrolmentId} and ${readBy(reader)}
    order by issued_at desc, version desc, kind = 'acknowledgement', kind`,
  );
  return lines.map(lineOf);
}

const SUSPENDED = columns({ some: flag });

/** Is anything that its candidate had kept from them for now? */
export async function isSuspended(db: Database, enrolmentId: string): Promise<boolean> {
  const asked = sql`select exists (select from paper where enrolment_id = ${enrolmentId} and withheld = 'suspended') as some`;
  return (await SUSPENDED.one(db, asked)).some;
}

/** A paper of this enrolment; another's doesn't exist for its candidate, nor another academy's for the office. */
export function findPaper(db: Database, reader: PaperReader, enrolmentId: string, id: PaperId): Promise<Paper | null> {
  return find(db, sql`id = ${id} and enrolment_id = ${enrolmentId} and ${openedBy(reader)}`);
}

/** The last one of its kind. */
export function findLatest(db: Database, enrolmentId: string, kind: PaperKind): Promise<Paper | null> {
  return find(
    db,
    sql`enrolment_id = ${enrolmentId} and kind = ${kind} and withheld is null order by version desc limit 1`,
  );
}

/** For the job, which has only the id that this room gave it. */
export function findPaperToPrint(db: Database, id: string): Promise<Paper | null> {
  return find(db, sql`id = ${id}`);
}

export type NewPaper = {
  readonly enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>;
  readonly kind: PaperKind;
  readonly version: number;
  readonly reference: string;
  readonly code: string;
  readonly content: PaperContent;
};

const RANK = columns({ rank: integer });

/** Of the next paper of a kind that comes several times. The caller holds the lock of the enrolment. */
export async function nextRank(tx: Tx, enrolmentId: EnrolmentId, kind: PaperKind): Promise<number> {
  const asked = sql`select coalesce(max(version), 0) + 1 as rank from paper where enrolment_id = ${enrolmentId} and kind = ${kind}`;
  return (await RANK.one(tx, asked)).rank;
}

/** Which of them are new: a paper that this version has already is there once. `read`: their words as this person reads them. */
export async function insertPapers(
  tx: Tx,
  papers: readonly NewPaper[],
  read: (words: string) => string = inMail,
): Promise<ReadonlyMap<PaperKind, PaperId>> {
  const written = await tx
    .insertInto('paper')
    .values(
      papers.map(({ enrolment, kind, version, reference, code, content }) => ({
        id: randomUUID(),
        academy: enrolment.academy,
        session: enrolment.session,
        enrolment_id: enrolment.id,
        kind,
        version,
        title: content.title,
        reference,
        code,
        content: read(JSON.stringify(content)),
      })),
    )
    .onConflict((same) => same.columns(['academy', 'session', 'enrolment_id', 'kind', 'version']).doNothing())
    .returning(['id', 'kind'])
    .execute();
  return new Map(written.map(({ id, kind }) => [kind as PaperKind, id as PaperId]));
}

/** True the first time. */
export async function markOpened(tx: Tx, id: PaperId): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update paper set opened_at = business_now() where id = ${id} and opened_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Keeps the first file printed, and gives the one that is kept: two printers at once keep one. */
export async function keepPdf(db: Database, id: PaperId, pdf: StoredPdf): Promise<StoredPdf> {
  await sql`update paper set pdf_key = ${pdf.key}, pdf_sha256 = ${pdf.sha256}, pdf_size = ${pdf.size},
      seal_level = ${pdf.seal?.level ?? null}, seal_certificate = ${pdf.seal?.certificateId ?? null}
    where id = ${id} and pdf_key is null`.execute(db);
  const kept = (await findPaperToPrint(db, id))?.pdf ?? null;
  if (kept === null) throw new Error(`The paper ${id} is gone`);
  return kept;
}

/** Takes papers of these kinds from their candidates until they are released; they stay on record, and `/verifier` says it. */
export async function withholdPapers(
  tx: Tx,
  enrolments: readonly EnrolmentId[],
  kinds: readonly PaperKind[],
  as: 'suspended' | 'withdrawn',
): Promise<void> {
  await sql`update paper set withheld = ${as} where enrolment_id = any(${enrolments}::uuid[]) and kind = any(${kinds}::text[])
    and withheld is null`.execute(tx);
}

/** Gives back what was suspended. */
export async function releasePapers(
  tx: Tx,
  enrolments: readonly EnrolmentId[],
  kinds: readonly PaperKind[],
): Promise<void> {
  await sql`update paper set withheld = null where enrolment_id = any(${enrolments}::uuid[]) and kind = any(${kinds}::text[])
    and withheld = 'suspended'`.execute(tx);
}

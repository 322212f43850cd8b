import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, present, type RowOf, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import {
  type MarkingBoard,
  type Said,
  SHEET,
  type SheetPart,
  type SignedSheet,
  VERDICT,
  type Verdict,
} from '../marking.ts';

type Place = Pick<MarkingBoard, 'academy' | 'session'>;

/** Before what it writes is looked at and until it is written: what two tablets of a board send comes one after the other. */
export async function lockUnit(tx: Tx, { academy, session, unit }: Place & { readonly unit: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`marking:${academy}:${session}:${unit}`}, 0))`.execute(tx);
}

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly SignedSheet[]> {
  const sheets = await SHEET.all(db, sql`select ${SHEET.of('s')} from marking_sheet s where ${which} order by s.rank`);
  const ids = sheets.map(({ id }) => id);
  const verdicts = Map.groupBy(
    ids.length === 0
      ? []
      : await VERDICT.all(
          db,
          sql`select ${VERDICT} from marking_verdict where sheet_id = any(${ids}::uuid[]) order by rank`,
        ),
    ({ sheetId }) => sheetId,
  );
  return sheets.map((sheet) => ({ ...sheet, verdicts: verdicts.get(sheet.id) ?? [] }));
}

/** All that was said of a unit of these candidates, by candidate, in the order in which it came. */
export async function sheetsOf(
  db: Database,
  { academy, session, unit }: Place & { readonly unit: string },
  enrolments: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, readonly SignedSheet[]>> {
  if (enrolments.length === 0) return new Map();
  const sheets = await find(
    db,
    sql`s.academy = ${academy} and s.session = ${session} and s.unit = ${unit} and s.enrolment_id = any(${enrolments}::uuid[])`,
  );
  return Map.groupBy(sheets, ({ enrolmentId }) => enrolmentId);
}

export async function findSheet(db: Database, { academy, session }: Place, id: string): Promise<SignedSheet | null> {
  return (await find(db, sql`s.academy = ${academy} and s.session = ${session} and s.id = ${id}`))[0] ?? null;
}

const NEXT = columns({ boardId: present(uuid), enrolmentId: present(uuid) });

/** Of the board of which somebody filled a sheet last, whose comes next: of whom there is none first. null: they filled none yet. */
export function nextSheetOf(db: Database, examiner: string): Promise<RowOf<typeof NEXT> | null> {
  return NEXT.first(
    db,
    sql`select s.board_id as "boardId", s.enrolment_id as "enrolmentId" from exam_board_seat s
      where s.board_id = (select board_id from marking_sheet where examiner_id = ${examiner} order by rank desc limit 1)
      order by exists (select from marking_sheet m where m.board_id = s.board_id and m.enrolment_id = s.enrolment_id), s.starts_at, s.enrolment_id limit 1`,
  );
}

const KNOWN = columns({ id: uuid, by: uuid });

/** Which of these were said already, and by whom. */
export function listKnown(
  db: Database,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly by: string }[]> {
  return KNOWN.all(
    db,
    sql`select id, "by" from marking_sheet where id = any(${ids}::uuid[])
    union all select id, "by" from marking_verdict where id = any(${ids}::uuid[])`,
  );
}

/** From where something is said. */
export type SaidFrom = { readonly source: 'page' | 'device'; readonly device: string; readonly by: string };

/** A clock that is ahead says no later than now. */
const saidBy = (at: Temporal.Instant): RawBuilder<unknown> => sql`least(${at}::timestamptz, business_now())`;

export async function insertSheet(
  tx: Tx,
  { id: boardId, academy, session, unit }: MarkingBoard,
  said: Extract<Said, { kind: 'sheet' }> & {
    readonly halfPoints: number | null;
    readonly part: SheetPart | null;
    readonly digest: string;
    readonly examinerId: string;
  },
  { source, device, by }: SaidFrom,
): Promise<void> {
  await sql`insert into marking_sheet (id, academy, session, board_id, enrolment_id, unit, version, outcome, half_points, part, answers, words, seen,
      source, device, said_at, examiner_id, "by", digest)
    values (${said.id}, ${academy}, ${session}, ${boardId}, ${said.enrolmentId}, ${unit}, ${said.version}, ${said.outcome}, ${said.halfPoints},
      ${said.part === null ? null : JSON.stringify(said.part)}::jsonb, ${JSON.stringify(said.answers)}::jsonb, ${said.words}, ${said.seen}, ${source}, ${device}, ${saidBy(said.saidAt)}, ${said.examinerId}, ${by},
      ${said.digest})`.execute(tx);
}

export async function insertVerdict(
  tx: Tx,
  { academy, session }: Place,
  said: Pick<Verdict, 'sheetId' | 'verdict' | 'way' | 'examinerId' | 'words' | 'seen'> & {
    readonly id: string;
    readonly saidAt: Temporal.Instant;
    readonly digest: string;
  },
  { source, device, by }: SaidFrom,
): Promise<void> {
  await sql`insert into marking_verdict (id, academy, session, sheet_id, verdict, way, examiner_id, words, seen, source, device, said_at, "by", digest)
    values (${said.id}, ${academy}, ${session}, ${said.sheetId}, ${said.verdict}, ${said.way}, ${said.examinerId}, ${said.words}, ${said.seen},
      ${source}, ${device}, ${saidBy(said.saidAt)}, ${by}, ${said.digest})`.execute(tx);
}

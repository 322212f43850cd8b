import { sql } from 'kysely';
import type { Decided, DeclaredAct } from '../decisions/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import type { Notice } from './notice.ts';
import { daysRunFrom, handedOverOn, notificationOf } from './rules/notification.ts';
import { noticesOfPapers } from './store/notices.ts';
import { type DecisionTelling, endsOfLetters, findTold, insertTold } from './store/toldDecisions.ts';

/** A decision that its person was told of, against which an appeal to whoever took it is open. */
export type ToldDecision = Omit<Row, 'letterId' | 'stands'> & {
  /** Since when its delays run (CRPA L221-8); null: it isn't notified yet, or nobody noted the day when its letter was handed over. */
  readonly notifiedOn: Temporal.PlainDate | null;
  /** Since when it counts against its person; null: it isn't notified, or an appeal was accepted and somebody has still to undo it. */
  readonly countsFrom: Temporal.PlainDate | null;
  /** From when the days of what it asks for run; null as `countsFrom`. */
  readonly daysFrom: Temporal.PlainDate | null;
  /** The paper that tells it, and how it reached its person; null: a mail told it, or a letter in its place. */
  readonly notice: Notice | null;
};

type Row = Awaited<ReturnType<typeof findTold>>[number];
type Found = { readonly rows: readonly Row[]; readonly notices: readonly Notice[]; readonly reached: Reached };
type Reached = ReadonlyMap<string, Temporal.PlainDate | null>;

/** By a mail, or a letter in its place. What is told by a paper, `notifyDecision` remembers. */
export function toldByMail(
  tx: Tx,
  decided: Decided,
  enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  telling: Omit<DecisionTelling, 'paperId'>,
): Promise<void> {
  return insertTold(tx, decided, enrolment, { ...telling, paperId: null });
}

/** Those that stand of an enrolment, the last first. */
export async function decisionsToldTo(
  db: Database,
  { id }: Pick<Enrolment, 'id'>,
  now: Temporal.Instant,
): Promise<readonly ToldDecision[]> {
  const found = await read(db, await findTold(db, sql`t.enrolment_id = ${id}`));
  return found.rows.filter(({ stands }) => stands).map((row) => toldOf(row, found, now));
}

/** The papers of those that somebody has still to undo, since an appeal was accepted. */
export function heldPapers(told: readonly Pick<ToldDecision, 'paperId' | 'toUndo'>[]): ReadonlySet<string> {
  return new Set(told.flatMap(({ paperId, toUndo }) => (toUndo && paperId !== null ? [paperId] : [])));
}

/** Those of a kind of act that these enrolments were told of, whether they still stand or not. */
export async function decisionsToldOf(
  db: Database,
  enrolments: readonly string[],
  { code }: Pick<DeclaredAct, 'code'>,
  now: Temporal.Instant,
): Promise<readonly ToldDecision[]> {
  const found = await read(
    db,
    await findTold(db, sql`t.enrolment_id = any(${enrolments}::uuid[]) and t.act = ${code}`),
  );
  return found.rows.map((row) => toldOf(row, found, now));
}

/** By their ids, whether they still stand or not: an appeal against them was received. */
export async function toldDecisionsById(
  db: Database,
  decisions: readonly string[],
  now: Temporal.Instant,
): Promise<readonly ToldDecision[]> {
  if (decisions.length === 0) return [];
  const found = await read(db, await findTold(db, sql`t.decision_id = any(${decisions}::uuid[])`));
  return found.rows.map((row) => toldOf(row, found, now));
}

async function read(db: Database, rows: readonly Row[]): Promise<Found> {
  const notices = await noticesOfPapers(
    db,
    rows.flatMap(({ paperId }) => paperId ?? []),
  );
  const posted = rows.flatMap(({ paperId, letterId }) => (paperId === null ? (letterId ?? []) : []));
  return { rows, notices, reached: await handedOver(db, posted) };
}

/** The day on which each of these letters, which told a decision in the place of a mail, was handed over; null: nobody noted one. */
export async function handedOver(db: Database, letters: readonly string[]): Promise<Reached> {
  const ends = letters.length === 0 ? [] : await endsOfLetters(db, letters);
  return new Map(letters.map((id) => [id, handedOverOn(ends.filter(({ letterId }) => letterId === id))]));
}

function toldOf({ letterId, stands: _, toUndo, ...row }: Row, found: Found, now: Temporal.Instant): ToldDecision {
  const notice = found.notices.find(({ id }) => id === row.paperId) ?? null;
  const { on, daysFrom } = reachedOn({ ...row, letterId, notice }, found, now);
  return { ...row, toUndo, notice, notifiedOn: on, ...(toUndo ? NOTHING : { countsFrom: on, daysFrom }) };
}

const NOTHING = { countsFrom: null, daysFrom: null } as const;

function reachedOn(
  { letterId, paperId, toldAt, notice }: Pick<Row, 'letterId' | 'paperId' | 'toldAt'> & Pick<ToldDecision, 'notice'>,
  { reached }: Found,
  now: Temporal.Instant,
): { readonly on: Temporal.PlainDate | null; readonly daysFrom: Temporal.PlainDate | null } {
  if (paperId !== null) {
    const found = notice === null ? null : notificationOf(notice, now);
    return notice === null || found?.state !== 'notified'
      ? { on: null, daysFrom: null }
      : { on: found.on, daysFrom: daysRunFrom(notice, found) };
  }
  const on = letterId === null ? parisDay(toldAt) : (reached.get(letterId) ?? null);
  return { on, daysFrom: on };
}

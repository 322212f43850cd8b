import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Decided, DecisionId } from '../decisions/index.ts';
import type { Enrolment, EnrolmentId } from '../enrolment/index.ts';
import { decisionsToldOf, findNotices, handedOverOn } from '../papers/index.ts';
import { readMoment } from '../platform/clock.ts';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { SYSTEM } from '../platform/journal.ts';
import { parisDay } from '../platform/time.ts';
import { isUuid } from '../platform/uuid.ts';
import { LEFT_OUT } from './decisions.ts';
import {
  ANSWER,
  BASES,
  type Exclusion,
  HEARING_KINDS,
  type Hearing,
  type HearingAnswer,
  type HearingId,
  type HearingKind,
  type InvitingLetter,
  type NamedUnit,
} from './hearing.ts';

const HEARING = columns({
  id: id<HearingId>(),
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  kind: oneOf(HEARING_KINDS),
  units: json<readonly NamedUnit[]>(),
  pieceId: nullable(uuid),
  basis: nullable(oneOf(BASES)),
  codes: texts,
  facts: texts,
  law: nullable(text),
  words: text,
  until: instant,
  officerId: uuid,
  at: instant,
  reference: text,
  openedAt: nullable(instant),
  outcome: nullable(oneOf(['decided', 'dropped'])),
  endedAt: nullable(instant),
});

/** The hearings of these enrolments, the last first. */
export function listHearings(db: Database, enrolments: readonly string[]): Promise<readonly Hearing[]> {
  return find(db, sql`h.enrolment_id = any(${enrolments}::uuid[])`);
}

const HEARD = columns({ enrolmentId: id<EnrolmentId>() });

/** Which of these were ever invited to answer before they were left out of a unit. */
export async function heardOfUnits(db: Database, enrolments: readonly string[]): Promise<readonly EnrolmentId[]> {
  const asked = sql`select distinct enrolment_id as "enrolmentId" from hearing where enrolment_id = any(${enrolments}::uuid[]) and kind = 'units'`;
  return (await HEARD.all(db, asked)).map(({ enrolmentId }) => enrolmentId);
}

export async function findHearing(db: Database, enrolmentId: string, hearingId: string): Promise<Hearing | null> {
  if (!isUuid(hearingId)) return null;
  return (await find(db, sql`h.enrolment_id = ${enrolmentId} and h.id = ${hearingId}`))[0] ?? null;
}

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly Hearing[]> {
  const rows = await HEARING.all(
    db,
    sql`select h.id, h.academy, h.session, h.enrolment_id as "enrolmentId", h.kind, h.units, h.piece_id as "pieceId", h.basis, h.codes, h.facts, h.law, h.words,
        h.until, h.officer_id as "officerId", h.at, p.reference, p.opened_at as "openedAt", h.outcome, h.ended_at as "endedAt"
      from hearing h join paper_outcome p on p.id = h.paper_id where ${which} order by h.at desc, h.id`,
  );
  const letters = await invitingLetters(db, rows);
  return rows.map((row) => ({ ...row, letter: letters.get(row.id) ?? null }));
}

const INVITING = columns({ id: uuid, enrolmentId: id<EnrolmentId>(), at: instant });

/** By hearing: the letter of the same instant that invites to it, with what the office noted of it. */
async function invitingLetters(
  db: Database,
  hearings: readonly RowOf<typeof HEARING>[],
): Promise<ReadonlyMap<string, InvitingLetter>> {
  const [first] = hearings;
  if (first === undefined) return new Map();
  const letters = await INVITING.all(
    db,
    sql`select l.id, l.enrolment_id as "enrolmentId", l.at from file_letter l
      where l.enrolment_id = any(${hearings.map(({ enrolmentId }) => enrolmentId)}::uuid[]) and l.template in ('hearing.opened', 'regularisation.invited')`,
  );
  const notices = await findNotices(
    db,
    first.academy,
    letters.map((letter) => letter.id),
  );
  return new Map(
    hearings.flatMap((hearing): readonly (readonly [string, InvitingLetter])[] => {
      const letter = letters.find((one) => one.enrolmentId === hearing.enrolmentId && one.at.equals(hearing.at));
      if (letter === undefined) return [];
      const posted = notices.find((one) => one.id === letter.id)?.letters ?? [];
      const handedOver = handedOverOn(posted);
      // Who has a mail box since may have read it on line.
      const read = hearing.openedAt === null ? [] : [parisDay(hearing.openedAt)];
      const days = [...(handedOver === null ? [] : [handedOver]), ...read];
      const [reachedOn = null] = days.toSorted(Temporal.PlainDate.compare);
      return [[hearing.id, { id: letter.id, postedOn: posted.at(-1)?.postedOn ?? null, reachedOn }]];
    }),
  );
}

export type NewHearing = Pick<
  Hearing,
  'id' | 'kind' | 'units' | 'pieceId' | 'basis' | 'codes' | 'facts' | 'law' | 'words' | 'until' | 'officerId'
>;

export async function insertHearing(
  tx: Tx,
  { id: enrolmentId, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  hearing: NewHearing & { readonly paperId: string },
): Promise<void> {
  await sql`insert into hearing (id, academy, session, enrolment_id, kind, units, piece_id, basis, codes, facts, law, words, until, officer_id, paper_id)
    values (${hearing.id}, ${academy}, ${session}, ${enrolmentId}, ${hearing.kind}, ${JSON.stringify(hearing.units)}::jsonb, ${hearing.pieceId},
      ${hearing.basis}, ${[...hearing.codes]}::text[], ${[...hearing.facts]}::text[], ${hearing.law}, ${hearing.words}, ${hearing.until}, ${hearing.officerId}, ${hearing.paperId})`.execute(
    tx,
  );
}

export async function endHearing(
  tx: Tx,
  hearingId: HearingId,
  outcome: 'decided' | 'dropped',
  officerId: string,
): Promise<void> {
  await sql`update hearing set outcome = ${outcome}, ended_by = ${officerId}, ended_at = business_now() where id = ${hearingId}`.execute(
    tx,
  );
}

/** What the candidate answered, the first first. */
export function listAnswers(db: Database, hearingId: string): Promise<readonly HearingAnswer[]> {
  return ANSWER.all(db, sql`select ${ANSWER} from hearing_answer where hearing_id = ${hearingId} order by at, id`);
}

/** What a candidate answered to every hearing of a kind, the first first. */
export function listAnswersTo(db: Database, enrolmentId: string, kind: HearingKind): Promise<readonly HearingAnswer[]> {
  return ANSWER.all(
    db,
    sql`select a.words, a.at from hearing_answer a join hearing h on h.id = a.hearing_id
      where h.enrolment_id = ${enrolmentId} and h.kind = ${kind} order by a.at, a.id`,
  );
}

const ANSWERED = columns({ id: uuid, count: integer });

/** Of these enrolments, how many times each candidate answered to hearings of a kind. */
export async function countAnswersTo(
  db: Database,
  enrolments: readonly string[],
  kind: HearingKind,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ANSWERED.all(
    db,
    sql`select h.enrolment_id as id, count(*) as count from hearing_answer a join hearing h on h.id = a.hearing_id
      where h.enrolment_id = any(${enrolments}::uuid[]) and h.kind = ${kind} group by h.enrolment_id`,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

export async function insertAnswer(
  tx: Tx,
  { id: hearingId, academy, session }: Pick<Hearing, 'id' | 'academy' | 'session'>,
  words: string,
): Promise<void> {
  await sql`insert into hearing_answer (id, academy, session, hearing_id, words)
    values (${randomUUID()}, ${academy}, ${session}, ${hearingId}, ${words})`.execute(tx);
}

/** Leaves somebody out of a unit: only a decision on record can. */
export async function insertExclusion(
  tx: Tx,
  decided: Decided,
  { id: hearingId, enrolmentId, academy, session }: Pick<Hearing, 'id' | 'enrolmentId' | 'academy' | 'session'>,
  { id: unit, title }: NamedUnit,
): Promise<void> {
  await sql`insert into unit_exclusion (decision_id, academy, session, enrolment_id, hearing_id, unit, title)
    values (${decided.id}, ${academy}, ${session}, ${enrolmentId}, ${hearingId}, ${unit}, ${title})`.execute(tx);
}

const EXCLUSION = columns({
  enrolmentId: id<EnrolmentId>(),
  decisionId: id<DecisionId>(),
  hearingId: uuid,
  id: text,
  title: text,
  at: instant,
  liftedAt: nullable(instant),
  liftedBy: nullable(uuid),
});

/** Of these enrolments, those that stand and those that did, the last first. */
export function listExclusions(db: Database, enrolments: readonly string[]): Promise<readonly Exclusion[]> {
  return findExclusions(db, sql`x.enrolment_id = any(${enrolments}::uuid[])`);
}

async function findExclusions(db: Database, which: RawBuilder<unknown>): Promise<readonly Exclusion[]> {
  const rows = await EXCLUSION.all(
    db,
    sql`select x.enrolment_id as "enrolmentId", x.decision_id as "decisionId", x.hearing_id as "hearingId", x.unit as id, x.title, x.at,
        x.lifted_at as "liftedAt", x.lifted_by as "liftedBy"
      from unit_exclusion x where ${which} order by x.at desc, x.unit`,
  );
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ enrolmentId }) => enrolmentId))];
  const { now } = await readMoment(db, SYSTEM);
  const told = await decisionsToldOf(db, ids, LEFT_OUT, now);
  return rows.map((row) => {
    // Each unit has a decision; those of one paper are told as one, at their instant.
    const its = told.find(({ enrolmentId, toldAt }) => enrolmentId === row.enrolmentId && toldAt.equals(row.at));
    const { notifiedOn = null, countsFrom = null, toUndo = false } = its ?? {};
    return { ...row, notifiedOn, countsFrom, toUndo };
  });
}

/** The units of which each is left out by a decision that stands and counts, of a session. */
export async function excludedUnits(
  db: Database,
  { academy, session }: { readonly academy: string; readonly session: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const standing = sql`x.academy = ${academy} and x.session = ${session} and x.lifted_at is null`;
  const counted = (await findExclusions(db, standing)).filter(({ countsFrom }) => countsFrom !== null);
  const byFile = Map.groupBy(counted, ({ enrolmentId }) => enrolmentId);
  return new Map([...byFile].map(([enrolmentId, some]) => [enrolmentId, some.map((one) => one.id)]));
}

const LIFTED = columns({ title: text });

/** The paper or a waiver came: nothing of it stands. Gives the units. */
export async function liftExclusions(tx: Tx, enrolmentId: string): Promise<readonly string[]> {
  const rows = await LIFTED.all(
    tx,
    sql`update unit_exclusion set lifted_at = business_now() where enrolment_id = ${enrolmentId} and lifted_at is null returning title`,
  );
  return rows.map(({ title }) => title);
}

/** A decision gives the unit back that another had taken. */
export async function reverseExclusion(tx: Tx, decided: Decided, { decisionId }: Exclusion): Promise<void> {
  await sql`update unit_exclusion set lifted_at = business_now(), lifted_by = ${decided.id} where decision_id = ${decisionId}`.execute(
    tx,
  );
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Approval } from '../accounts/index.ts';
import type { Decided } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, text } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { CANCELLATION, CANCELLATION_LIFE, type Cancellation, STANDING } from './cancellation.ts';
import type { CancellationStep } from './rules/cancellation.ts';

/** The SQL of cancellations. */

/** The cancellations of an enrolment, the last first: the one that stands, and those that came to nothing. */
export function findCancellations(db: Database, enrolmentId: string): Promise<readonly Cancellation[]> {
  return listCancellations(db, [enrolmentId]);
}

/** Those of several enrolments, the last first. */
export function listCancellations(db: Database, enrolments: readonly string[]): Promise<readonly Cancellation[]> {
  return CANCELLATION.all(
    db,
    sql`select c.id, c.enrolment_id as "enrolmentId", c.state, c.codes, c.words, c.ground, c.proposed_by as "proposedBy", c.proposed_at as "proposedAt",
        c.approved_by as "approvedBy", c.takes_effect_at as "takesEffectAt", c.closed_by as "closedBy", c.note, p.reference, p.opened_at as "openedAt", c.decision_id as "decisionId"
      from cancellation c left join paper_outcome p on p.id = c.paper_id
      where c.enrolment_id = any(${enrolments}::uuid[]) order by c.proposed_at desc, c.id`,
  );
}

const GROUND = columns({ ground: text });

/** The ground that this person last wrote in this session: they seldom change. */
export async function lastGroundOf(db: Database, session: string, officerId: string): Promise<string | null> {
  const asked = sql`select ${GROUND} from cancellation where session = ${session} and proposed_by = ${officerId} order by proposed_at desc limit 1`;
  return (await GROUND.first(db, asked))?.ground ?? null;
}

export async function findStanding(tx: Tx, enrolmentId: string): Promise<Cancellation | null> {
  const all = await findCancellations(tx, enrolmentId);
  return all.find(({ state }) => STANDING.some((one) => one === state)) ?? null;
}

export async function writeProposal(
  tx: Tx,
  of: { readonly id: EnrolmentId; readonly academy: string; readonly session: string },
  proposal: Pick<Cancellation, 'codes' | 'words' | 'ground' | 'proposedBy'>,
): Promise<void> {
  await sql`insert into cancellation (id, academy, session, enrolment_id, state, codes, words, ground, proposed_by)
    values (${randomUUID()}, ${of.academy}, ${of.session}, ${of.id}, 'proposed', ${proposal.codes}::text[], ${proposal.words}, ${proposal.ground},
      ${proposal.proposedBy})`.execute(tx);
}

export async function writeApproval(
  tx: Tx,
  decided: Decided,
  cancellationId: string,
  approval: Approval,
  takesEffectAt: Temporal.Instant,
): Promise<void> {
  await sql`update cancellation set state = 'approved', decision_id = ${decided.id}, approved_by = ${approval.by}, approved_at = business_now(),
      takes_effect_at = ${takesEffectAt} where id = ${cancellationId}`.execute(tx);
}

export async function writeEnd(
  tx: Tx,
  cancellationId: string,
  step: Exclude<CancellationStep, 'approve'>,
  { officerId, note }: { readonly officerId: string; readonly note: string | null },
): Promise<void> {
  await sql`update cancellation set state = ${CANCELLATION_LIFE.acts[step].to}, closed_by = ${officerId}, closed_at = business_now(), note = ${note}
    where id = ${cancellationId}`.execute(tx);
}

export async function writeVoid(tx: Tx, cancellationId: string): Promise<void> {
  await sql`update cancellation set state = 'void', closed_at = business_now() where id = ${cancellationId}`.execute(
    tx,
  );
}

export async function writeDone(tx: Tx, cancellationId: string, paperId: string): Promise<void> {
  await sql`update cancellation set state = 'done', paper_id = ${paperId} where id = ${cancellationId}`.execute(tx);
}

const DUE = columns({ enrolmentId: id<EnrolmentId>() });

/** Whose approved cancellation takes effect by now, in these academies. */
export async function listDue(
  db: Database,
  academies: readonly string[],
  most: number,
): Promise<readonly EnrolmentId[]> {
  const asked = sql`select enrolment_id as "enrolmentId" from cancellation
    where state = 'approved' and academy = any(${academies}::text[]) and takes_effect_at <= business_now() order by takes_effect_at limit ${most}::int`;
  return (await DUE.all(db, asked)).map(({ enrolmentId }) => enrolmentId);
}

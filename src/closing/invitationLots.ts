import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { HearingId } from '../hearings/index.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { isUuid } from '../platform/uuid.ts';
import { INVITATION_LINE, type InvitationLine, type InvitationLot, type InvitationRefusal, LOT_ROW } from './lot.ts';

/** The SQL of lots of invitations. */

export async function insertInvitationLot(
  tx: Tx,
  { academy, session, officerId }: Omit<InvitationLot, 'id' | 'at'>,
  enrolments: readonly EnrolmentId[],
): Promise<string> {
  const id = randomUUID();
  await sql`insert into invitation_lot (id, academy, session, officer_id) values (${id}, ${academy}, ${session}, ${officerId})`.execute(
    tx,
  );
  await sql`insert into invitation_lot_line (lot_id, enrolment_id)
    select ${id}, e.id from enrolment_file e where e.id = any(${enrolments}::uuid[]) and e.academy = ${academy} and e.session = ${session}`.execute(
    tx,
  );
  return id;
}

/** Nobody but who sends them reads it. */
export async function findInvitationLot(
  db: Database,
  { academy, officerId }: Pick<InvitationLot, 'academy' | 'officerId'>,
  id: string | undefined,
): Promise<InvitationLot | null> {
  if (!isUuid(id)) return null;
  return LOT_ROW.first(
    db,
    sql`select ${LOT_ROW} from invitation_lot where id = ${id} and academy = ${academy} and officer_id = ${officerId}`,
  );
}

/** Its candidates by number, with what became of each. */
export function listInvitationLines(db: Database, lotId: string): Promise<readonly InvitationLine[]> {
  return INVITATION_LINE.all(
    db,
    sql`select i.enrolment_id as "enrolmentId", i.outcome, i.hearing_id as "hearingId"
      from invitation_lot_line i join enrolment_file e on e.id = i.enrolment_id
      where i.lot_id = ${lotId} order by e.number, e.id`,
  );
}

/** By the transaction that invites them. */
export async function writeInvited(
  tx: Tx,
  lotId: string,
  enrolmentId: EnrolmentId,
  hearingId: HearingId,
): Promise<void> {
  await sql`update invitation_lot_line set outcome = 'invited', hearing_id = ${hearingId} where lot_id = ${lotId} and enrolment_id = ${enrolmentId}`.execute(
    tx,
  );
}

/** Why one of them wasn't; who was invited meanwhile stays so. */
export async function writeNotInvited(
  tx: Tx,
  lotId: string,
  enrolmentId: EnrolmentId,
  why: InvitationRefusal,
): Promise<void> {
  await sql`update invitation_lot_line set outcome = ${why} where lot_id = ${lotId} and enrolment_id = ${enrolmentId} and outcome is null`.execute(
    tx,
  );
}

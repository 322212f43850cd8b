import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
import type { Enrolment, EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { CLAIM_LIFE, MOST, PROOF_PIECES } from '../former.ts';

/** Requests of candidates, and what proves who they are. */

const CLAIM = columns({
  id: uuid,
  number: nullable(text),
  askedAt: instant,
  state: oneOf(CLAIM_LIFE.states),
  words: nullable(text),
  decidedAt: nullable(instant),
});
export type FormerClaim = RowOf<typeof CLAIM>;

/** The last of an account in an academy. */
export function lastClaim(db: Database, academy: string, candidateId: string): Promise<FormerClaim | null> {
  return CLAIM.first(
    db,
    sql`select ${CLAIM} from former_claim where academy = ${academy} and candidate_id = ${candidateId} order by asked_at desc, id limit 1`,
  );
}

const COUNT = columns({ refused: present(integer) });

export async function countRefused(db: Database, academy: string, candidateId: string): Promise<number> {
  const row = await COUNT.one(
    db,
    sql`select count(*) as refused from former_claim where academy = ${academy} and candidate_id = ${candidateId} and state = 'refused'`,
  );
  return row.refused;
}

/** False: one waits. */
export async function insertClaim(
  tx: Tx,
  { id: enrolmentId, academy, session, candidateId }: Enrolment,
  number: string | null,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into former_claim (id, academy, session, enrolment_id, candidate_id, number)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${candidateId}, ${number})
    on conflict (academy, candidate_id) where state = 'waiting' do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** False: none waits. */
export async function settleClaim(
  tx: Tx,
  { academy, candidateId }: Pick<Enrolment, 'academy' | 'candidateId'>,
  { act, words, by }: { readonly act: 'confirm' | 'refuse'; readonly words: string | null; readonly by: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update former_claim set state = ${CLAIM_LIFE.acts[act].to}, words = ${words}, decided_by = ${by}, decided_at = business_now()
    where academy = ${academy} and candidate_id = ${candidateId} and state = 'waiting'`.execute(tx);
  return numAffectedRows === 1n;
}

const WAITING = columns({
  enrolmentId: id<EnrolmentId>(),
  number: nullable(text),
  enrolmentNumber: nullable(text),
  portfolio: nullable(text),
  ...IDENTITY.shape,
  askedAt: instant,
});
export type WaitingClaim = RowOf<typeof WAITING>;

/** Those that wait, the oldest first. `portfolios`: of whose files; null: all. A draft has none yet: any officer may answer. */
export function listWaiting(
  db: Database,
  academy: string,
  portfolios: readonly string[] | null,
): Promise<readonly WaitingClaim[]> {
  return WAITING.all(
    db,
    sql`select q.enrolment_id as "enrolmentId", q.number, e.number as "enrolmentNumber", e.portfolio, ${IDENTITY.of('c')}, q.asked_at as "askedAt"
    from former_claim q join enrolment_file e on e.id = q.enrolment_id join candidate_identity c on c.account_id = q.candidate_id
    where q.academy = ${academy} and q.state = 'waiting'
      ${portfolios === null ? sql`` : sql`and (e.portfolio is null or e.portfolio = any(${portfolios}::text[]))`}
    order by q.asked_at, q.id limit ${MOST.claims}`,
  );
}

const PROVEN = columns({ identity: present(flag), transcript: present(flag) });

/** Which documents of this account an officer of the academy judged *conforme*. */
export function readProven(db: Database, academy: string, candidateId: string): Promise<RowOf<typeof PROVEN>> {
  return PROVEN.one(
    db,
    sql`select coalesce(bool_or(p.code = ${PROOF_PIECES.identity}), false) as identity,
      coalesce(bool_or(p.code = ${PROOF_PIECES.transcript}), false) as transcript
    from enrolment_file e join piece_compliant p on p.enrolment_id = e.id where e.academy = ${academy} and e.candidate_id = ${candidateId}`,
  );
}

const FILE = columns({
  id: id<EnrolmentId>(),
  session: text,
  candidateId: uuid,
  number: nullable(text),
  portfolio: nullable(text),
});
export type AskedFile = RowOf<typeof FILE>;

/** An enrolment of the academy, registered or not. */
export function findFile(db: Database, academy: string, enrolmentId: EnrolmentId): Promise<AskedFile | null> {
  return FILE.first(db, sql`select ${FILE} from enrolment_file where id = ${enrolmentId} and academy = ${academy}`);
}

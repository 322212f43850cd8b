import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Decided, DecisionAuthor } from '../../decisions/index.ts';
import { columns, instant, integer, json, nullable, oneOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Enrolment, EnrolmentId } from '../enrolment.ts';
import type { Reserve, ReserveDecision, ReserveReason } from '../rules/reserve.ts';
import { texts } from '../texts.ts';
import { reopenEnrolment, upholdReserve } from './changes.ts';

const RESERVE = columns({ version: integer, reasons: json<readonly ReserveReason[]>(), raisedAt: instant });
const DECISION = columns({
  decision: oneOf(['lifted', 'set-aside', 'reinstated']),
  words: text,
  ground: nullable(text),
  officerId: uuid,
  at: instant,
  author: nullable(json<DecisionAuthor>()),
  version: integer,
});

/** The last reserve under which this enrolment was registered, with what officers decided on it. */
export async function findReserve(db: Database, enrolmentId: EnrolmentId): Promise<Reserve | null> {
  const reserve = await RESERVE.first(
    db,
    sql`select ${RESERVE} from enrolment_reserve where enrolment_id = ${enrolmentId} order by version desc limit 1`,
  );
  if (reserve === null) return null;
  const all = await DECISION.all(
    db,
    sql`select d.decision, d.words, d.ground, d.officer_id as "officerId", d.at, a.author, d.version
    from reserve_decision d left join decision_author a on a.id = d.decision_id
    where d.enrolment_id = ${enrolmentId} order by d.at desc, d.id`,
  );
  const [before = null] = all.filter(({ version }) => version < reserve.version);
  return {
    ...reserve,
    reasons: reserve.reasons.map(marked),
    decisions: all.filter(({ version }) => version === reserve.version),
    fallen: before?.decision === 'set-aside' ? before : null,
  };
}

/** Of before the mark was kept, the words alone say it. */
function marked(reason: ReserveReason): ReserveReason {
  return { ...reason, former: reason.former ?? reason.sentence.startsWith(texts.reserve.before) };
}

export async function writeReserve(
  tx: Tx,
  { id, academy, session }: Enrolment,
  version: number,
  reasons: readonly ReserveReason[],
): Promise<void> {
  await tx
    .insertInto('enrolment_reserve')
    .values({ enrolment_id: id, version, academy, session, reasons: JSON.stringify(reasons) })
    .execute();
}

/** Keeps the decision and moves the enrolment: set aside it ends once it is notified, lifted or reinstated it goes on as registered. */
export async function writeReserveDecision(
  tx: Tx,
  decided: Decided,
  id: EnrolmentId,
  version: number,
  { decision, words, ground, officerId }: Omit<ReserveDecision, 'at' | 'author'>,
): Promise<void> {
  await tx
    .insertInto('reserve_decision')
    .values({
      id: randomUUID(),
      enrolment_id: id,
      version,
      decision,
      words,
      ground,
      officer_id: officerId,
      decision_id: decided.id,
    })
    .execute();
  if (decision === 'set-aside') await upholdReserve(tx, decided, id);
  else await reopenEnrolment(tx, decided, id, 'registered', { reserve: 'lifted' });
}

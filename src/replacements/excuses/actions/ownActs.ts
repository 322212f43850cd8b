import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../../../catalogue/index.ts';
import {
  type Enrolment,
  type EnrolmentId,
  enrolmentAddresses,
  healthSubjectOf,
  onRunning,
} from '../../../enrolment/index.ts';
import { isReplacement } from '../../../exam/index.ts';
import type { PaperActDeps } from '../../../papers/index.ts';
import { readMoment } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { onceAccepted } from '../../../platform/http/once.ts';
import type { Act } from '../../../platform/journal.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { post, readAbout, valuesOf } from '../../../post/index.ts';
import { begunTests, lastSummons } from '../../../summonses/index.ts';
import type { AbsenceDecision } from '../../replacement.ts';
import { listDecisions } from '../../store.ts';
import { type Excuse, MOST_OF_EXCUSES } from '../excuse.ts';
import { excuseMails } from '../mails.ts';
import type { ExcuseRefusal } from '../refusals.ts';
import { isOpen } from '../rules/excuseAnswers.ts';
import { insertExcuse, listOwn, lockExcuse, namesOf, writeAct } from '../store/excuses.ts';
import { removeProofs } from '../store/proofs.ts';
import { optionalUnits } from '../unitNames.ts';

export type ExcuseOwner = { readonly id: EnrolmentId; readonly candidateId: string };

/** An excuse of theirs, as long as `may` says so of what was decided. */
export async function lockWhere(
  tx: Tx,
  enrolment: Enrolment,
  excuseId: string,
  may: typeof isOpen,
): Promise<Result<Excuse, ExcuseRefusal>> {
  const excuse = await lockExcuse(tx, excuseId);
  if (excuse === null || excuse.enrolmentId !== enrolment.id || excuse.state === 'withdrawn')
    return refuse({ code: 'not-found' });
  return may(excuse, await decisionsOn(tx, enrolment)) ? ok(excuse) : refuse({ code: 'answered' });
}

/** What was decided of the candidate's absences. */
export async function decisionsOn(
  db: Database,
  { id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
): Promise<readonly AbsenceDecision[]> {
  return (await listDecisions(db, { academy, session })).filter(({ enrolmentId }) => enrolmentId === id);
}

/** The compulsory units whose first test has begun, by the candidate's own summons: what they may not have come to. */
export async function unitsMissable(
  db: Database,
  catalogue: Catalogue,
  { id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  now: Temporal.Instant,
): Promise<ReturnType<typeof begunTests>> {
  const seats = (await lastSummons(db, id))?.facts.seats ?? [];
  const [file] = await namesOf(db, academy, [id]);
  const optional = optionalUnits(catalogue, { session, speciality: file?.speciality ?? null });
  return begunTests(seats, now).filter(({ unit }) => !isReplacement(unit) && !optional.has(unit));
}

/** Sent to the service that reads it. No text gives a delay: it is taken whenever it comes. */
export function sendExcuse(
  deps: PaperActDeps,
  act: Act,
  order: ExcuseOwner & { readonly units: readonly string[]; readonly words: string; readonly key: string | null },
): Promise<Result<string, ExcuseRefusal>> {
  return onRunning<string, ExcuseRefusal>(
    deps.db,
    { id: order.id, candidateId: order.candidateId },
    async (tx, enrolment) => {
      const { units, words } = order;
      const sent = {
        key: order.key,
        owner: order.candidateId,
        purpose: `excuse ${order.id}`,
        content: { units, words },
      };
      return onceAccepted<string, ExcuseRefusal>(tx, sent, async () => {
        const { now } = await readMoment(tx, act);
        const begun = new Set((await unitsMissable(tx, deps.catalogue(), enrolment, now)).map(({ unit }) => unit));
        if (order.units.some((unit) => !begun.has(unit))) return refuse({ code: 'unit-not-begun' });
        if ((await listOwn(tx, order.id)).length >= MOST_OF_EXCUSES.excuses) return refuse({ code: 'too-many' });
        const about = await readAbout(deps, tx, order.id);
        const excuseId = randomUUID();
        const { academy, session } = enrolment;
        await insertExcuse(tx, { id: excuseId, academy, session, enrolmentId: order.id, units, words });
        const said = { enrolmentId: order.id, excuseId, units };
        const eventId = await deps.events.publish(tx, act, 'excuse.sent', healthSubjectOf(enrolment), said);
        const values = valuesOf(deps, about, enrolmentAddresses.hub(order.id));
        await post(deps, tx, about, { eventId }, excuseMails.received.write(values));
        return ok(excuseId);
      });
    },
  );
}

/** Taken back, with its documents, while something of it waits for an answer. A second click does nothing. */
export function withdrawExcuse(
  { db, events }: Pick<PaperActDeps, 'db' | 'events'>,
  act: Act,
  order: ExcuseOwner & { readonly excuseId: string },
): Promise<Result<null, ExcuseRefusal>> {
  return onRunning<null, ExcuseRefusal>(db, { id: order.id, candidateId: order.candidateId }, async (tx, enrolment) => {
    const { excuseId } = order;
    const before = await lockExcuse(tx, excuseId);
    if (before?.enrolmentId === order.id && before.state === 'withdrawn') return ok(null);
    const excuse = await lockWhere(tx, enrolment, excuseId, isOpen);
    if (!excuse.ok) return excuse;
    await writeAct(tx, excuse.value, 'withdraw');
    await removeProofs(tx, excuseId);
    await events.publish(tx, act, 'excuse.withdrawn', healthSubjectOf(enrolment), { enrolmentId: order.id, excuseId });
    return ok(null);
  });
}

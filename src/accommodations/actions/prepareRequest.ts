import { prepareIn, sendBackIn } from '../../decisions/index.ts';
import { healthSubjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { ACCOMMODATION } from '../decisions.ts';
import type { AccommodationActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { isSameDecision } from '../rules/requestActs.ts';
import { findPreparation, writePreparation, writeSentBack } from '../store/prepared.ts';
import { type DecisionOrder, whyNotDecided } from './decideRequest.ts';
import { onRequest, type Served } from './serviceActs.ts';

type Deps = Pick<AccommodationActDeps, 'db' | 'events' | 'catalogue'>;

/** Writes a decision for whoever of the service may sign it: nothing changes, and no other door reads that there is one. */
export function prepareRequest(
  deps: Deps,
  act: Act,
  { measures, ground, ...served }: Omit<DecisionOrder, 'key' | 'prepared'>,
): Promise<Result<null, Refusal>> {
  const { db, events } = deps;
  return transact<null, Refusal>(db, (tx) =>
    onRequest(tx, act, served, 'decide', async ({ enrolment, request }) => {
      const why = await whyNotDecided(tx, act, request, { id: served.id, measures, ground });
      if (why !== null) return refuse(why);
      const { academy, session, version } = enrolment;
      const before = await findPreparation(tx, academy, request.id);
      if (before?.state === 'waiting') {
        const isTheirs = before.preparedBy === served.officerId && isSameDecision(before, { measures, ground });
        return isTheirs ? ok(null) : refuse({ code: 'prepared-already' });
      }
      const prepared = await prepareIn(deps, tx, act, ACCOMMODATION, {
        ...{ academy, session, enrolmentId: served.id, version, about: request.id },
        ...{ facts: [], reason: '', ground: '', preparedBy: served.officerId },
      });
      if (!prepared.ok) return prepared;
      await writePreparation(tx, request, { preparedId: prepared.value, measures, ground });
      await events.publish(tx, act, 'accommodation.prepared', healthSubjectOf(enrolment), { enrolmentId: served.id });
      return ok(null);
    }),
  );
}

/** Back to who wrote it, with a word that stays with the service. Twice is once. */
export function sendRequestBack(
  { db, events }: Deps,
  act: Act,
  { prepared: id, words, ...served }: Served & { readonly prepared: string; readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, (tx) =>
    onRequest(tx, act, served, 'decide', async ({ enrolment, request }) => {
      const { academy, officerId: by } = served;
      const before = await findPreparation(tx, academy, request.id);
      if (before === null || before.id !== id) return refuse({ code: 'prepared-closed' });
      if (before.back === words && before.closedBy === by) return ok(null);
      const order = { id, rowVersion: before.rowVersion, academy, by, words: '' };
      const done = before.state === 'waiting' ? await sendBackIn(tx, act, ACCOMMODATION, order) : null;
      if (done === null) return refuse({ code: 'prepared-closed' });
      if (!done.ok) return done;
      await writeSentBack(tx, request, words);
      await events.publish(tx, act, 'accommodation.sentBack', healthSubjectOf(enrolment), { enrolmentId: served.id });
      return ok(null);
    }),
  );
}

import { registeredFile } from '../enrolment/index.ts';
import { askForPieces, followRules, offerWaivers, openLate, validateIfInOrder } from './actions/askForPieces.ts';
import type { PieceActDeps } from './deps.ts';

/** The list of pieces is worked out again at each *Enregistrer*, and when new rules or the candidate's health change it. */
export function subscribePieces(deps: Pick<PieceActDeps, 'events' | 'catalogue'>): void {
  const { events, catalogue } = deps;
  events.subscribe(['enrolment.registered', 'enrolment.modified'], 'settle', async (tx, { carried, act, payload }) => {
    await askForPieces(tx, carried, act);
    if (payload.typedFor !== undefined) await openLate(deps, tx, carried, act, payload.typedFor);
  });
  events.subscribe('health.declared', 'settle', (tx, { carried, act }) => offerWaivers(tx, carried, act));
  events.subscribe('rules.changed', 'settle', async (tx, { payload, carried, act }) => {
    if (!payload.applied) return;
    await followRules(deps, tx, registeredFile(catalogue(), carried.enrolment, carried.candidate), act);
  });
  events.subscribe(['reserve.lifted', 'enrolment.reinstated'], 'settle', (tx, { payload, act }) =>
    validateIfInOrder(deps, tx, payload.enrolmentId, act),
  );
}

import { readDecided } from '../../decisions/index.ts';
import { goesOnWithAnother, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import type { SettleDeps } from '../deps.ts';
import type { Acceptance } from '../effects.ts';
import { insertToUndo, listAccepted, listUnread } from '../store/toldDecisions.ts';
import { decisionsToldTo, type ToldDecision, toldDecisionsById } from '../toldDecisions.ts';

/** Of each kind of act whose effect waits for its notification, the last that stands. */
export async function settleNotified(deps: SettleDeps, tx: Tx, act: Act, enrolmentId: string): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null) return;
  const { now } = await readMoment(tx, act);
  const standing = await decisionsToldTo(tx, enrolment, now);
  for (const { of, begins } of deps.effects) {
    const told = standing.find((one) => one.act === of.code);
    if (told !== undefined) await begins?.(deps, { tx, act, enrolment, told });
  }
}

/**
 * An appeal against it was accepted: it counts no more against its person, and what its room gives back by that answer is given back at
 * once. Of the others somebody has still to undo it.
 */
export async function holdDecision(
  deps: SettleDeps,
  tx: Tx,
  act: Act,
  contested: ToldDecision,
  accepted: Acceptance,
): Promise<void> {
  await insertToUndo(tx, contested);
  await giveBack(deps, tx, act, contested, accepted);
  await settleNotified(deps, tx, act, contested.enrolmentId);
}

/** Who began another enrolment meanwhile goes on with that one. */
async function giveBack(
  deps: SettleDeps,
  tx: Tx,
  act: Act,
  { id, act: code, enrolmentId }: ToldDecision,
  accepted: Acceptance,
): Promise<void> {
  const effect = deps.effects.find(({ of }) => of.code === code);
  const enrolment = await lockEnrolment(tx, enrolmentId);
  if (effect?.givesBack === undefined || enrolment === null || (await goesOnWithAnother(deps, tx, enrolment))) return;
  const { now } = await readMoment(tx, act);
  if (!(await decisionsToldTo(tx, enrolment, now)).some((told) => told.id === id)) return;
  await effect.givesBack(deps, { tx, act, enrolment, ...accepted });
}

/** Every minute: what was deposited on line and wasn't read in its fifteen days is deemed notified (CRPA R112-20). */
export async function settleUnread(deps: SettleDeps): Promise<void> {
  await eachAlone(deps.db, await listUnread(deps.db), (tx, id) => settleNotified(deps, tx, SYSTEM, id));
}

/** Every minute: what an appeal was accepted for and that could not be given back then, since another enrolment went on. */
export async function giveBackAccepted(deps: SettleDeps): Promise<void> {
  const codes = deps.effects.flatMap(({ of, givesBack }) => (givesBack === undefined ? [] : [of.code]));
  await eachAlone(deps.db, await listAccepted(deps.db, codes), async (tx, { decisionId, answerId, by }) => {
    const { now } = await readMoment(tx, SYSTEM);
    const [contested] = await toldDecisionsById(tx, [decisionId], now);
    if (contested === undefined) return;
    await giveBack(deps, tx, SYSTEM, contested, { decided: await readDecided(tx, answerId), by });
  });
}

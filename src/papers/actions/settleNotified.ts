import { type Enrolment, endSetAside, lockEnrolment, readEnrolmentId, SET_ASIDE } from '../../enrolment/index.ts';
import { runFromNotice } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import type { PapersDeps } from '../deps.ts';
import { insertToUndo, listUnread } from '../store/toldDecisions.ts';
import { decisionsToldTo, type ToldDecision } from '../toldDecisions.ts';

type SettleDeps = Pick<PapersDeps, 'db' | 'events' | 'catalogue'>;
type Of = { readonly tx: Tx; readonly act: Act; readonly enrolment: Enrolment; readonly told: ToldDecision };

/**
 * What begins when a decision of this kind counts against its person (CRPA L221-8), by its act; a unit is left out by being asked for
 * (`excludedUnits`). Called again whenever something new is known: `countsFrom` and `daysFrom` may be later, or null again.
 */
const BEGINS: Readonly<Record<string, (deps: SettleDeps, of: Of) => Promise<void>>> = {
  [SET_ASIDE.code]: (deps, { tx, act, enrolment, told }) => endSetAside(deps, tx, act, enrolment, told.countsFrom),
  'validation-undone': (deps, { tx, enrolment, told }) =>
    runFromNotice(deps, tx, enrolment, told.toldAt, told.daysFrom),
};

/** Of each kind of act whose effect waits for its notification, the last that stands. */
export async function settleNotified(deps: SettleDeps, tx: Tx, act: Act, enrolmentId: string): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null) return;
  const { now } = await readMoment(tx, act);
  const standing = await decisionsToldTo(tx, enrolment, now);
  for (const [code, begin] of Object.entries(BEGINS)) {
    const told = standing.find((one) => one.act === code);
    if (told !== undefined) await begin(deps, { tx, act, enrolment, told });
  }
}

/** An appeal against it was accepted: until somebody undoes it, it counts no more against its person. */
export async function holdDecision(deps: SettleDeps, tx: Tx, act: Act, contested: ToldDecision): Promise<void> {
  await insertToUndo(tx, contested);
  await settleNotified(deps, tx, act, contested.enrolmentId);
}

/** Every minute: what was deposited on line and wasn't read in its fifteen days is deemed notified (CRPA R112-20). One that fails holds up no other. */
export async function settleUnread(deps: SettleDeps): Promise<void> {
  const faults: unknown[] = [];
  for (const id of await listUnread(deps.db))
    await deps.db
      .transaction()
      .execute((tx) => settleNotified(deps, tx, SYSTEM, id))
      .catch((error: unknown) => {
        faults.push(error);
      });
  if (faults.length > 0) throw faults[0];
}

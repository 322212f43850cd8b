import type { EnrolmentId } from '../../enrolment/index.ts';
import { inTime } from '../../lots/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { once } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ClosingActDeps } from '../deps.ts';
import { insertInvitationLot, listInvitationLines, writeNotInvited } from '../invitationLots.ts';
import { INVITATION_REFUSALS, type InvitationLot, LOT } from '../lot.ts';
import type { Refusal } from '../refusals.ts';
import { inviteToRegularise } from './inviteToRegularise.ts';

export type InvitationLotOrder = Omit<InvitationLot, 'id' | 'at'> & {
  /** Those who were seen and confirmed, within the scope of who did. */
  readonly enrolments: readonly EnrolmentId[];
  /** Two clicks are one lot. */
  readonly key: string | null;
};

/** Writes down who is to be invited before anybody is, so that a stop in the middle loses nobody. */
export function startInvitations(
  { db }: Pick<ClosingActDeps, 'db'>,
  { key, enrolments, ...order }: InvitationLotOrder,
): Promise<string> {
  const sent = { key, owner: order.officerId, purpose: 'invitation lot', content: { ...order, enrolments } };
  return db.transaction().execute((tx) => once(tx, sent, () => insertInvitationLot(tx, order, enrolments)));
}

/**
 * Invites those of a lot to whom nobody came yet, one by one, each looked at again; as many as one page has time for. `isTheirs`: in the
 * scope of who sends them, which may have changed since.
 */
export async function workOffInvitations(
  deps: ClosingActDeps,
  act: Act,
  { id: lotId, academy, officerId }: InvitationLot,
  isTheirs: (id: EnrolmentId) => boolean,
  seconds: number = LOT.seconds,
): Promise<void> {
  const lines = (await listInvitationLines(deps.db, lotId)).filter(({ outcome }) => outcome === null);
  await inTime(lines, seconds, async ({ enrolmentId: id }) => {
    const done: Result<unknown, Refusal> = isTheirs(id)
      ? await inviteToRegularise(deps, act, { id, academy, officerId, lotId })
      : refuse({ code: 'not-found' });
    if (done.ok) return;
    const why = INVITATION_REFUSALS.find((one) => one === done.error.code) ?? 'not-found';
    await transact(deps.db, async (tx) => ok(await writeNotInvited(tx, lotId, id, why)));
  });
}

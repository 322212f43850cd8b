import { type Enrolment, healthSubjectOf, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { AtDesk } from '../../scope/index.ts';
import type { CheckingDeps } from '../deps.ts';
import { claimOn, dropClaim, writeClaim } from '../store/claims.ts';

/** Somebody else took it, or left it, since the page was opened: who holds it now. */
export type ClaimRefusal = { readonly code: 'held-by-another'; readonly holder: string | null };

export type ClaimOrder = {
  readonly enrolment: Enrolment;
  readonly take: boolean;
  /** Who held it when the page was opened. */
  readonly seen: string | null;
  /** A colleague who is to take care of it, instead of whoever asks. */
  readonly to?: string;
};

/**
 * « Je m'en occupe », or no longer. A colleague's file may be taken over by whoever saw whose it was. It keeps nobody from
 * deciding: a mark must never make a candidate wait.
 */
export async function claimFile(
  deps: Pick<CheckingDeps, 'db'>,
  act: Act,
  { staff, scope }: AtDesk,
  { enrolment, take, seen, to = staff.accountId }: ClaimOrder,
): Promise<Result<null, ClaimRefusal>> {
  const me = staff.accountId;
  // What a candidate gave of their health is nobody else's to infer, from the history of the file either.
  const subject = scope.pieces === 'confidential' ? healthSubjectOf(enrolment) : subjectOf(enrolment);
  return transact<null, ClaimRefusal>(deps.db, async (tx) => {
    await lockEnrolment(tx, enrolment.id);
    const holder = (await claimOn(tx, scope, enrolment.id))?.accountId ?? null;
    // A double click, or somebody who did it in another window.
    if (take ? holder === to : holder === null) return ok(null);
    if (holder !== seen || (!take && holder !== me)) return refuse({ code: 'held-by-another', holder });
    if (take) await writeClaim(tx, scope, enrolment, to);
    else await dropClaim(tx, scope, enrolment.id);
    const data = { enrolmentId: enrolment.id, from: holder };
    if (take && to !== me) await record(tx, act, 'file.handedOver', subject, { ...data, to });
    else await record(tx, act, take ? 'file.claimed' : 'file.released', subject, data);
    return ok(null);
  });
}

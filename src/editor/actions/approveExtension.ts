import { type SignedInStaff, secondPerson } from '../../accounts/index.ts';
import { lockPublications, packFingerprint, publish } from '../../catalogue/index.ts';
import { moveSession } from '../../pieces/index.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { EditorDeps } from '../deps.ts';
import { EXTENSION_LIFE, type Extension, type ExtensionRefusal } from '../extension.ts';
import { withThoseMoved } from '../rules/extension.ts';
import { lockExtension, writeApproval } from '../store/extensions.ts';
import { planExtension } from './proposeExtension.ts';

/** Every node has the new dates by then. */
const TOLD_AFTER_SECONDS = 10;

/**
 * The second person's part: the dates are published as rules, the pieces of everybody follow in the same transaction, and each candidate
 * is told by a job. `publication`: that from which the page which they read was worked out.
 */
export async function approveExtension(
  deps: Pick<EditorDeps, 'db' | 'rules' | 'readings' | 'accounts' | 'clock' | 'jobs' | 'events'>,
  act: Act,
  staff: SignedInStaff,
  seen: Extension,
  publication: number,
): Promise<Result<number, ExtensionRefusal>> {
  const planned = await planExtension(deps, staff.academy, seen);
  if (!planned.ok) return planned;
  const { files, pack, before, after } = planned.value;
  const done = await transact<number, ExtensionRefusal>(deps.db, async (tx) => {
    const inForce = await lockPublications(tx);
    const extension = await lockExtension(tx, staff.academy, seen.id);
    if (extension === null || !EXTENSION_LIFE.may('approve', extension.state))
      return refuse({ code: 'decided-meanwhile' });
    if (inForce === null || inForce.id !== publication || planned.value.publication !== publication)
      return refuse({ code: 'rules-changed' });
    const { secondPersonDays: days } = deps.rules.current().installation();
    const second = await secondPerson(tx, { by: staff.accountId, wrote: [extension.proposedBy], days });
    if (!second.ok) return second;
    const order = { files, fingerprint: packFingerprint(pack), origin: 'office', folder: inForce.folder } as const;
    const number = await publish(tx, act, order, staff.academy);
    await writeApproval(tx, seen.id, second.value, number);
    for (const code of extension.sessions.flatMap((one) => withThoseMoved(before, one)).map((one) => one.code)) {
      const is = after.session(code);
      if (is === undefined) continue;
      const corrections = extension.deadlines.includes('corrections')
        ? { days: extension.days, hours: extension.hours, last: is.lastCorrectionAt }
        : null;
      await moveSession(tx, code, is.pieceGroups, corrections);
    }
    const { reason, sessions } = extension;
    const subject = { stream: `extension:${seen.id}`, academy: staff.academy, session: null };
    await deps.events.publish(tx, act, 'session.extended', subject, { publication: number, reason, sessions });
    const tell = { publication: number, before: inForce.id, applied: false, extension: reason };
    await deps.jobs.enqueue(tx, 'rules.tell', tell, TOLD_AFTER_SECONDS);
    return ok(number);
  });
  if (done.ok) await deps.rules.refresh();
  return done;
}

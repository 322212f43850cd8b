import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream, type CivilStatus, sameCivilStatus } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { findCandidates, updateCandidate } from '../store/candidates.ts';

/** By the candidate, while no enrolment carries it (docs/product.md, « The life of an enrolment »). */
export function changeCivilStatus(
  deps: AccountsDeps,
  id: AccountId,
  status: CivilStatus,
  version: number,
  act: Act,
): Promise<Result<null, Refusal>> {
  return transact(deps.db, async (tx) => {
    if (await deps.civilStatusLocked(tx, id)) return refuse({ code: 'civil-status-locked' });
    return correctCivilStatus(tx, act, id, status, version);
  });
}

/** By an officer, on request: whoever calls has checked that this candidate is theirs. Nothing is written if nothing differs (a double click). */
export async function correctCivilStatus(
  tx: Tx,
  act: Act,
  id: AccountId,
  status: CivilStatus,
  version: number,
): Promise<Result<null, Refusal>> {
  const [before] = await findCandidates(tx, [id]);
  if (before !== undefined && sameCivilStatus(before, status)) return ok(null);
  if (before === undefined || !(await updateCandidate(tx, id, status, version)))
    return refuse({ code: 'changed-meanwhile' });
  const subject = { stream: accountStream(id), academy: null, session: null };
  await record(tx, act, 'account.civilStatusChanged', subject, { changed: changed(before, status) });
  return ok(null);
}

/** The journal can't be erased: it says what was changed, the values stand in the versions of the enrolment. */
function changed(before: CivilStatus, after: CivilStatus): readonly string[] {
  const names = ['civility', 'birthName', 'usageName', 'firstNames', 'birthDate', 'birthCountry'] as const;
  return names.filter((name) => String(before[name]) !== String(after[name]));
}

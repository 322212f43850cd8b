import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream, type CivilStatus, sameCivilStatus } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { civilStatusFields } from '../forms.ts';
import { candidateReader, post } from '../letters.ts';
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
    const done = await write(tx, act, id, status, version);
    return done.ok ? ok(null) : done;
  });
}

/**
 * By an officer, on request: whoever calls has checked that this candidate is theirs. Its owner is told which data changed, never what
 * they say: somebody else may have asked.
 */
export async function correctCivilStatus(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  id: AccountId,
  status: CivilStatus,
  version: number,
): Promise<Result<null, Refusal>> {
  const done = await write(tx, act, id, status, version);
  const [after] = done.ok && done.value !== null ? await findCandidates(tx, [id]) : [];
  if (!done.ok || done.value === null || after === undefined) return done.ok ? ok(null) : done;
  const labels = civilStatusFields.filter(({ name }) => done.value?.changed.includes(name)).map(({ label }) => label);
  await post(deps, tx, {
    template: 'account.civil-status',
    eventId: done.value.eventId,
    reader: candidateReader(after),
    path: '/compte',
    values: { changes: labels.join(', ') },
  });
  return ok(null);
}

type Written = { readonly eventId: string; readonly changed: readonly string[] };

/** Nothing is written if nothing differs (a double click): null. */
async function write(
  tx: Tx,
  act: Act,
  id: AccountId,
  status: CivilStatus,
  version: number,
): Promise<Result<Written | null, Refusal>> {
  const [before] = await findCandidates(tx, [id]);
  if (before !== undefined && sameCivilStatus(before, status)) return ok(null);
  if (before === undefined || !(await updateCandidate(tx, id, status, version)))
    return refuse({ code: 'changed-meanwhile' });
  const subject = { stream: accountStream(id), academy: null, session: null };
  const names = changed(before, status);
  const eventId = await record(tx, act, 'account.civilStatusChanged', subject, { changed: names });
  return ok({ eventId, changed: names });
}

/** The journal can't be erased: it says what was changed, the values stand in the versions of the enrolment. */
function changed(before: CivilStatus, after: CivilStatus): readonly string[] {
  const names = ['civility', 'birthName', 'usageName', 'firstNames', 'birthDate', 'birthCountry'] as const;
  return names.filter((name) => String(before[name]) !== String(after[name]));
}

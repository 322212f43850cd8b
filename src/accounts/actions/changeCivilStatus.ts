import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream, type CivilStatus, changedData, type Datum } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { civilStatusFields } from '../forms.ts';
import { candidateReader, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findCandidates, lockCandidate, updateCandidate } from '../store/candidates.ts';

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
): Promise<Result<Corrected, Refusal>> {
  const done = await write(tx, act, id, status, version);
  if (!done.ok) return done;
  if (typeof done.value === 'string') return ok(done.value);
  const { changed, eventId } = done.value;
  const [after] = await findCandidates(tx, [id]);
  if (after === undefined) return refuse({ code: 'changed-meanwhile' });
  const labels = civilStatusFields.filter(({ name }) => changed.includes(name)).map(({ label }) => label);
  await post(deps, tx, accountMails.civilStatus, {
    eventId,
    reader: candidateReader(after),
    path: '/compte',
    values: { changes: labels.join(', ') },
  });
  return ok('written');
}

/** `stands`: it was written since their page, as by the first of two clicks; `same`: nothing differs from their page. */
export type Corrected = 'written' | 'stands' | 'same';
type Written = { readonly eventId: string; readonly changed: readonly Datum[] };

async function write(
  tx: Tx,
  act: Act,
  id: AccountId,
  status: CivilStatus,
  version: number,
): Promise<Result<Written | Exclude<Corrected, 'written'>, Refusal>> {
  await lockCandidate(tx, id);
  const [before] = await findCandidates(tx, [id]);
  if (before === undefined) return refuse({ code: 'changed-meanwhile' });
  const changed = changedData(before, status);
  if (changed.length === 0) return ok(before.rowVersion === version ? 'same' : 'stands');
  if (!(await updateCandidate(tx, id, status, version))) return refuse({ code: 'changed-meanwhile' });
  const subject = { stream: accountStream(id), academy: null, session: null };
  // The journal can't be erased: it says what was changed, the values stand in the versions of the enrolment.
  const eventId = await record(tx, act, 'account.civilStatusChanged', subject, { changed });
  return ok({ eventId, changed });
}

import type { EnrolmentId } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { readAccounts } from '../../results/index.ts';
import { readDeliberation } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { marksBefore } from '../rules/examined.ts';
import { writeExamined } from '../store/examined.ts';
import { touchJury } from '../store/juries.ts';
import { type JuryOrder, onJury } from './onJury.ts';

type Deps = Pick<JuryActDeps, 'db' | 'catalogue'>;

/** The jury looked at a candidate and leaves the marks as they are. */
export function markExamined(
  deps: Deps,
  act: Act,
  order: Omit<JuryOrder, 'rowVersion'> & { readonly enrolmentId: EnrolmentId },
): Promise<Result<null, Refusal>> {
  return onJury(deps, act, { ...order, rowVersion: null }, 'deliberate', async (tx, jury) => {
    const { enrolmentId, by } = order;
    const [account] = await readAccounts(tx, deps.catalogue(), jury, [enrolmentId]);
    if (account === undefined || !jury.specialities.includes(account.speciality))
      return refuse({ code: 'candidate-unknown' });
    const look = { enrolmentId, marks: marksBefore({ account, points: [] }) };
    await writeExamined(tx, jury, [look], { by, reason: null });
    return ok(null);
  });
}

/** Whoever is left to examine is kept as the marks say, for a reason that the record gives. Says of how many. */
export function keepUnseen(
  deps: Deps & Pick<JuryActDeps, 'events'>,
  act: Act,
  order: JuryOrder & { readonly reason: string },
): Promise<Result<number, Refusal>> {
  return onJury(deps, act, order, 'deliberate', async (tx, jury) => {
    const { by, reason } = order;
    const { now } = await readMoment(tx, act);
    const found = await readDeliberation(tx, deps.catalogue(), jury, parisDay(now));
    const left = (found?.candidates ?? []).filter(({ waits }) => waits);
    await writeExamined(
      tx,
      jury,
      left.map((one) => ({ enrolmentId: one.account.enrolmentId, marks: marksBefore(one) })),
      { by, reason },
    );
    await touchJury(tx, jury);
    await deps.events.publish(tx, act, 'jury.kept', subjectOf(jury), { juryId: jury.id, count: left.length, reason });
    return ok(left.length);
  });
}

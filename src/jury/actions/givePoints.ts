import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type Account, readAccounts } from '../../results/index.ts';
import { sessionRules } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { type Jury, MOST } from '../jury.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotRaised } from '../rules/points.ts';
import { insertPoint, listGiven, readPoints } from '../store/points.ts';
import { type JuryOrder, onJury } from './onJury.ts';

type Deps = Pick<JuryActDeps, 'db' | 'events' | 'catalogue'>;

/** What was on the page beside what is wanted, in half points. */
export type PointOrder = Omit<JuryOrder, 'rowVersion'> & {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  /** The mark as the page showed it, without points. */
  readonly before: number;
  /** The points that the page showed; null: none. */
  readonly given: number | null;
  readonly reason: string;
};

/** Raises one mark of one candidate, with the reason. The same twice is written once. */
export function givePoints(
  deps: Deps,
  act: Act,
  order: PointOrder & { readonly after: number },
): Promise<Result<null, Refusal>> {
  return onJury(deps, act, { ...order, rowVersion: null }, 'deliberate', async (tx, jury) => {
    const found = await readOne(deps, tx, jury, order);
    if (!found.ok) return found;
    const { account, now } = found.value;
    if (now !== null && now.after === order.after && now.reason === order.reason && now.before === order.before)
      return ok(null);
    if ((now?.after ?? null) !== order.given) return refuse({ code: 'mark-changed' });
    const step = sessionRules(deps.catalogue(), jury.session)?.step;
    if (step === undefined || step === null) return refuse({ code: 'rules-missing' });
    const why = whyNotRaised(
      account.units.find(({ id }) => id === order.unit),
      order,
      step,
    );
    if (why !== null) return refuse({ code: why });
    return write(deps, act, tx, jury, account, order, order.after);
  });
}

/** Takes back what was given to one unit. The same twice is written once. */
export function takePointsBack(deps: Deps, act: Act, order: PointOrder): Promise<Result<null, Refusal>> {
  return onJury(deps, act, { ...order, rowVersion: null }, 'deliberate', async (tx, jury) => {
    const found = await readOne(deps, tx, jury, order);
    if (!found.ok) return found;
    const { account, now } = found.value;
    if (now === null) {
      const [last] = (await listGiven(tx, jury, order.enrolmentId)).filter(({ unit }) => unit === order.unit);
      return last?.by === order.by && last.reason === order.reason ? ok(null) : refuse({ code: 'no-points' });
    }
    if (now.after !== order.given) return refuse({ code: 'mark-changed' });
    return write(deps, act, tx, jury, account, { ...order, before: now.before }, null);
  });
}

async function readOne(deps: Deps, tx: Tx, jury: Jury, { enrolmentId, unit }: PointOrder) {
  const [account] = await readAccounts(tx, deps.catalogue(), jury, [enrolmentId]);
  if (account === undefined || !jury.specialities.includes(account.speciality))
    return refuse({ code: 'candidate-unknown' } as const);
  const now = (await readPoints(tx, jury)).get(enrolmentId)?.find((one) => one.unit === unit) ?? null;
  return ok({ account, now });
}

async function write(
  deps: Deps,
  act: Act,
  tx: Tx,
  jury: Jury,
  { number }: Account,
  { enrolmentId, unit, before, reason, by }: PointOrder,
  after: number | null,
): Promise<Result<null, Refusal>> {
  if ((await listGiven(tx, jury, enrolmentId)).length >= MOST.points) return refuse({ code: 'too-many-points' });
  await insertPoint(tx, jury, { enrolmentId, unit, before, after, reason, by });
  const { id: juryId } = jury;
  const said = { juryId, enrolmentId, number, unit, before, after, reason };
  await deps.events.publish(tx, act, 'jury.pointed', subjectOf(jury), said);
  return ok(null);
}

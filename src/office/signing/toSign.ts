import { listPrepared, type Prepared, readSignings } from '../../decisions/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { OfficeDeps } from '../deps.ts';
import type { AtDesk } from '../office.ts';
import { visibleNumbers } from '../store/scope.ts';
import { SIGNABLE, type Signable } from './signable.ts';

export type Waiting = { readonly prepared: Prepared; readonly signable: Signable; readonly number: string };
/** `yours`: this person may sign them today; `back`: they wrote them, and somebody sent them back. */
export type ToSign = {
  readonly yours: readonly Waiting[];
  readonly others: readonly Waiting[];
  readonly back: readonly Waiting[];
};

export const NOTHING_TO_SIGN: ToSign = { yours: [], others: [], back: [] };

/** What is prepared on the files that this person reads. */
export async function readToSign({ db, clock }: OfficeDeps, { staff, scope }: AtDesk): Promise<ToSign> {
  const { academy, accountId } = staff;
  const all = await listPrepared(db, academy, accountId);
  if (all.length === 0) return NOTHING_TO_SIGN;
  const acts = SIGNABLE.map(({ declared }) => declared);
  const [numbers, signings] = await Promise.all([
    visibleNumbers(
      db,
      scope,
      all.map(({ enrolmentId }) => enrolmentId),
    ),
    readSignings(db, { academy, accountId, acts, on: parisDay(clock.now()) }),
  ]);
  const found = all.flatMap((prepared): Waiting[] => {
    const number = numbers.get(prepared.enrolmentId);
    const signable = SIGNABLE.find(({ declared }) => declared.code === prepared.act);
    return number === undefined || signable === undefined ? [] : [{ prepared, signable, number }];
  });
  const waiting = found.filter(({ prepared }) => prepared.state === 'waiting');
  const isYours = ({ prepared }: Waiting): boolean => signings.get(prepared.act)?.may === true;
  return {
    yours: waiting.filter(isYours),
    others: waiting.filter((one) => !isYours(one)),
    back: found.filter(({ prepared }) => prepared.state === 'sent-back'),
  };
}

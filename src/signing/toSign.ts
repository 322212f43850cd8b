import type { SignedInStaff } from '../accounts/index.ts';
import { listPrepared, type PreparedDecision, readSignings } from '../decisions/index.ts';
import type { LetterDeskDeps } from '../papers/index.ts';
import { type AtDesk, listNamed, type Signable } from '../scope/index.ts';
import type { SigningDeps } from './deps.ts';

export type DecisionToSign = {
  readonly prepared: PreparedDecision;
  readonly signable: Signable<LetterDeskDeps>;
  readonly name: string;
  readonly number: string;
  /** Who may sign it today, as it would be printed. */
  readonly signers: readonly string[];
};
/** `yours`: this person may sign them today; `back`: they wrote them, and somebody sent them back. */
export type ToSign = {
  readonly yours: readonly DecisionToSign[];
  readonly others: readonly DecisionToSign[];
  readonly back: readonly DecisionToSign[];
};

const NOTHING_TO_SIGN: ToSign = { yours: [], others: [], back: [] };

/** Some are taken, and so read, by heads alone. */
export function mayRead(
  { declared: { headsOnly } }: Pick<Signable, 'declared'>,
  { role }: Pick<SignedInStaff, 'role'>,
): boolean {
  return headsOnly !== true || role === 'head';
}

/** What is prepared on the files that this person reads. */
export async function readToSign({ db, clock, signables }: SigningDeps, { staff, scope }: AtDesk): Promise<ToSign> {
  const { academy, accountId } = staff;
  const read = signables.filter((one) => mayRead(one, staff));
  const acts = read.map(({ declared }) => declared);
  const codes = acts.map(({ code }) => code);
  const all = await listPrepared(db, academy, codes, accountId);
  if (all.length === 0) return NOTHING_TO_SIGN;
  const [files, signings] = await Promise.all([
    listNamed(
      db,
      scope,
      all.map(({ enrolmentId }) => enrolmentId),
    ),
    readSignings(db, { academy, accountId, acts, at: clock.now() }),
  ]);
  const found = all.flatMap((prepared): DecisionToSign[] => {
    const file = files.find(({ id }) => id === prepared.enrolmentId);
    const signable = read.find(({ declared }) => declared.code === prepared.act);
    const signing = signings.get(prepared.act);
    if (file === undefined || signable === undefined || signing === undefined) return [];
    return [{ prepared, signable, ...file, signers: signing.may ? [] : signing.who }];
  });
  const waiting = found.filter(({ prepared }) => prepared.state === 'waiting');
  const isYours = ({ prepared }: DecisionToSign): boolean => signings.get(prepared.act)?.may === true;
  return {
    yours: waiting.filter(isYours),
    others: waiting.filter((one) => !isYours(one)),
    back: found.filter(({ prepared }) => prepared.state === 'sent-back'),
  };
}

import type { EnrolmentId } from '../../enrolment/index.ts';
import { readAccounts } from '../../results/index.ts';
import type { JuryDeps } from '../deps.ts';
import type { Jury } from '../jury.ts';
import { driftOf } from '../rules/drift.ts';
import { verdictsOfJury } from '../store/verdicts.ts';
import type { JuryVerdict } from '../verdict.ts';

/** A closed record beside the marks of today. */
export type RecordState = {
  readonly verdicts: readonly JuryVerdict[];
  readonly numbers: ReadonlyMap<EnrolmentId, string>;
  /** Candidates of whom the marks say something else today. */
  readonly drifted: readonly { readonly id: EnrolmentId; readonly number: string }[];
};

export async function readRecordState(
  { db, catalogue }: Pick<JuryDeps, 'db' | 'catalogue'>,
  jury: Jury,
): Promise<RecordState> {
  const verdicts = await verdictsOfJury(db, jury);
  const ids = verdicts.map(({ enrolmentId }) => enrolmentId);
  const today = new Map(
    (await readAccounts(db, catalogue(), jury, ids)).map((account) => [account.enrolmentId, account]),
  );
  const drifted = verdicts.filter((verdict) => {
    const account = today.get(verdict.enrolmentId);
    return account !== undefined && driftOf(verdict, account).length > 0;
  });
  return {
    verdicts,
    numbers: new Map(verdicts.map(({ enrolmentId, account }) => [enrolmentId, account.number])),
    drifted: drifted.map(({ enrolmentId, account }) => ({ id: enrolmentId, number: account.number })),
  };
}

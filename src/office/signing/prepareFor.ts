import { actBy } from '../../accounts/index.ts';
import { type DecisionRefusal, prepareDecision } from '../../decisions/index.ts';
import { type Visit, versionIn } from '../../platform/http/visit.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { OfficeDeps } from '../deps.ts';
import type { FileAtDesk } from '../office.ts';
import type { Signable } from './signable.ts';

/** The button of a decision's form that deposits it in « À signer »; the form takes the decision without it. */
export const PREPARE = { name: 'suite', value: 'preparer' } as const;

export function isPrepared({ body }: Visit): boolean {
  return body[PREPARE.name] === PREPARE.value;
}

/** What somebody typed into the form of a decision waits for who may sign it. */
export async function prepareFor(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  signable: Signable,
  { reason, ground }: { readonly reason: string; readonly ground: string },
): Promise<Result<unknown, DecisionRefusal>> {
  const { enrolment, staff } = at;
  const { id: enrolmentId, academy, session, version } = enrolment;
  const facts = versionIn(visit) === version ? await signable.facts(deps, at) : null;
  if (facts === null) return refuse({ code: 'file-changed' });
  const order = { academy, session, enrolmentId, version, facts, reason, ground, preparedBy: staff.accountId };
  return prepareDecision(deps.db, actBy(visit, staff), signable.declared, order);
}

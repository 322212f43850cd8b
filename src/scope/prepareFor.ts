import { actBy } from '../accounts/index.ts';
import { type DecisionRefusal, type PreparedDecision, prepareDecision } from '../decisions/index.ts';
import { type Visit, versionIn } from '../platform/http/visit.ts';
import { type Result, refuse } from '../platform/result.ts';
import type { DeskDeps } from './deps.ts';
import type { FileAtDesk } from './scope.ts';
import type { Signable } from './signable.ts';

/** What somebody typed into the form of a decision, which bears the version of the file, waits for who may sign it. */
export async function prepareFor<Deps extends DeskDeps>(
  deps: Deps,
  visit: Visit,
  at: FileAtDesk,
  signable: Signable<Deps>,
  typed: Pick<PreparedDecision, 'reason'> & Partial<Pick<PreparedDecision, 'ground' | 'about' | 'asked'>>,
): Promise<Result<unknown, DecisionRefusal>> {
  const { enrolment, staff } = at;
  const { id: enrolmentId, academy, session, version } = enrolment;
  const facts = versionIn(visit) === version ? await signable.facts(deps, at, typed.asked ?? {}) : null;
  if (facts === null) return refuse({ code: 'file-changed' });
  const order = { academy, session, enrolmentId, version, facts, ground: '', ...typed, preparedBy: staff.accountId };
  return prepareDecision(deps, actBy(visit, staff), signable.declared, order);
}

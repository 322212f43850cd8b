import { type Decided, type DecisionRefusal, type DeclaredAct, decide } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { type Result, refuse } from '../../platform/result.ts';
import { sessionRules } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import type { Jury } from '../jury.ts';
import { compositionOf } from '../rules/composition.ts';
import { listMembers } from '../store/members.ts';

/** A jury decides by whoever chairs it; `enrolmentId` is null where its record speaks of all its candidates. */
export async function decideAsJury(
  deps: Pick<JuryActDeps, 'catalogue'>,
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  decision: {
    readonly jury: Jury;
    readonly enrolmentId: EnrolmentId | null;
    readonly facts: readonly string[];
    readonly reason: string;
  },
): Promise<Result<Decided, DecisionRefusal | { readonly code: 'rules-missing' }>> {
  const { jury, enrolmentId, facts, reason } = decision;
  const rules = sessionRules(deps.catalogue(), jury.session)?.jury ?? null;
  const chair = rules === null ? null : compositionOf(await listMembers(tx, jury), rules).chair;
  if (rules === null || chair === null) return refuse({ code: 'rules-missing' });
  const capacity = rules.qualities.find(({ code }) => code === chair.quality)?.label ?? chair.title;
  const by = { firstName: '', surname: chair.name, capacity, service: jury.name, delegated: null };
  const { academy, session } = jury;
  return decide(deps, tx, act, declared, {
    of: { id: enrolmentId, academy, session },
    by,
    facts,
    reason,
    ground: declared.law.join(', '),
  });
}

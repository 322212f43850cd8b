import type { JuryRules } from '../../catalogue/index.ts';
import { type Decided, type DecisionRefusal, type DeclaredAct, decide } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { JuryActDeps } from '../deps.ts';
import type { Jury, Member } from '../jury.ts';

/** A jury decides by whoever chairs it; `enrolmentId` is null where its record speaks of all its candidates. */
export async function decideAsJury(
  deps: Pick<JuryActDeps, 'catalogue'>,
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  decision: {
    readonly jury: Jury;
    readonly chair: Member | null;
    readonly rules: JuryRules;
    readonly enrolmentId: EnrolmentId | null;
    readonly facts: readonly string[];
    readonly reason: string;
  },
): Promise<Result<Decided, DecisionRefusal | { readonly code: 'rules-missing' }>> {
  const { jury, chair, rules, enrolmentId, facts, reason } = decision;
  if (chair === null) return refuse({ code: 'rules-missing' });
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

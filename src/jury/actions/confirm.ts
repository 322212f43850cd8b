import { type Approval, secondPerson, whyNotSecond } from '../../accounts/index.ts';
import type { JuryRules } from '../../catalogue/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { JuryActDeps } from '../deps.ts';
import type { Member } from '../jury.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotConfirming } from '../rules/whoConfirms.ts';

type Confirming = { readonly by: string; readonly member: Member | null };

/** The second of the two persons, who is one that confirms, too. */
export async function confirm(
  { catalogue }: Pick<JuryActDeps, 'catalogue'>,
  tx: Tx,
  askedBy: string | null,
  { by, member }: Confirming,
  rules: JuryRules | null,
): Promise<Result<Approval, Refusal>> {
  const why = whyNotConfirming(member, rules);
  if (why !== null) return refuse({ code: why });
  return secondPerson(tx, { by, wrote: [askedBy], days: catalogue().installation().secondPersonDays });
}

/** The same for a page. */
export async function mayConfirm(
  { db, catalogue }: Pick<JuryActDeps, 'db' | 'catalogue'>,
  askedBy: string | null,
  { by, member }: Confirming,
  rules: JuryRules | null,
): Promise<boolean> {
  if (whyNotConfirming(member, rules) !== null) return false;
  const days = catalogue().installation().secondPersonDays;
  return (await whyNotSecond(db, { by, wrote: [askedBy], days })) === null;
}

import type { Role, SignedInStaff } from '../accounts/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { EditorDeps } from './deps.ts';
import type { OpenDraft } from './draft.ts';
import { findDraft } from './store/drafts.ts';

/** Who writes rules and publishes what somebody else wrote (docs/product.md, « Who sees what »). */
const RULE_KEEPERS = ['head', 'admin'] as const satisfies readonly Role[];

export function mayKeepRules({ role }: Pick<SignedInStaff, 'role'>): boolean {
  return RULE_KEEPERS.some((keeper) => keeper === role);
}

export type AtDraft = OpenDraft & { readonly staff: SignedInStaff };

export function ruleKeeper({ guards }: Pick<EditorDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff(...RULE_KEEPERS);
}

/** The draft in the address (`:id`), of one's own academy. */
export function draftKeeper(deps: Pick<EditorDeps, 'guards' | 'db' | 'reader'>): Guard<AtDraft> {
  const keeper = ruleKeeper(deps);
  return reaching(keeper, 'their draft', async (staff, visit) => {
    const draft = await findDraft(deps.db, staff.academy, visit.params.id);
    return draft === null ? null : { ...(await deps.reader.open(draft)), staff };
  });
}

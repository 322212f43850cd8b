import type { SummaryRow } from '../../../ui/index.ts';
import { type CreditRules, mayCarry } from '../../rules/credits.ts';
import { texts as say } from './texts.ts';

/** What keeping, carrying and being exempted mean, said once. */
export function explanations(rules: CreditRules): readonly SummaryRow[] {
  const { keep, keepAny, carry, exempt, day } = say.explained;
  return [rules.keptFrom === null ? keepAny : keep, ...(mayCarry(rules) ? [carry] : []), exempt, day].map(
    ({ term, text }) => ({ label: term, value: text(rules) }),
  );
}

import type { PassMarks } from '../../catalogue/index.ts';
import type { Account } from '../../results/index.ts';
import type { JuryDecision, JuryVerdict } from '../verdict.ts';
import { decisionOf } from './juryStanding.ts';
import { withPoints } from './points.ts';

type Saying = Pick<JuryVerdict, 'decision' | 'account' | 'juryPoints'>;
export type WantedAddition =
  | { readonly kind: 'mark'; readonly decision: null }
  | { readonly kind: 'decision'; readonly decision: JuryDecision };

/** A decision is said, or follows from the marks. */
export function wantedOf(decision: JuryDecision | null): WantedAddition {
  return decision === null ? { kind: 'mark', decision } : { kind: 'decision', decision };
}

/** What an addition says anew of a candidate, and the units whose points of the jury don't apply any more, since their mark changed. */
export type SaidAnew = Saying & { readonly fallen: readonly string[] };

/** Null: the record says that already. `today`: the account without points, as the marks stand. */
export function anewOf(said: Saying, wanted: WantedAddition, today: Account | null, pass: PassMarks): SaidAnew | null {
  if (wanted.kind === 'decision')
    return wanted.decision === said.decision ? null : { ...said, decision: wanted.decision, fallen: [] };
  if (today === null) return null;
  const { account, points, stale } = withPoints(today, said.juryPoints, pass);
  if (marksOf(account) === marksOf(said.account) && stale.length === 0) return null;
  return {
    account,
    juryPoints: points,
    decision: decisionOf(account.judgement),
    fallen: stale.map(({ unit }) => unit),
  };
}

/** What counts of an account, to compare two. */
function marksOf({ units }: Account): string {
  return units
    .map(({ id, outcome }) => `${id} ${outcome.code} ${'halfPoints' in outcome ? outcome.halfPoints : ''}`)
    .join('\n');
}

import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';

/**
 * Why this person may not confirm what another one asked for; null: they may. A head may, and so may the account of who chairs, where
 * that member is noted there. `member`: who they are in the jury; null: a head.
 */
export function whyNotConfirmed(
  askedBy: string | null,
  { by, member }: { readonly by: string; readonly member: Member | null },
  rules: JuryRules | null,
): 'same-person' | 'not-there' | 'not-found' | null {
  if (askedBy === by) return 'same-person';
  if (member === null) return null;
  const seat = rules?.qualities.find(({ code }) => code === member.quality)?.seat;
  if (seat !== 'chair') return 'not-found';
  return member.present === true ? null : 'not-there';
}

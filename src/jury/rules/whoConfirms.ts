import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';

/**
 * Why somebody isn't one who confirms what is asked of a jury; null: they are. A head is, and so is the account of who chairs, where
 * that member is noted there. `member`: who they are in the jury; null: a head.
 */
export function whyNotConfirming(member: Member | null, rules: JuryRules | null): 'not-there' | 'not-found' | null {
  if (member === null) return null;
  const seat = rules?.qualities.find(({ code }) => code === member.quality)?.seat;
  if (seat !== 'chair') return 'not-found';
  return member.present === true ? null : 'not-there';
}

import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';

/**
 * Who is told which accommodations candidates had, without their names: the chair of the jury, who tells its members where that is needed
 * (code de l'éducation, D351-31), and the head of office, who tells the chair. `member`: who they are in the jury; null: a head.
 */
export function isToldOfArrangements(member: Pick<Member, 'quality'> | null, rules: JuryRules | null): boolean {
  if (member === null) return true;
  return rules?.qualities.find(({ code }) => code === member.quality)?.seat === 'chair';
}

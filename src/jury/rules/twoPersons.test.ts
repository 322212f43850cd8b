import { describe, expect, it } from 'vitest';
import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';
import { whyNotConfirmed } from './twoPersons.ts';

const sourced = { source: null, confidence: 'unknown' } as const;
const RULES: JuryRules = {
  qualities: [
    { code: 'president', label: 'Président', seat: 'chair' },
    { code: 'vice', label: 'Vice-président', seat: 'deputy' },
    { code: 'teacher', label: 'Enseignant', seat: 'member', half: 'teaching' },
    { code: 'employer', label: 'Employeur', seat: 'member', half: 'trade' },
    { code: 'employee', label: 'Salarié', seat: 'member', half: 'trade' },
  ],
  quorum: { members: null, ...sourced },
  ...sourced,
};
const member = (quality: string, present: boolean | null = true): Member => ({
  id: quality,
  quality,
  title: '',
  name: quality,
  accountId: null,
  present,
});
describe('Two persons', () => {
  it('close a record: another head, or who chairs and is there', () => {
    const chair = member('president');
    expect(whyNotConfirmed('a', { by: 'a', member: null }, RULES)).toBe('same-person');
    expect(whyNotConfirmed('a', { by: 'a', member: chair }, RULES)).toBe('same-person');
    expect(whyNotConfirmed('a', { by: 'b', member: null }, RULES)).toBeNull();
    expect(whyNotConfirmed('a', { by: 'b', member: chair }, RULES)).toBeNull();
    expect(whyNotConfirmed('a', { by: 'b', member: member('president', false) }, RULES)).toBe('not-there');
    expect(whyNotConfirmed('a', { by: 'b', member: member('president', null) }, RULES)).toBe('not-there');
    expect(whyNotConfirmed('a', { by: 'b', member: member('vice') }, RULES)).toBe('not-found');
    expect(whyNotConfirmed('a', { by: 'b', member: chair }, null)).toBe('not-found');
  });
});

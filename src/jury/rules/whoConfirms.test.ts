import { describe, expect, it } from 'vitest';
import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';
import { whyNotConfirming } from './whoConfirms.ts';

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
  examinerId: null,
  present,
});
describe('Who confirms the closing of a record', () => {
  it('is a head, or who chairs and is there', () => {
    const chair = member('president');
    expect(whyNotConfirming(null, RULES)).toBeNull();
    expect(whyNotConfirming(chair, RULES)).toBeNull();
    expect(whyNotConfirming(member('president', false), RULES)).toBe('not-there');
    expect(whyNotConfirming(member('president', null), RULES)).toBe('not-there');
    expect(whyNotConfirming(member('vice'), RULES)).toBe('not-found');
    expect(whyNotConfirming(chair, null)).toBe('not-found');
  });
});

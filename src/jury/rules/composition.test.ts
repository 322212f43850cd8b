import { describe, expect, it } from 'vitest';
import type { JuryRules } from '../../catalogue/index.ts';
import type { Member } from '../jury.ts';
import { compositionOf } from './composition.ts';

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
const full = ['president', 'vice', 'teacher', 'teacher', 'employer', 'employee'].map((one) => member(one));

describe('The composition of a jury (D337-123)', () => {
  it('is half teachers, half of the trade, employers and employees alike; who chairs counts in no half', () => {
    expect(compositionOf(full, RULES)).toEqual({
      present: 6,
      chair: full[0],
      named: { teaching: 2, trade: 2 },
      there: { teaching: 2, trade: 2 },
      obstacles: [],
      flags: [],
    });
  });

  it('may lose its parity by absence, which is said and bars nothing', () => {
    const absent = full.map((one, index) => (index === 2 ? { ...one, present: false } : one));
    expect(compositionOf(absent, RULES)).toMatchObject({
      present: 5,
      named: { teaching: 2, trade: 2 },
      there: { teaching: 1, trade: 2 },
      obstacles: [],
      flags: ['halves-present'],
    });
  });

  it('says that halves, and the parts of the trade, are unequal as named', () => {
    const members = [member('president'), member('teacher'), member('employer'), member('employer')];
    expect(compositionOf(members, RULES).flags).toEqual(['halves-named', 'halves-present', 'parts-of-trade']);
  });

  it('can’t do without a chair who is there, nor with a presence that nobody said', () => {
    expect(compositionOf([], RULES).obstacles).toEqual(['no-chair']);
    expect(compositionOf([member('vice')], RULES).obstacles).toEqual(['no-chair']);
    expect(compositionOf([member('president', false)], RULES)).toMatchObject({ chair: null, obstacles: ['no-chair'] });
    expect(compositionOf([member('president', null)], RULES).obstacles).toEqual(['no-chair', 'presence-unsaid']);
    expect(compositionOf([member('president'), member('teacher', null)], RULES).obstacles).toEqual(['presence-unsaid']);
  });

  it('wants as many as the rules say, where they say it', () => {
    const six = { ...RULES, quorum: { members: 6, ...sourced } };
    expect(compositionOf(full, six).obstacles).toEqual([]);
    expect(compositionOf(full.slice(0, 5), six).obstacles).toEqual(['too-few']);
  });
});

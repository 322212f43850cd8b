import { describe, expect, it } from 'vitest';
import { reserveOn } from './reserve.ts';
import type { EligibilityFacts, Reason } from './verdict.ts';

const facts: EligibilityFacts = {
  category: 'other',
  form: 'GLOBAL',
  formerForm: null,
  satAllTests: null,
  twoYearsInCentre: null,
  diploma: 'none',
  workPeriods: [{ from: Temporal.PlainDate.from('2023-09-01'), to: null }],
  specialContract: null,
  trainingHours: null,
  positioning: false,
  livesInAcademy: true,
  frenchNational: true,
  birthDate: Temporal.PlainDate.from('1999-05-30'),
  ageToday: 24,
  lastUnitPresented: true,
  creditDoubts: [],
};
const reasons = (...unmet: readonly Reason['code'][]): { readonly reasons: readonly Reason[] } => ({
  reasons: [
    { code: 'residence', met: true, detail: 'plain', source: 'notice' },
    { code: 'credits', met: null, detail: 'to-judge', source: 'notice' },
    ...unmet.map((code): Reason => ({ code, met: false, detail: 'missing', source: 'notice' })),
  ],
});
const lifted = { reserve: 'lifted', reasons: [{ code: 'category' }], facts } as const;
const none = { reserve: null, reasons: [], facts: null } as const;

describe('The reserve of what is about to be registered', () => {
  it('is none where everything is met or to be checked, whatever stood before', () => {
    for (const before of [none, lifted, { ...lifted, reserve: 'pending' }] as const)
      expect(reserveOn(before, reasons(), facts)).toBeNull();
  });
  it('is looked at again by a person where a signed decision had set aside, even with everything met', () => {
    expect(reserveOn({ ...lifted, reserve: 'upheld' }, reasons(), facts)).toBe('pending');
  });
  it('is pending where a condition is not met', () => {
    expect(reserveOn(none, reasons('category'), facts)).toBe('pending');
    expect(reserveOn({ ...lifted, reserve: 'pending' }, reasons('category'), facts)).toBe('pending');
  });
  it("stays lifted for the same conditions on the same facts, whatever one's age has become", () => {
    expect(reserveOn(lifted, reasons('category'), facts)).toBe('lifted');
    expect(reserveOn(lifted, reasons('category'), { ...facts, ageToday: 25 })).toBe('lifted');
  });
  it('is pending again for another condition, for other facts, or for facts that can no longer be read', () => {
    expect(reserveOn(lifted, reasons('category', 'experience-five-years'), facts)).toBe('pending');
    const other = [{ from: Temporal.PlainDate.from('2023-10-01'), to: null }];
    expect(reserveOn(lifted, reasons('category'), { ...facts, workPeriods: other })).toBe('pending');
    expect(reserveOn({ ...lifted, facts: null }, reasons('category'), facts)).toBe('pending');
  });
});

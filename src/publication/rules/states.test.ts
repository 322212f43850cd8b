import { describe, expect, it } from 'vitest';
import { ACTS, stateOf, whyNot } from './states.ts';

const at = Temporal.Instant.from('2024-07-05T09:00:00+02:00');
const prepared = {
  announcedAt: null,
  approvedAt: null,
  cancelledAt: null,
  suspendedAt: null,
  reached: false,
};
const proposed = { ...prepared, announcedAt: at };
const approved = { ...proposed, approvedAt: at };
const published = { ...approved, reached: true };
const suspended = { ...published, suspendedAt: at };
const cancelled = { ...proposed, cancelledAt: at };

describe('A publication', () => {
  it.each([
    ['prepared', prepared, ['propose', 'cancel']],
    ['proposed', proposed, ['propose', 'approve', 'cancel']],
    ['approved', approved, ['cancel']],
    ['published', published, ['suspend']],
    ['suspended', suspended, ['resume']],
    ['cancelled', cancelled, []],
  ] as const)('that is %s may be', (state, publication, may) => {
    expect(stateOf(publication)).toBe(state);
    expect(ACTS.filter((act) => whyNot(publication, act) === null)).toEqual(may);
    for (const act of ACTS.filter((one) => !may.some((other) => other === one)))
      expect(whyNot(publication, act)).toBe('wrong-state');
  });

  it('isn’t approved once its instant has gone by', () => {
    expect(whyNot({ ...proposed, reached: true }, 'approve')).toBe('announced-past');
    expect(whyNot({ ...proposed, reached: true }, 'propose')).toBeNull();
  });
});

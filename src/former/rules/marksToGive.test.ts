import { describe, expect, it } from 'vitest';
import { marksToGive } from './marksToGive.ts';

const today = Temporal.PlainDate.from('2023-11-15');
type Given = Parameters<typeof marksToGive>[0][number];
const line = (changes: Partial<Given> = {}): Given => ({
  cfd: '45033608',
  year: 2023,
  unit: 'U10',
  obtainedOn: Temporal.PlainDate.from('2023-07-05'),
  until: Temporal.PlainDate.from('2028-07-05'),
  outcome: 'mark',
  halfPoints: 25,
  decision: null,
  ...changes,
});
const given = (...lines: readonly Given[]) =>
  marksToGive(lines, today).map(({ unit, halfPoints }) => [unit, halfPoints]);

describe('What a former candidate holds of the system in place', () => {
  it('is their marks, also those below ten: whether they are carried is for the form of the enrolment', () => {
    expect(given(line(), line({ unit: 'U20', halfPoints: 0, decision: 'not-admitted' }))).toEqual([
      ['U10', 25],
      ['U20', 0],
    ]);
    expect(marksToGive([line()], today)[0]).toMatchObject({ cfd: '45033608', year: 2023 });
  });

  it('is no absence, no exemption, nor what is over', () => {
    expect(
      given(
        line({ outcome: 'absent', halfPoints: null }),
        line({ outcome: 'excused', halfPoints: null }),
        line({ outcome: 'exempt', halfPoints: null }),
        line({ until: today.subtract({ days: 1 }) }),
      ),
    ).toEqual([]);
    expect(given(line({ until: today }))).toHaveLength(1);
  });

  it('is nothing of a speciality whose diploma they have, whatever the session; others stay', () => {
    const had = line({ unit: 'U20', year: 2022, decision: 'admitted' });
    expect(given(line(), had)).toEqual([]);
    expect(given(line({ cfd: '45022137' }), had)).toEqual([['U10', 25]]);
  });
});

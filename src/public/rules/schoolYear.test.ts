import { expect, it } from 'vitest';
import { schoolYearOf } from './schoolYear.ts';

const session = (on: string, demonstration = false) =>
  ({ demonstration, examStartsOn: { on: Temporal.PlainDate.from(on) } }) as Parameters<typeof schoolYearOf>[0][number];

it('is that of the last session, as the notice says it above its officers; never of one that is only tried', () => {
  expect(schoolYearOf([session('2024-06-03'), session('2023-06-05'), session('2027-06-01', true)])).toBe('2023-2024');
  expect(schoolYearOf([session('2024-10-07')])).toBe('2024-2025');
  expect(schoolYearOf([session('2024-06-03', true)])).toBeNull();
});

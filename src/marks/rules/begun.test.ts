import { expect, it } from 'vitest';
import { begunBy } from './begun.ts';

const NOW = Temporal.Instant.from('2024-06-03T09:00:00+02:00');
const unit = (name: string) => ({ speciality: '45033608', unit: name });
const at = (name: string, minutes: number) => ({ ...unit(name), startsAt: NOW.add({ minutes }) });

it('A replacement test has scripts once the calendar says that it began, and never without a calendar', () => {
  const sitting = [unit('U10'), unit('U10-R'), unit('U20-R')];
  expect(begunBy(sitting, [at('U10-R', -1)], NOW)).toEqual({
    begun: [unit('U10'), unit('U10-R')],
    later: 1,
    next: null,
  });
  expect(begunBy([unit('U10-R')], [at('U10-R', 1)], NOW)).toMatchObject({ begun: [], later: 1 });
});

it('A unit has scripts once it has begun, or where no calendar speaks of it; the next one is said', () => {
  const sitting = [unit('U10'), unit('U20'), unit('U20'), unit('U30'), unit('U40')];
  const calendar = [at('U10', 0), at('U20', 120), at('U40', 60), at('U50', 1)];
  expect(begunBy(sitting, calendar, NOW)).toEqual({
    begun: [unit('U10'), unit('U30')],
    later: 2,
    next: NOW.add({ minutes: 60 }),
  });
  expect(begunBy(sitting, [], NOW)).toEqual({ begun: sitting, later: 0, next: null });
  expect(begunBy([unit('U20')], [at('U20', -1)], NOW)).toMatchObject({ later: 0, next: null });
  const elsewhere = [{ speciality: '45023216', unit: 'U10', startsAt: NOW.add({ hours: 1 }) }];
  expect(begunBy(sitting, elsewhere, NOW).begun).toEqual(sitting);
});

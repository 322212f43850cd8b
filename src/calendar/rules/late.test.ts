import { expect, it } from 'vitest';
import { WRITTEN } from '../../places/index.ts';
import { beginsEarly, endsLate, lateWithAThird } from './late.ts';

const startsAt = Temporal.Instant.from('2024-06-03T14:00:00+02:00');

it('Who ends after eight in the evening ends late, the morning after too', () => {
  const late = [360, 361, 800].map((minutes) => endsLate({ startsAt, endsAt: startsAt.add({ minutes }) }));
  expect(late).toEqual([false, true, true]);
});

it('Before seven in the morning is early, in summer and in winter', () => {
  const early = [
    '2024-06-03T06:59+02:00',
    '2024-06-03T07:00+02:00',
    '2024-12-03T06:59+01:00',
    '2024-12-03T02:30+01:00',
  ];
  expect(early.map((at) => beginsEarly({ startsAt: Temporal.Instant.from(at) }))).toEqual([true, false, true, true]);
});

it('Five hours from two in the afternoon end at 20 h 40 for whoever has a third more; a board has its own end', () => {
  const until = startsAt.add({ hours: 7 });
  expect([
    lateWithAThird({ ...WRITTEN, startsAt, minutes: 300 })
      ?.since(startsAt)
      .total('minutes'),
    lateWithAThird({ ...WRITTEN, startsAt, minutes: 270 }),
    lateWithAThird({ ...WRITTEN, startsAt, minutes: 300, held: 'oral', until }),
  ]).toEqual([400, null, null]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COURT_SEATS } from '../../platform/french/territories.ts';
import { runs } from '../../testing/properties.ts';
import { type CourtSeat, type LastDay, OVERSEAS, type Residence, type Where } from '../law.ts';
import {
  dayOfSending,
  impliedDocumentRefusal,
  impliedRefusal,
  isLate,
  lastDayOf,
  lastDayToAppeal,
  lastDayToReachCada,
  lastDayToWithdraw,
} from './delays.ts';
import { residenceOf } from './residence.ts';
import { isWorkingDay } from './workingDays.ts';

const day = Temporal.PlainDate.from;
const NEAR: Where = { seat: 'mainland', residence: 'mainland' };
const living = (residence: Residence, seat: CourtSeat = 'mainland'): Where => ({ seat, residence });
const said = ({ last }: LastDay): string => last.toString();

describe('The last day to reach the court', () => {
  it.each([
    ['published on Friday 5 July 2024: Friday 6 September', '2024-07-05', NEAR, '2024-09-06'],
    [
      'the same, by who lives in Réunion: the 6th is a Sunday, Monday 7 October',
      '2024-07-05',
      living('reunion'),
      '2024-10-07',
    ],
    ['the same, by who lives abroad: Wednesday 6 November', '2024-07-05', living('abroad'), '2024-11-06'],
    ['30 November 2023: Wednesday 31 January', '2023-11-30', NEAR, '2024-01-31'],
    ["31 December 2023: the month's end is 29 February, Friday 1 March", '2023-12-31', NEAR, '2024-03-01'],
    ['31 December 2024: 1 March is a Saturday, Monday 3', '2024-12-31', NEAR, '2025-03-03'],
    ['5 August 2024: 6 October is a Sunday, Monday 7', '2024-08-05', NEAR, '2024-10-07'],
    ['30 January 2024, from overseas: 1 May is a holiday, Thursday 2', '2024-01-30', living('guyane'), '2024-05-02'],
    ['7 March 2024: 8 May and Ascension are holidays, Friday 10 May', '2024-03-07', NEAR, '2024-05-10'],
    ['13 May 2024: 14 July is a Sunday, Monday 15', '2024-05-13', NEAR, '2024-07-15'],
    ['13 May 2025: 14 July is a holiday, Tuesday 15', '2025-05-13', NEAR, '2025-07-15'],
    ['deposited on 1 March 2024 and never read: Thursday 2 May', '2024-03-01', NEAR, '2024-05-02'],
  ])('of what was notified on %s', (_, from, where, last) => {
    expect(said(lastDayToAppeal(day(from), where))).toBe(last);
  });

  it('is put off by the holidays of the seat of the court alone', () => {
    const from = day('2024-10-25');
    expect(said(lastDayToAppeal(from, NEAR))).toBe('2024-12-26');
    expect(said(lastDayToAppeal(from, living('mainland', 'alsace-moselle')))).toBe('2024-12-27');
    expect(said(lastDayToAppeal(day('2024-03-26'), living('guadeloupe', 'guadeloupe')))).toBe('2024-05-28');
    expect(said(lastDayToAppeal(day('2024-03-26'), living('guadeloupe', 'martinique')))).toBe('2024-05-27');
  });

  it('is the same for who lives where a court overseas sits; for who lives elsewhere nobody is late for a month more', () => {
    const from = day('2024-07-04');
    const home = lastDayToAppeal(from, living('reunion', 'reunion'));
    const away = lastDayToAppeal(from, living('mainland', 'reunion'));
    expect([said(home), said(away), home.lateFrom.toString(), away.lateFrom.toString()]).toEqual([
      '2024-09-05',
      '2024-09-05',
      '2024-09-06',
      '2024-10-08',
    ]);
  });
});

describe('Nobody is late', () => {
  const delay = lastDayToAppeal(day('2024-07-05'), NEAR);

  it('on the last day; on the day after they are, and never where no source gives a delay', () => {
    expect(['2024-09-05', '2024-09-06', '2024-09-07'].map((one) => isLate(day(one), delay))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isLate(day('2099-01-01'), null)).toBe(false);
  });

  it("at a month's end, before the count from the day after is over too", () => {
    const end = lastDayToAppeal(day('2023-11-30'), NEAR);
    expect(said(end)).toBe('2024-01-31');
    expect([isLate(day('2024-02-01'), end), isLate(day('2024-02-02'), end)]).toEqual([false, true]);
    // Two days before a month of 31 ends, the count from the day after is the shorter.
    const before = lastDayToAppeal(day('2023-12-30'), NEAR);
    expect(said(before)).toBe('2024-03-01');
    expect([isLate(day('2024-03-01'), before), isLate(day('2024-03-02'), before)]).toEqual([false, true]);
  });

  it('on Good Friday, a holiday of some communes of Alsace-Moselle, though it puts off no day that is printed', () => {
    const strasbourg = lastDayToAppeal(day('2024-01-28'), living('mainland', 'alsace-moselle'));
    expect(said(strasbourg)).toBe('2024-03-29');
    // The three days after Good Friday are no working days either.
    expect([isLate(day('2024-04-02'), strasbourg), isLate(day('2024-04-03'), strasbourg)]).toEqual([false, true]);
  });

  it('who posted in time: the postmark counts, whenever the letter comes', () => {
    const receivedOn = day('2024-09-11');
    expect(isLate(dayOfSending({ postedOn: day('2024-09-06'), receivedOn }), delay)).toBe(false);
    expect(isLate(dayOfSending({ postedOn: day('2024-09-07'), receivedOn }), delay)).toBe(true);
    expect(isLate(dayOfSending({ postedOn: null, receivedOn }), delay)).toBe(true);
  });
});

describe('Silence', () => {
  it.each([
    ['a request of 15 June 2024', '2024-06-15', '2024-08-15', '2024-10-16'],
    ['an appeal of 6 September 2024', '2024-09-06', '2024-11-06', '2025-01-07'],
  ])('on %s is a refusal on its day, a holiday or not, and may be contested', (_, received, on, last) => {
    const refusal = impliedRefusal(day(received), NEAR);
    expect([refusal.on.toString(), said(refusal.contest)]).toEqual([on, last]);
    expect(refusal.saidFrom.equals(day(on).add({ days: 1 }))).toBe(true);
  });

  it('gives who lives far away their months against the refusal, not before it', () => {
    const refusal = impliedRefusal(day('2024-09-06'), living('abroad'));
    expect([refusal.on.toString(), said(refusal.contest)]).toEqual(['2024-11-06', '2025-03-07']);
  });

  it('on a request for documents is a refusal after a month, and the CADA has two months', () => {
    const refusal = impliedDocumentRefusal(day('2024-07-10'), NEAR);
    expect([refusal.on.toString(), refusal.saidFrom.toString(), said(refusal.contest)]).toEqual([
      '2024-08-10',
      '2024-08-11',
      '2024-10-10',
    ]);
    // A count that puts off days off: Friday 11 October is the last, nobody is late before the 12th.
    expect(lastDayToReachCada(day('2024-08-10'), NEAR).lateFrom.toString()).toBe('2024-10-12');
  });
});

describe('The office', () => {
  it('signs the undoing of what was validated on 4 December 2023 by Thursday 4 April 2024, days off or not', () => {
    const delay = lastDayToWithdraw(day('2023-12-04'));
    expect([said(delay), delay.lateFrom.toString()]).toEqual(['2024-04-04', '2024-04-05']);
    expect(said(lastDayToWithdraw(day('2023-09-01')))).toBe('2024-01-01');
    expect(said(lastDayToWithdraw(day('2023-10-31')))).toBe('2024-02-29');
  });
});

it('A delay whose source says its length alone is printed to the day, and over at the end of its longest count', () => {
  const ends = (count: number, unit: 'days' | 'months' | 'years', from: string) => {
    const { last, lateFrom } = lastDayOf({ count, unit }, day(from), NEAR);
    return [last.toString(), lateFrom.toString()];
  };
  expect(ends(1, 'years', '2024-02-29')).toEqual(['2025-02-28', '2025-03-04']);
  expect(ends(10, 'days', '2024-07-25')).toEqual(['2024-08-04', '2024-08-06']);
  expect(ends(2, 'months', '2024-07-05')).toEqual(['2024-09-05', '2024-09-07']);
});

it('An address is where its postcode is', () => {
  const places = ['63000', '20000', '97410', '97133', '97150', '97139', '98800', '98000', null].map(residenceOf);
  expect(places).toEqual([
    'mainland',
    'mainland',
    'reunion',
    'saint-barthelemy',
    'saint-martin',
    'guadeloupe',
    'nouvelle-caledonie',
    'abroad',
    'mainland',
  ]);
  const overseas = ['97200', '97300', '97500', '97600', '97700', '97800', '98400', '98600', '98700'].map(residenceOf);
  expect(overseas).toEqual([
    'martinique',
    'guyane',
    'saint-pierre-et-miquelon',
    'mayotte',
    'saint-barthelemy',
    'saint-martin',
    'terres-australes',
    'wallis-et-futuna',
    'polynesie-francaise',
  ]);
});

describe('Whatever the day and the place', () => {
  const anyDay = fc.nat(40_000).map((days) => day('1990-01-01').add({ days }));
  const anyPlace = fc.record({
    seat: fc.constantFrom(...COURT_SEATS),
    residence: fc.constantFrom<Residence[]>('mainland', 'abroad', ...OVERSEAS),
  });
  const compare = Temporal.PlainDate.compare;

  it('the last day to contest is a working one, and nobody is late on it, nor on the two days around a month', () => {
    fc.assert(
      fc.property(anyDay, anyPlace, (from, where) => {
        const { last, lateFrom } = lastDayToAppeal(from, where);
        expect(isWorkingDay(last, where.seat)).toBe(true);
        expect(compare(lateFrom, last)).toBe(1);
        expect(compare(last, from.add({ months: 2 }))).toBe(1);
        // No working day stands between the end of the months and it.
        const end = from.add({ months: 2 + (where.residence === 'abroad' ? 2 : 0) });
        if (where.residence === 'mainland' || where.residence === 'abroad')
          for (let one = end.add({ days: 1 }); compare(one, last) < 0; one = one.add({ days: 1 }))
            expect(isWorkingDay(one, where.seat), one.toString()).toBe(false);
      }),
      runs(300),
    );
  });

  it('who begins later never ends earlier, and who lives further away neither', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(70), anyPlace, (from, days, where) => {
        const later = from.add({ days });
        for (const of of [
          (one: Temporal.PlainDate) => lastDayToAppeal(one, where),
          (one: Temporal.PlainDate) => impliedRefusal(one, where).contest,
          (one: Temporal.PlainDate) => impliedDocumentRefusal(one, where).contest,
          lastDayToWithdraw,
        ]) {
          expect(compare(of(later).last, of(from).last)).toBeGreaterThanOrEqual(0);
          expect(compare(of(later).lateFrom, of(from).lateFrom)).toBeGreaterThanOrEqual(0);
          expect(compare(of(from).lateFrom, of(from).last)).toBe(1);
        }
        const [near, abroad] = [
          lastDayToAppeal(from, { ...where, residence: 'mainland' }),
          lastDayToAppeal(from, { ...where, residence: 'abroad' }),
        ];
        const own = lastDayToAppeal(from, where);
        expect(compare(own.last, near.last)).toBeGreaterThanOrEqual(0);
        expect(compare(abroad.last, own.last)).toBeGreaterThanOrEqual(0);
      }),
      runs(300),
    );
  });
});

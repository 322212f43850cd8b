import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Entrant } from '../marks.ts';
import { summoned } from './summoned.ts';

const one = (enrolmentId: string, unit = 'U10', speciality = 'A'): Entrant => ({
  enrolmentId: enrolmentId as EnrolmentId,
  speciality,
  unit,
});

describe('Who has a script', () => {
  it('is whoever sits the unit, while the plan seats nobody of it', () => {
    const sitting = [one('a'), one('b')];
    const elsewhere = [one('a', 'U20'), one('a', 'U10', 'B')];
    expect(summoned(sitting, [], [])).toEqual({ listed: sitting, unseated: [], gone: [] });
    expect(summoned(sitting, elsewhere, [])).toEqual({ listed: sitting, unseated: [], gone: elsewhere });
  });

  it('is whoever sits it and has a seat, once the plan is published; the others are told', () => {
    expect(summoned([one('a'), one('b'), one('b', 'U20')], [one('a'), one('c')], [])).toEqual({
      listed: [one('a'), one('b', 'U20')],
      unseated: [one('b')],
      gone: [one('c')],
    });
  });

  it('is whom a head added too, once', () => {
    const added = [one('a'), one('b'), one('c'), one('d')];
    expect(summoned([one('a'), one('b')], [one('a'), one('c')], added)).toEqual({
      listed: [one('a'), one('b'), one('c'), one('d')],
      unseated: [],
      gone: [],
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { JuryRules } from '../../catalogue/index.ts';
import type { Member, Moment, Sitting } from '../jury.ts';
import { presenceHours, sittingHours, toTheMinute, whyNotDeliberating, whyNotNow } from './sitting.ts';

const at = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-07-01T${hour}+02:00`);
const quality = (code: string, seat: 'chair' | 'member', half?: 'teaching' | 'trade') =>
  half === undefined ? { code, label: code, seat } : { code, label: code, seat, half };
const rules: JuryRules = {
  qualities: [
    quality('president', 'chair'),
    quality('teacher', 'member', 'teaching'),
    quality('employer', 'member', 'trade'),
  ],
  source: null,
  confidence: 'official',
  quorum: { members: 2, source: null, confidence: 'official' },
};
const member = (id: string, one: string): Member => ({
  id,
  quality: one,
  title: '',
  name: id,
  accountId: null,
  examinerId: null,
  present: null,
});
const members = [member('anne', 'president'), member('tom', 'teacher'), member('paula', 'employer')];
const moment = (hour: string, there: readonly string[], sitting: Sitting = 'open', quorum = true): Moment => ({
  id: hour,
  at: at(hour),
  sitting,
  quorum,
  there,
});
/** Who chairs leaves from 10:30 to 11:00; a pause from 12:00 to 13:30. */
const day = [
  moment('09:00', ['anne', 'tom', 'paula']),
  moment('10:30', ['tom', 'paula']),
  moment('11:00', ['anne', 'tom', 'paula']),
  moment('12:00', ['anne', 'tom', 'paula'], 'paused'),
  moment('13:30', ['anne', 'tom']),
  moment('16:10', ['anne', 'tom'], 'ended'),
];
const why = (hour: string, moments: readonly Moment[] = day) => whyNotDeliberating(moments, members, rules, at(hour));

describe('A jury decides', () => {
  it('while it sits, with its chair and enough members there, and not before, between and after', () => {
    expect(why('08:59:59')).toEqual({ code: 'not-sitting', why: 'not-open' });
    expect(why('09:00')).toBeNull();
    expect(why('10:29:59')).toBeNull();
    expect(why('10:45')).toEqual({ code: 'not-in-number', lacks: ['no-chair'], since: at('10:30') });
    expect(why('11:20')).toBeNull();
    expect(why('12:10')).toEqual({ code: 'not-sitting', why: 'paused' });
    expect(why('14:00')).toBeNull();
    expect(why('17:00')).toEqual({ code: 'not-sitting', why: 'ended' });
  });

  it('by the doubt of a minute in which something changed: nobody can tell which came first', () => {
    expect(why('10:30:50')).toBeNull();
    expect(why('10:31')).not.toBeNull();
    expect(why('16:10:20')).toBeNull();
    const brief = [moment('09:00', ['anne']), moment('09:00', ['anne', 'tom'])];
    expect(why('09:00:10', brief)).toBeNull();
    expect(why('09:00:10', brief.slice(0, 1))).toEqual({
      code: 'not-in-number',
      lacks: ['too-few'],
      since: at('09:00'),
    });
  });

  it('now, only as the last hour says', () => {
    expect(whyNotNow([], members, rules)).toEqual({ code: 'not-sitting', why: 'not-open' });
    expect(whyNotNow(day.slice(0, 1), members, rules)).toBeNull();
    expect(whyNotNow(day.slice(0, 2), members, rules)).toMatchObject({ code: 'not-in-number' });
    const unsure = moment('09:00', ['anne', 'tom'], 'open', false);
    expect(whyNotNow([unsure], members, rules)).toEqual({
      code: 'not-in-number',
      lacks: ['no-quorum'],
      since: at('09:00'),
    });
  });
});

describe('The hours of a sitting', () => {
  it('are those in which it sat; whoever was there at a pause hasn’t left', () => {
    expect(sittingHours(day)).toEqual([
      { from: at('09:00'), to: at('12:00') },
      { from: at('13:30'), to: at('16:10') },
    ]);
    expect(presenceHours(day, 'anne')).toEqual([
      { from: at('09:00'), to: at('10:30') },
      { from: at('11:00'), to: at('16:10') },
    ]);
    expect(presenceHours(day, 'paula')).toEqual([{ from: at('09:00'), to: at('13:30') }]);
    expect(presenceHours(day, 'nobody')).toEqual([]);
    expect(sittingHours(day.slice(0, 1))).toEqual([{ from: at('09:00'), to: null }]);
  });

  it('are written to the minute; what lasted less than one is told where there is nothing else to tell', () => {
    expect(toTheMinute(at('09:12:59'))).toEqual(at('09:12'));
    const brief = [moment('09:00', ['anne']), moment('09:00', ['anne'], 'ended')];
    expect(sittingHours(brief)).toEqual([{ from: at('09:00'), to: at('09:00') }]);
    expect(presenceHours(brief, 'anne')).toEqual([{ from: at('09:00'), to: at('09:00') }]);
    expect(sittingHours([...brief, moment('10:00', ['anne']), moment('11:00', [], 'ended')])).toEqual([
      { from: at('10:00'), to: at('11:00') },
    ]);
  });
});

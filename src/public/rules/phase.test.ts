import { describe, expect, it } from 'vitest';
import { phaseOf } from '../../catalogue/index.ts';
import { parisInstant, shippedCatalogue } from '../testing.ts';
import { currentSession, sessionAtWork, sessionsOfToday, urgency } from './phase.ts';

const notice = (await shippedCatalogue()).sessions();
const [session] = notice;
if (session === undefined) throw new Error('no session');
const codes = (sessions: readonly { readonly code: string }[]) => sessions.map(({ code }) => code);

describe('The register', () => {
  it.each([
    ['2023-10-12T13:59:59', 'coming'],
    ['2023-10-12T14:00', 'open'],
    ['2023-12-01T16:59:59', 'open'],
    ['2023-12-01T17:00', 'closed'],
  ] as const)('at %s is %s: half open, at 17 h 00 it is too late', (wallClock, phase) => {
    expect(phaseOf(session, parisInstant(wallClock))).toBe(phase);
  });
  it.each([
    ['2023-11-24T16:59', 'calm'],
    ['2023-11-24T17:01', 'soon'],
    ['2023-11-30T17:00', 'soon'],
    ['2023-11-30T17:01', 'last-hours'],
  ] as const)('at %s is %s: never red before the last 24 hours', (wallClock, expected) => {
    expect(urgency(session, parisInstant(wallClock))).toBe(expected);
  });
});

describe('The session that an office works on', () => {
  it('is the one that matters today; once its exam has begun it stays until the next register opens', () => {
    const next = {
      ...session,
      code: 'next',
      window: { opensAt: parisInstant('2024-10-12T14:00'), closesAt: parisInstant('2024-12-01T17:00') },
      examStartsOn: { ...session.examStartsOn, on: Temporal.PlainDate.from('2025-06-02') },
    };
    const trial = {
      ...next,
      code: 'trial',
      demonstration: true,
      window: { ...session.window, closesAt: parisInstant('2024-02-01T17:00') },
    };
    const all = [trial, next, session];
    const worked = (wallClock: string) => sessionAtWork(all, parisInstant(wallClock))?.code;
    expect(worked('2023-11-15T10:00')).toBe(session.code);
    expect(worked('2024-03-08T10:00')).toBe(session.code);
    expect(currentSession(all, parisInstant('2024-07-05T09:00'))?.code).toBe('next');
    expect(worked('2024-07-05T09:00')).toBe(session.code);
    expect(worked('2024-10-12T14:00')).toBe('next');
    expect(worked('2025-07-05T09:00')).toBe('next');
    expect(sessionAtWork([next, session], parisInstant('2022-01-01T10:00'))?.code).toBe(session.code);
    expect(sessionAtWork([next], parisInstant('2024-07-05T09:00'))?.code).toBe('next');
    expect(sessionAtWork([], parisInstant('2024-07-05T09:00'))).toBeNull();
  });
});

describe('The sessions of today', () => {
  it('are the open ones, and what is years away is not one of them', async () => {
    const both = (await shippedCatalogue(parisInstant('2026-11-25T10:00'))).sessions();
    expect(codes(sessionsOfToday(both, parisInstant('2023-11-15T10:00')))).toEqual(['bp-2024-clermont']);
    expect(codes(sessionsOfToday(both, parisInstant('2026-11-25T10:00')))).toEqual(['bp-demo']);
  });
  it('keep the one whose register is closed until its exam, before the one that opens later', async () => {
    const both = (await shippedCatalogue(parisInstant('2024-11-25T10:00'))).sessions();
    expect(codes(sessionsOfToday(both, parisInstant('2024-03-08T10:00')))).toEqual(['bp-2024-clermont', 'bp-demo']);
    expect(codes(sessionsOfToday(both, parisInstant('2024-06-03T10:00')))).toEqual(['bp-demo']);
  });
  it('are in the order in which people meet them', () => {
    const made = (code: string, opens: string, closes: string, exam = '2030-06-03') => ({
      ...session,
      code,
      window: { opensAt: parisInstant(opens), closesAt: parisInstant(closes) },
      examStartsOn: { ...session.examStartsOn, on: Temporal.PlainDate.from(exam) },
    });
    const now = parisInstant('2029-11-15T10:00');
    const all = [
      made('opens-last', '2030-03-01T08:00', '2030-04-01T08:00'),
      made('opens-first', '2029-12-01T08:00', '2030-04-01T08:00'),
      made('in-a-year-sharp', '2030-11-15T10:00', '2030-12-01T08:00'),
      made('closed-first', '2029-01-01T08:00', '2029-02-01T08:00'),
      made('closed-last', '2029-01-01T08:00', '2029-03-01T08:00'),
      made('closes-last', '2029-10-01T08:00', '2029-12-31T08:00'),
      made('closes-first', '2029-11-01T08:00', '2029-12-01T08:00'),
    ];
    expect(codes(sessionsOfToday(all, now))).toEqual([
      'closes-first',
      'closes-last',
      'closed-last',
      'closed-first',
      'opens-first',
      'opens-last',
    ]);
    const far = [
      made('later', '2035-01-01T08:00', '2035-02-01T08:00'),
      made('sooner', '2034-01-01T08:00', '2034-02-01T08:00'),
    ];
    expect(
      codes(sessionsOfToday([...far, made('over', '2020-01-01T08:00', '2020-02-01T08:00', '2020-06-01')], now)),
    ).toEqual(['sooner']);
    const over = [
      made('older', '2019-01-01T08:00', '2019-02-01T08:00', '2019-06-01'),
      made('newer', '2020-01-01T08:00', '2020-02-01T08:00', '2020-06-01'),
    ];
    expect(codes(sessionsOfToday(over, now))).toEqual(['newer']);
  });
  it('are the last one when all are over, and none when there is none', () => {
    expect(currentSession(notice, parisInstant('2030-01-01T10:00'))?.code).toBe('bp-2024-clermont');
    expect(currentSession([], parisInstant('2030-01-01T10:00'))).toBeNull();
  });
});

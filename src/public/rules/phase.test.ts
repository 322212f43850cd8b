import { describe, expect, it } from 'vitest';
import { at, shippedCatalogue } from '../testing.ts';
import { currentSession, phaseOf, sessionsOfToday, urgency } from './phase.ts';

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
    expect(phaseOf(session, at(wallClock))).toBe(phase);
  });
  it.each([
    ['2023-11-24T16:59', 'calm'],
    ['2023-11-24T17:01', 'soon'],
    ['2023-11-30T17:00', 'soon'],
    ['2023-11-30T17:01', 'last-hours'],
  ] as const)('at %s is %s: never red before the last 24 hours', (wallClock, expected) => {
    expect(urgency(session, at(wallClock))).toBe(expected);
  });
});

describe('The sessions of today', () => {
  it('are the open ones, and what is years away is not one of them', async () => {
    const both = (await shippedCatalogue(at('2026-11-25T10:00'))).sessions();
    expect(codes(sessionsOfToday(both, at('2023-11-15T10:00')))).toEqual(['bp-2024-clermont']);
    expect(codes(sessionsOfToday(both, at('2026-11-25T10:00')))).toEqual(['bp-demo']);
  });
  it('keep the one whose register is closed until its exam, before the one that opens later', async () => {
    const both = (await shippedCatalogue(at('2024-11-25T10:00'))).sessions();
    expect(codes(sessionsOfToday(both, at('2024-03-08T10:00')))).toEqual(['bp-2024-clermont', 'bp-demo']);
    expect(codes(sessionsOfToday(both, at('2024-06-03T10:00')))).toEqual(['bp-demo']);
  });
  it('are the last one when all are over, and none when there is none', () => {
    expect(currentSession(notice, at('2030-01-01T10:00'))?.code).toBe('bp-2024-clermont');
    expect(currentSession([], at('2030-01-01T10:00'))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type Board, type CallChange, changedTurns, type Turn } from './calls.ts';

const at = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-06-03T${hour}:00Z`);
const turn = (who: string, starts: string, minutes = 30): Turn => ({
  enrolmentId: who as EnrolmentId,
  unit: 'U20',
  plannedAt: at(starts).subtract({ minutes: 10 }),
  callsAt: at(starts).subtract({ minutes: 10 }),
  startsAt: at(starts),
  endsAt: at(starts).add({ minutes }),
});
const TURNS = [turn('a', '08:00'), turn('b', '08:35'), turn('c', '09:10', 40), turn('d', '09:55')];
const board = (more: Partial<Board> = {}): Board => ({ turns: TURNS, late: 0, rest: 5, until: at('22:00'), ...more });
const late = (minutes: number, agreed = false): CallChange => ({ kind: 'late', minutes, agreed });
const takes = (enrolmentId: string, takenFrom: string | null, agreed = true): CallChange => ({
  kind: 'turn',
  enrolmentId,
  takenFrom,
  agreed,
});
/** Who is expected in at which hour. */
const said = (change: CallChange, now = '08:05', more: Partial<Board> = {}): unknown => {
  const found = changedTurns(board(more), change, at(now));
  return typeof found === 'string'
    ? found
    : found.map(({ enrolmentId, startsAt }) => `${enrolmentId} ${startsAt.toString().slice(11, 16)}`);
};

describe('A board that is late', () => {
  it('calls all who wait so much later, and nobody who was called', () => {
    expect(said(late(20))).toEqual(['b 08:55', 'c 09:30', 'd 10:15']);
    expect(said(late(20), '08:30')).toEqual(['c 09:30', 'd 10:15']);
  });

  it('is late against the plan: what is said again changes nothing, more counts from what was said', () => {
    const turns = TURNS.map((one) => ({
      ...one,
      callsAt: one.callsAt.add({ minutes: 20 }),
      startsAt: one.startsAt.add({ minutes: 20 }),
    }));
    expect(said(late(20), '08:05', { turns, late: 20 })).toBe('same-call');
    expect(said(late(30), '08:31', { turns, late: 20 })).toEqual(['b 09:05', 'c 09:40', 'd 10:25']);
  });

  it('calls nobody earlier than they know, unless they are there and agree', () => {
    const turns = TURNS.map((one) => ({
      ...one,
      callsAt: one.callsAt.add({ minutes: 20 }),
      startsAt: one.startsAt.add({ minutes: 20 }),
    }));
    expect(said(late(10), '09:15', { turns, late: 20 })).toBe('shorter');
    expect(said(late(10, true), '09:15', { turns, late: 20 })).toEqual(['c 09:20', 'd 10:05']);
  });

  it('goes on until midnight at most, and is over once all were called', () => {
    expect(said(late(240), '08:05', { until: at('14:25') })).toEqual(['b 12:35', 'c 13:10', 'd 13:55']);
    expect(said(late(240), '08:05', { until: at('14:24') })).toBe('past-midnight');
    expect(said(late(20), '09:45')).toBe('board-over');
  });
});

describe('A turn', () => {
  it('that comes last is after all others, who keep their hours', () => {
    expect(said(takes('b', null, false))).toEqual(['b 10:30']);
    expect(said(takes('d', null, false))).toBe('same-call');
  });

  it('is changed with that of somebody who is there and agrees; who follows comes later where it lasts longer', () => {
    expect(said(takes('d', 'b', false))).toBe('not-agreed');
    expect(said(takes('d', 'b'))).toEqual(['d 08:35', 'b 09:55']);
    expect(said(takes('c', 'b'))).toEqual(['c 08:35', 'b 09:20']);
    const longer = [...TURNS.slice(0, 3), turn('d', '09:55', 60)];
    expect(said(takes('d', 'b'), '08:05', { turns: longer })).toEqual(['d 08:35', 'c 09:40', 'b 10:25']);
  });

  it('leaves a pause where it is: nobody comes earlier than they know because others changed', () => {
    const turns = [turn('d', '11:00'), ...TURNS.slice(0, 3)];
    expect(said(takes('c', 'b'), '08:05', { turns })).toEqual(['c 08:35', 'b 09:20']);
    expect(said(takes('d', null), '08:05', { turns })).toBe('same-call');
    expect(said(takes('b', null), '08:05', { turns })).toEqual(['b 11:35']);
    expect(said(takes('d', null), '10:45', { turns })).toBe('same-call');
  });

  it('of somebody who was called, or isn’t before this board, is moved no more', () => {
    expect(said(takes('a', null))).toBe('call-begun');
    expect(said(takes('b', 'a'))).toBe('call-begun');
    expect(said(takes('z', null))).toBe('call-begun');
  });
});

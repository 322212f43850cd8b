import { expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { RoomId, SittingId } from '../places/index.ts';
import { checkPlan, isBlocking } from './checkPlan.ts';
import type { PlanSeat } from './plan.ts';
import type { PlanGround } from './planProblem.ts';

const at = (text: string) => Temporal.Instant.from(`2024-06-0${text}:00+02:00`);
const GROUND: PlanGround = {
  centres: [],
  rooms: [],
  sittings: [],
  sitters: [],
  effects: new Map(),
  elsewhere: { rooms: [], seats: [] },
  preparationExtends: false,
  now: at('1T08:00'),
};
const seat = (unit: string, room: string, from: string, to: string): PlanSeat => ({
  enrolmentId: 'e' as EnrolmentId,
  unit,
  sittingId: unit as SittingId,
  roomId: room as RoomId,
  startsAt: at(from),
  endsAt: at(to),
  callsAt: null,
  percent: 0,
  alone: false,
  place: null,
  frozen: false,
  reason: null,
});
const first = seat('U10', 'fournil', '3T08:00', '3T12:30');
const second = seat('U10-P2', 'fournil', '4T08:00', '4T16:30');
const apart = (seats: readonly PlanSeat[], now = GROUND.now) =>
  checkPlan(
    { ...GROUND, now },
    { seats, placed: [], unseated: [] },
    { zone: 'Europe/Paris', breakMinutes: null },
  ).filter(({ code }) => code === 'phases-apart');

it('All phases of a test are sat at one post, in their order; nobody publishes a plan where one is not', () => {
  expect(apart([first, second])).toEqual([]);
  const [fault] = apart([first, seat('U10-P2', 'labo', '4T08:00', '4T16:30')]);
  expect(fault).toMatchObject({ unit: 'U10-P2', enrolmentId: 'e', roomId: 'labo' });
  expect(fault === undefined || isBlocking(fault)).toBe(true);
  expect(apart([second])).toHaveLength(1);
  expect(apart([seat('U10', 'fournil', '5T08:00', '5T12:30'), second])).toHaveLength(1);
});

it('What has begun is what it was', () => {
  expect(apart([second], at('4T08:00'))).toEqual([]);
});

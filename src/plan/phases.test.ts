import { expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { RoomId, Sitting, SittingId } from '../places/index.ts';
import { checkPlan, isBlocking } from './checkPlan.ts';
import type { PlanSeat } from './plan.ts';
import { type PlanGround, problemOf } from './planProblem.ts';

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
const aSitting = (unit: string, startsAt: Temporal.Instant): Sitting => ({
  id: unit as SittingId,
  speciality: 'P',
  unit,
  startsAt,
  minutes: 120,
  uncounted: 0,
  held: 'practical',
  until: null,
  preparation: 0,
  rest: 0,
  kind: '',
  roomId: null,
  material: '',
  rowVersion: 1,
});
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
  const sittings = [aSitting('U10', at('3T08:00')), aSitting('U10-P2', at('4T08:00'))];
  const { problem } = problemOf({ ...GROUND, sittings, now: at('4T07:59') }, { seats: [], placed: [], unseated: [] });
  expect(problem.sittings.map(({ unit, begun }) => [unit, begun])).toEqual([
    ['U10', true],
    ['U10-P2', false],
  ]);
});

import { describe, expect, it } from 'vitest';
import { type Placed, rosterOf } from './roster.ts';

const at = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-06-03T${hour}:00Z`);
const placed = (room: string, hour: string, name: string): Placed => ({
  roomId: `id-${room}`,
  room,
  startsAt: at(hour),
  line: {
    enrolment: name,
    unit: 'U10',
    title: 'U10, Pratique',
    name,
    birth: '30/05/1998',
    number: 'BP24-00001-A',
    table: 1,
    ends: '12 h 00',
    code: null,
  },
});
const starts = (one: Temporal.Instant): string => one.toString().slice(11, 16);

describe('The lists of a day', () => {
  it('are rooms in the order of their seats, each with its sittings by the hour', () => {
    const rooms = rosterOf(
      [
        placed('A', '12:00', 'Zoé'),
        placed('A', '07:00', 'Léa'),
        placed('A', '07:00', 'Ada'),
        placed('B', '07:00', 'Max'),
      ],
      () => null,
      starts,
    );
    expect(rooms.map(({ id, name }) => [id, name])).toEqual([
      ['id-A', 'A'],
      ['id-B', 'B'],
    ]);
    expect(rooms[0]?.sittings.map((one) => [one.startsAt, one.starts, one.lines.map(({ name }) => name)])).toEqual([
      ['2024-06-03T07:00:00Z', '07:00', ['Léa', 'Ada']],
      ['2024-06-03T12:00:00Z', '12:00', ['Zoé']],
    ]);
  });
  it('say what holds of each, and of whom nothing was said', () => {
    const held = { state: 'late', minutes: 7, rank: 3, said: '9 h 07', other: null } as const;
    const [room] = rosterOf(
      [placed('A', '07:00', 'Ada'), placed('A', '07:00', 'Zoé')],
      ({ enrolment }) => (enrolment === 'Ada' ? held : null),
      starts,
    );
    const [ada, zoe] = room?.sittings[0]?.lines ?? [];
    expect(ada).toMatchObject({ name: 'Ada', ...held });
    expect(zoe).toEqual({
      ...placed('A', '07:00', 'Zoé').line,
      state: 'none',
      minutes: null,
      rank: 0,
      said: null,
      other: null,
    });
  });
  it('are none without a seat', () => {
    expect(rosterOf([], () => null, starts)).toEqual([]);
  });
});

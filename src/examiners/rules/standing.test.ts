import { describe, expect, it } from 'vitest';
import type { Board, BoardId, BoardMember, BoardMemberId, ExaminerId, MemberState } from '../examiners.ts';
import { known } from '../testing.ts';
import { standingOf, tallyOf } from './standing.ts';

const NOW = Temporal.Instant.from('2024-06-03T08:00Z');
const board = (id: string, startsAt = NOW.add({ hours: 1 })): Board => ({
  id: id as BoardId,
  held: 'oral',
  roomId: id,
  room: '',
  centreId: '',
  centre: '',
  city: '',
  postcode: '',
  specialities: [],
  units: [],
  startsAt,
  endsAt: startsAt.add({ hours: 2 }),
  candidates: 3,
  name: '',
  shared: false,
});
const member = (boardId: string, examinerId: string, state: MemberState): BoardMember => ({
  id: `${boardId} ${examinerId}` as BoardMemberId,
  boardId: boardId as BoardId,
  examinerId: examinerId as ExaminerId,
  state,
  words: '',
  came: null,
  cameAt: null,
  leftAt: null,
  rowVersion: 1,
});
const PEOPLE = [known('t'), known('p', { side: 'employer' }), known('x', { side: 'other' })];
const QUOTA = { members: 2, teachers: 1, professionals: 1 };
const stand = (boards: readonly Board[], members: readonly BoardMember[]) =>
  standingOf(boards, members, PEOPLE, () => QUOTA, NOW);

describe('A board with its people', () => {
  it('counts who is expected, tells apart who left, and knows nobody whom the academy doesn’t', () => {
    const [one] = stand(
      [board('a')],
      [
        member('a', 't', 'convened'),
        member('a', 'p', 'declined'),
        member('a', 'x', 'released'),
        member('a', 'gone', 'accepted'),
      ],
    );
    expect(one?.members.map(({ person }) => person.lastName)).toEqual(['t']);
    expect(one?.gone.map(({ state }) => state)).toEqual(['declined', 'released']);
    expect(one?.lack).toEqual({ members: 1, teachers: 0, professionals: 1 });
  });

  it('lacks nobody once it has begun', () => {
    const [begun, next] = stand([board('a', NOW), board('b', NOW.add({ seconds: 1 }))], []);
    expect([begun?.hasBegun, begun?.lack.members]).toEqual([true, 0]);
    expect([next?.hasBegun, next?.lack.members]).toEqual([false, 2]);
  });

  it('is counted: short, without an answer, short because somebody left', () => {
    const boards = stand(
      [board('whole'), board('left'), board('short'), board('begun', NOW)],
      [
        member('whole', 't', 'proposed'),
        member('whole', 'p', 'accepted'),
        member('left', 't', 'convened'),
        member('left', 'p', 'declined'),
        member('begun', 't', 'convened'),
      ],
    );
    expect(tallyOf(boards, { toConvene: 3, unheard: 2 })).toEqual({
      ...{ boards: 4, short: 2, toConvene: 3, unheard: 2, waiting: 1, gone: 1 },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/properties.ts';
import { type Board, type BoardId, type ExaminerId, SIDES } from '../examiners.ts';
import { known } from '../testing.ts';
import { type ProposalProblem, proposeBoards } from './proposeBoards.ts';
import { isAtOnce, isWhole, lackOf } from './suits.ts';

const at = (hour: number, day = 3): Temporal.Instant =>
  Temporal.Instant.from(`2024-06-${String(day).padStart(2, '0')}T00:00Z`).add({ hours: hour });
function aBoard(id: string, more: Partial<Board> = {}): Board {
  return {
    id: id as BoardId,
    held: 'oral',
    roomId: id,
    room: 'Salle 1',
    centreId: 'here',
    centre: 'Lycée',
    city: 'Riom',
    postcode: '63200',
    specialities: ['45033608'],
    units: ['U41'],
    startsAt: at(8),
    endsAt: at(11),
    candidates: 9,
    name: '',
    shared: false,
    ...more,
  };
}
const problem = (more: Partial<ProposalProblem>): ProposalProblem => ({
  boards: [],
  people: [],
  seated: [],
  quotaOf: () => ({ members: 2, teachers: 1, professionals: 1 }),
  elsewhere: new Map(),
  barred: () => false,
  besideOf: () => new Set(),
  kmOf: () => 10,
  travel: () => 30,
  ...more,
});
const names = (given: ProposalProblem): readonly string[] =>
  proposeBoards(given).map(({ boardId, examinerId }) => `${boardId} ${examinerId}`);

describe('Who could sit on the boards', () => {
  it('is one who teaches and one of the trade, the nearest of each', () => {
    const people = [known('t-far'), known('t-near'), known('p', { side: 'employee' }), known('x', { side: 'other' })];
    const kmOf: ProposalProblem['kmOf'] = ({ id }) => ({ 't-far': 60, 't-near': 5, p: 90, x: 1 })[id as string] ?? null;
    expect(names(problem({ boards: [aBoard('a')], people, kmOf }))).toEqual(['a t-near', 'a p']);
  });

  it('is asked as often as others before journeys are spared', () => {
    const people = [known('t-near'), known('t-far')];
    const boards = [1, 2, 3, 4].map((day) => aBoard(`d${day}`, { startsAt: at(8, day), endsAt: at(11, day) }));
    const quotaOf = () => ({ members: 1, teachers: 1, professionals: 0 });
    const kmOf: ProposalProblem['kmOf'] = ({ id }) => (id === ('t-near' as ExaminerId) ? 5 : 30);
    expect(names(problem({ boards, people, quotaOf, kmOf }))).toEqual([
      'd1 t-near',
      'd2 t-far',
      'd3 t-near',
      'd4 t-far',
    ]);
  });

  it('goes first where fewest come into question', () => {
    const people = [known('both', { specialities: ['45033608', 'rare'] }), known('one')];
    const boards = [aBoard('common'), aBoard('scarce', { specialities: ['rare'], roomId: 'other' })];
    const quotaOf = () => ({ members: 1, teachers: 1, professionals: 0 });
    expect(names(problem({ boards, people, quotaOf }))).toEqual(['scarce both', 'common one']);
  });

  it('is nobody who is barred, elsewhere at that hour, away, or seated there: a board stays short and nobody is moved', () => {
    const people = [known('linked'), known('elsewhere'), known('away', { away: ['2024-06-03'] }), known('seated')];
    const given = problem({
      boards: [aBoard('a')],
      people,
      seated: [{ boardId: 'a' as BoardId, examinerId: 'seated' as ExaminerId }],
      quotaOf: () => ({ members: 2, teachers: 2, professionals: 0 }),
      elsewhere: new Map([['elsewhere' as ExaminerId, [aBoard('b', { startsAt: at(10), endsAt: at(12) })]]]),
      barred: (person) => person === ('linked' as ExaminerId),
    });
    expect(names(given)).toEqual([]);
  });

  it('is who is lacking beside those who sit there: nobody is proposed where they sit, places on other boards count as hours', () => {
    const [a, b] = [aBoard('a'), aBoard('b', { startsAt: at(9), endsAt: at(10) })];
    const people = [known('there'), known('other'), known('third'), known('trade', { side: 'employer' })];
    const seat = (board: string, examiner: string) => ({
      boardId: board as BoardId,
      examinerId: examiner as ExaminerId,
    });
    const given = problem({ boards: [a], people, seated: [seat('a', 'there')] });
    expect(names(given)).toEqual(['a trade']);
    const quotaOf = () => ({ members: 2, teachers: 2, professionals: 0 });
    const seated = [seat('a', 'there'), seat('b', 'other'), seat('b', 'gone'), seat('gone', 'third')];
    expect(names({ ...given, boards: [a, b], seated, quotaOf })).toEqual(['a third']);
  });

  it('holds for any boards and people, whatever their order', () => {
    const speciality = fc.constantFrom('45033608', 'rare');
    const someBoards = fc.array(
      fc.record({
        speciality,
        centreId: fc.constantFrom('here', 'there'),
        hour: fc.integer({ min: 8, max: 13 }),
        day: fc.integer({ min: 3, max: 5 }),
      }),
      { maxLength: 12 },
    );
    const somePeople = fc.array(fc.record({ speciality, side: fc.constantFrom(...SIDES) }), { maxLength: 15 });
    const holds = fc.property(someBoards, somePeople, (drawnBoards, drawnPeople) => {
      const boards = drawnBoards.map((one, index) => {
        const startsAt = at(one.hour, one.day);
        const specialities = [one.speciality];
        return aBoard(`b${index}`, {
          specialities,
          centreId: one.centreId,
          startsAt,
          endsAt: startsAt.add({ hours: 2 }),
        });
      });
      const people = drawnPeople.map((one, index) =>
        known(`p${index}`, { side: one.side, specialities: [one.speciality] }),
      );
      const given = problem({ boards, people });
      const found = proposeBoards(given);
      const again = proposeBoards({ ...given, boards: boards.toReversed(), people: people.toReversed() });
      expect(again).toEqual(found);
      for (const person of people) {
        const theirs = found.filter(({ examinerId }) => examinerId === person.id).map(({ boardId }) => boardId);
        const sat = boards.filter(({ id }) => theirs.includes(id));
        expect(new Set(theirs).size).toBe(theirs.length);
        for (const one of sat) {
          expect(one.specialities.some((cfd) => person.specialities.includes(cfd))).toBe(true);
          for (const other of sat) if (one !== other) expect(isAtOnce(one, other, given.travel)).toBe(false);
        }
      }
      for (const board of boards) {
        const there = people.filter(({ id }) => found.some((one) => one.boardId === board.id && one.examinerId === id));
        // Nobody more than it takes.
        for (const person of there) {
          const others = there.filter((one) => one !== person).map(({ side }) => side);
          expect(isWhole(lackOf(others, given.quotaOf(board)))).toBe(false);
        }
      }
    });
    fc.assert(holds, runs(100));
  });
});

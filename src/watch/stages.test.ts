import { describe, expect, it } from 'vitest';
import { boardsLeft, stagesOf } from './stages.ts';

const OVERVIEW = {
  session: 's',
  filesLeft: 0,
  rulesLeft: 0,
  places: { centres: 1, rooms: 1, seats: 1, sittings: 1 },
  unscheduled: 0,
  plan: { state: 'published' },
  behind: null,
  issued: 1,
  without: 0,
} as const;
const NONE = { boards: 0, short: 0, toConvene: 0, unheard: 0, waiting: 0, gone: 0 };
const last = (boards: Partial<typeof NONE> | null) =>
  stagesOf({ ...OVERVIEW, boards: boards === null ? null : { ...NONE, ...boards } }).at(-1);

it('Boards that lack somebody are among what is left, once there are boards', () => {
  expect(
    [null, NONE, { ...NONE, boards: 3 }, { ...NONE, boards: 3, short: 2 }].map((one) => boardsLeft('s', one)),
  ).toEqual([
    [],
    [],
    [expect.objectContaining({ count: 0 })],
    [expect.objectContaining({ count: 2, href: '/gestion/examen/examinateurs?session=s' })],
  ]);
});

describe('The stage of who examines', () => {
  it('is the last, and not there for who has nothing to do with it', () => {
    expect(last(null)?.label).toBe('Convocations');
    expect(last({})).toMatchObject({
      label: 'Examinateurs et surveillants',
      state: 'todo',
      detail: 'après la répartition',
    });
  });

  it.each([
    [{ boards: 3, short: 1 }, 'partial', '3 commissions et salles, 1 incomplète'],
    [{ boards: 3, toConvene: 2 }, 'partial', '3 commissions et salles, 2 personnes à convoquer'],
    [{ boards: 3, unheard: 1 }, 'partial', '3 commissions et salles, 1 lettre à poster ou à dire'],
    [{ boards: 1, waiting: 1 }, 'waiting', '1 commission ou salle, 1 réponse attendue'],
    [{ boards: 3 }, 'done', '3 commissions et salles'],
  ] as const)('says how far it is: %o', (boards, state, detail) => {
    const item = last(boards);
    expect([item?.state, String(item?.detail).replaceAll('\u00a0', ' ')]).toEqual([state, detail]);
  });
});

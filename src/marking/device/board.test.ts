import { describe, expect, it } from 'vitest';
import { countsOf, type MarkingToSend, nameOf, type SheetLine, shownLine } from './board.ts';
import { words } from './words.ts';

const LINE: SheetLine = {
  enrolment: 'e1',
  name: 'Abel Camille',
  number: 'BP24-00127-K',
  hour: '8 h 20',
  state: 'signed',
  sheet: {
    id: 's1',
    outcome: 'mark',
    halfPoints: 20,
    answers: {},
    words: '',
    by: 'Paul',
    isOwn: false,
    said: '8 h 51',
    verdicts: [],
  },
  other: null,
  beside: null,
  rank: 1,
  isLate: false,
};
const common = {
  id: 'w1',
  owner: 'o',
  keeper: 'Agent',
  saidAt: '2024-06-04T07:00:00Z',
  heldSince: 0,
  label: 'Salle A, 8 h 20',
  refused: null,
  boardId: 'b',
  seen: 1,
  words: 'bien',
};
const sheet: MarkingToSend = {
  ...common,
  kind: 'sheet',
  enrolmentId: 'e1',
  version: '1',
  outcome: 'mark',
  answers: { C1: 3 },
  halfPoints: 25,
};
const agreed: MarkingToSend = { ...common, kind: 'verdict', sheetId: 's1', verdict: 'agree', code: '' };

describe('A line on a tablet', () => {
  it('shows what was signed here, which waits', () => {
    expect(shownLine({ ...LINE, other: LINE.sheet }, [sheet])).toMatchObject({
      state: 'signed',
      other: null,
      sheet: { id: 'w1', halfPoints: 25, said: null, isOwn: true, words: 'bien' },
    });
  });
  it('shows an agreement or a disagreement with what stands on it', () => {
    expect(shownLine(LINE, [agreed])).toMatchObject({
      state: 'agreed',
      sheet: { id: 's1', verdicts: [{ agrees: true, words: 'bien' }] },
    });
    // A code is right or wrong once the server has read it.
    expect(shownLine(LINE, [{ ...agreed, code: 'ABCD' }])).toMatchObject({ state: 'unchecked' });
    expect(shownLine(LINE, [{ ...agreed, verdict: 'disagree' }])).toMatchObject({ state: 'contested' });
    expect(shownLine(LINE, [sheet, { ...agreed, sheetId: 'w1' }])).toMatchObject({
      state: 'agreed',
      sheet: { id: 'w1' },
    });
  });
  it.each([
    { ...sheet, enrolmentId: 'e2' },
    { ...sheet, refused: 'non' },
    { ...agreed, sheetId: 's2' },
    { ...agreed, refused: 'non' },
  ])('shows what the server says where what waits is of another, or refused', (one) => {
    expect(shownLine(LINE, [one])).toEqual(LINE);
  });
  it('is counted by what is shown', () => {
    const states = ['none', 'signed', 'unchecked', 'agreed', 'agreed', 'contested', 'disputed'] as const;
    expect(countsOf(states.map((state) => ({ state })))).toEqual({ all: 7, agreed: 2, open: 2 });
  });
});

it('says of locked marks that came on paper where they are, and counts those that were signed', () => {
  const counts = { all: 3, agreed: 0, open: 0 };
  expect(words.counts(counts, '3 juin')).toBe('3\u00a0candidats, notes saisies sur papier');
  expect(words.counts(counts, null)).toBe('3\u00a0candidats, 0\u00a0note arrêtée');
  expect(words.counts({ ...counts, agreed: 3 }, '3 juin')).toBe('3\u00a0candidats, 3\u00a0notes arrêtées');
});

describe('What a tablet sent and was refused', () => {
  const listed = (...lines: readonly SheetLine[]) => ({ boards: [{ id: 'b', lines }] });
  it('names whom the sheet is about, or whose sheet somebody agreed with', () => {
    const another = { ...LINE, enrolment: 'e2', name: 'Zoé Lune', sheet: null };
    for (const one of [sheet, agreed]) expect(nameOf(one, listed(another, LINE))).toBe('Abel Camille');
    expect(nameOf({ ...sheet, enrolmentId: 'e2' }, listed(LINE, another))).toBe('Zoé Lune');
  });
  it('names nobody once the list has the board, the candidate or that sheet no more', () => {
    expect(nameOf({ ...sheet, boardId: 'other' }, listed(LINE))).toBeNull();
    expect(nameOf({ ...sheet, enrolmentId: 'gone' }, listed(LINE))).toBeNull();
    expect(nameOf(agreed, listed({ ...LINE, sheet: null }))).toBeNull();
    expect(nameOf({ ...agreed, sheetId: 's2' }, listed(LINE))).toBeNull();
  });
});

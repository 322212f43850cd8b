import { expect, it } from 'vitest';
import type { PieceWithFiles, Remaining } from '../../pieces/index.ts';
import { deadlinesOf, piecesLeft } from './deadlines.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const piece = (code: string, changes: object = {}): PieceWithFiles =>
  ({
    code,
    confidential: false,
    dueAt: at('2023-12-01T16:00:00Z'),
    correctableUntil: null,
    ...changes,
  }) as PieceWithFiles;
const standings = (entries: Readonly<Record<string, string>>): Pick<Remaining, 'standings'> =>
  ({ standings: new Map(Object.entries(entries)) }) as unknown as Pick<Remaining, 'standings'>;

it('what is the candidate’s turn is recalled, and nothing of health', () => {
  const own = {
    A: 'to-give',
    B: 'to-correct',
    C: 'to-hand-over',
    D: 'compliant',
    E: 'waiting',
    F: 'to-give',
    G: 'late',
  };
  const pieces = [...'ABCDEG'].map((code) => piece(code)).concat(piece('F', { confidential: true }), piece('Z'));
  expect(piecesLeft(standings(own), pieces).map(({ code }) => code)).toEqual(['A', 'B', 'C']);
});

it('deadlines come once each, the nearest first', () => {
  const later = at('2024-03-08T00:00:00Z');
  const pieces = [
    piece('A', { dueAt: later }),
    piece('B'),
    piece('C'),
    piece('D', { correctableUntil: at('2023-12-20T16:00:00Z') }),
  ];
  expect(deadlinesOf(pieces).map(String)).toEqual([
    '2023-12-01T16:00:00Z',
    '2023-12-20T16:00:00Z',
    '2024-03-08T00:00:00Z',
  ]);
  expect(deadlinesOf([])).toEqual([]);
});

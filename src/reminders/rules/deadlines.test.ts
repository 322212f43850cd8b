import { expect, it } from 'vitest';
import type { PieceWithFiles, Remaining, Todo } from '../../pieces/index.ts';
import { dueByDate } from './deadlines.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const CLOSING = at('2023-12-01T16:00:00Z');
const LATER = at('2024-03-08T00:00:00Z');
const pieces = [
  { code: 'CINSIG01', group: 'confirmation' },
  { code: 'A', group: 'proofs' },
  { code: 'B', group: 'proofs' },
] as unknown as readonly PieceWithFiles[];
const who = 'candidate';
const found = (...lines: readonly Todo[]) =>
  dueByDate(
    { lines, standings: new Map([['A', 'to-hand-over']]) } satisfies Pick<Remaining, 'lines' | 'standings'>,
    pieces,
  ).map(({ until, codes }) => `${until} ${codes.join(' ')}`);

it('what has a date is recalled by it, the nearest first, each date once, with its pieces', () => {
  expect(
    found(
      { who, act: 'give', codes: ['Z'], until: LATER, mode: 'online', later: true },
      { who, act: 'correct', mode: 'online', code: 'B', until: CLOSING },
      { who, act: 'sign', until: CLOSING, mode: 'online', version: 1 },
      { who, act: 'hand-over', groups: ['proofs'], whole: true, until: CLOSING },
    ),
  ).toEqual([`${CLOSING} B CINSIG01 A`, `${LATER} Z`]);
});

it('what has no date any more reminds nobody', () => {
  expect(found({ who, act: 'hand-over', groups: ['proofs'], whole: true, until: null })).toEqual([]);
});

it('what a room above adds is recalled with the piece that it is about, if it is about one', () => {
  const words = { href: '', label: '', detail: null, title: '', mail: null, otherwise: '' };
  const line = (piece: string | null) =>
    ({ who, act: 'other', state: 'todo', until: CLOSING, piece, ...words }) as const;
  expect(found(line('A'), line(null), line('B'))).toEqual([`${CLOSING} A B`]);
  expect(found(line(null))).toEqual([`${CLOSING} `]);
});

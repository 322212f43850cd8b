import { expect, it } from 'vitest';
import { alikeTogether } from './alike.ts';

const line = (at: string, what = 'Dossier consulté', who = 'A. Durand') => ({
  at: Temporal.Instant.from(`2023-11-${at}:00+01:00`),
  what,
  who,
});
const sizes = (...lines: readonly ReturnType<typeof line>[]) => alikeTogether(lines).map((run) => run.length);

it('Three like lines of one person that follow each other are one; two are two', () => {
  expect(sizes(line('15T10:02'), line('15T10:01'), line('15T10:00'))).toEqual([3]);
  expect(sizes(line('15T10:02'), line('15T10:01'))).toEqual([1, 1]);
  expect(sizes()).toEqual([]);
});

it('Other words, another person or another day between them parts them, and nothing is lost or moved', () => {
  const [one, two, three] = [line('15T10:05'), line('15T10:04'), line('15T10:03')];
  const other = line('15T10:02', 'Pièce conforme');
  const lines = [one, two, three, other, line('15T10:01'), line('15T10:00'), line('15T09:59', undefined, 'B. Petit')];
  expect(alikeTogether(lines).map((run) => run.length)).toEqual([3, 1, 1, 1, 1]);
  expect(alikeTogether(lines).flat()).toEqual(lines);
  expect(sizes(line('15T00:01'), line('15T00:00'), line('14T23:59'), line('14T23:58')), 'midnight of Paris').toEqual([
    1, 1, 1, 1,
  ]);
});

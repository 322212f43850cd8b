import { expect, it } from 'vitest';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { isFull, mayReplace, repeatsRefused, replacedBy } from './joining.ts';

const file = (id: string, scan: string | null = null) => ({ id, kept: { scan } }) as Deposit;
const piece = (changes: Partial<PieceWithFiles>) =>
  ({
    code: 'DCSTID01',
    status: 'none',
    handedOverAt: null,
    files: [file('recto')],
    foundWanting: [],
    ...changes,
  }) as PieceWithFiles;
const giving = (changes: Partial<Parameters<typeof replacedBy>[1]> = {}) => ({
  repeatable: true,
  replaces: false,
  unread: false,
  ...changes,
});
const replaced = (changes: Partial<PieceWithFiles>, how = giving()) =>
  replacedBy(piece(changes), how).map(({ id }) => id);
const refused = { status: 'non-compliant', foundWanting: ['recto'] } as const;

it('What is given joins what is there, after a refusal too; it takes its place where that is said', () => {
  expect(replaced({})).toEqual([]);
  expect(replaced(refused)).toEqual([]);
  expect(replaced(refused, giving({ replaces: true, unread: true }))).toEqual(['recto']);
  const since = { foundWanting: ['recto'], files: [file('recto'), file('verso')] };
  expect(replaced(since, giving({ replaces: true }))).toEqual(['recto']);
  // With the office, nothing of it goes.
  expect(
    replaced({ ...since, handedOverAt: Temporal.Instant.from('2023-12-01T10:00:00Z') }, giving({ replaces: true })),
  ).toEqual([]);
  expect(replaced({ files: [file('recto', 'infected'), file('verso')] })).toEqual(['recto']);
});

it('A piece of one file, or a sheet that is signed anew, is given whole', () => {
  expect(replaced({}, giving({ repeatable: false }))).toEqual(['recto']);
  expect(replaced({}, giving({ repeatable: false, unread: true }))).toEqual([]);
  expect(replaced(refused, giving({ repeatable: false, unread: true }))).toEqual(['recto']);
  expect(replaced({ ...refused, code: 'CINSIG01' })).toEqual(['recto']);
  expect([mayReplace(piece(refused), true), mayReplace(piece({ ...refused, code: 'CINSIG01' }), true)]).toEqual([
    true,
    false,
  ]);
});

it('A full piece has room again for what replaces', () => {
  const full = piece({ ...refused, files: ['recto', ...'123456789'].map((id) => file(id)) });
  expect([isFull(full, giving()), isFull(full, giving({ replaces: true }))]).toEqual([true, false]);
});

it('The same bytes as what was refused are told, whatever they are called; what was refused repeats nothing', () => {
  const of = (id: string, sent: string | null, sha256: string) => ({
    id: id as Deposit['id'],
    sha256,
    sent: sent === null ? null : { sha256: sent, size: 1, type: 'application/pdf' as const },
  });
  const [recto, again, other] = [of('recto', 'a', 'x'), of('again', 'a', 'y'), of('other', 'b', 'x')];
  const files = [recto, again, other];
  expect(files.map((one) => repeatsRefused(one, files, ['recto']))).toEqual([false, true, false]);
  // Of before what was sent was kept, and not read yet: what is kept is what came.
  expect(repeatsRefused(of('late', null, 'a'), files, ['recto'])).toBe(true);
  expect(repeatsRefused(again, files, [])).toBe(false);
});

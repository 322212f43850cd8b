import { expect, it } from 'vitest';
import { isFree, whoHas, whoHasMarks } from './whoHas.ts';

const now = Temporal.Instant.from('2023-11-15T10:05:30Z');
const people = (_: unknown, id: string | null): string => ({ me: 'vous', paul: 'Paul Roux' })[id ?? ''] ?? '?';
const present = (accountId: string, since: string) => ({
  enrolmentId: 'f',
  accountId,
  since: Temporal.Instant.from(since),
});
const of = (claims: readonly string[], there: readonly ReturnType<typeof present>[], file = 'f') =>
  whoHas(
    { claims: claims.map((accountId) => ({ enrolmentId: 'f', accountId })) as never, present: there },
    people as never,
    'me',
    now,
  )(file);

it('says who takes care of a file, and who has it open since when', () => {
  expect(of(['paul'], [present('paul', '2023-11-15T10:03:00Z')])).toEqual({
    holder: 'paul',
    holderName: 'Paul Roux',
    mine: false,
    open: [{ name: 'Paul Roux', minutes: 2 }],
  });
  expect(of(['me'], [])).toMatchObject({ holder: 'me', mine: true, open: [] });
  expect(of(['paul'], [present('paul', '2023-11-15T10:03:00Z')], 'other')).toEqual({
    holder: null,
    holderName: null,
    mine: false,
    open: [],
  });
  // Two clocks that differ by a second.
  expect(of([], [present('paul', '2023-11-15T10:05:31Z')]).open[0]?.minutes).toBe(0);
});

it('a file is free when nobody else is at it', () => {
  expect(isFree(of([], []))).toBe(true);
  expect(isFree(of(['me'], []))).toBe(true);
  expect(isFree(of(['paul'], []))).toBe(false);
  expect(isFree(of([], [present('paul', '2023-11-15T10:03:00Z')]))).toBe(false);
  expect(isFree(of(['me'], [present('paul', '2023-11-15T10:03:00Z')]))).toBe(false);
});

it('its marks name a colleague once', () => {
  expect(whoHasMarks(of([], []))).toEqual([]);
  expect(whoHasMarks(of(['me'], []))).toHaveLength(1);
  const theirs = whoHasMarks(of(['paul'], [present('paul', '2023-11-15T10:03:00Z')]));
  expect(theirs).toHaveLength(1);
  expect(theirs[0]).toContain('Paul Roux');
  const both = whoHasMarks(of(['me'], [present('paul', '2023-11-15T10:03:00Z')]));
  expect(both).toHaveLength(2);
  expect(both[1]).toContain('Paul Roux');
});

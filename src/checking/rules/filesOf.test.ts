import { describe, expect, it } from 'vitest';
import type { QueuedPiece } from '../checking.ts';
import { filesOf, nextDue, waitsSince } from './filesOf.ts';

const at = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`);
const piece = (enrolmentId: string, dueAt: string, since: string | null): QueuedPiece =>
  ({
    enrolmentId,
    name: enrolmentId,
    dueAt: at(dueAt),
    since: since === null ? null : at(since),
  }) as unknown as QueuedPiece;
const FIRST = piece('camille', '2023-12-01', '2023-11-03');
const SECOND = piece('camille', '2023-11-20', '2023-11-02');
const OTHER = piece('noé', '2023-12-01', null);

describe('The queue, candidate by candidate', () => {
  it('keeps in one row the pieces of one candidate that follow one another', () => {
    const rows = filesOf([FIRST, SECOND, OTHER, FIRST]);
    expect(rows.map(({ name, pieces }) => [name, pieces])).toEqual([
      ['camille', [FIRST, SECOND]],
      ['noé', [OTHER]],
      ['camille', [FIRST]],
    ]);
    expect(filesOf([])).toEqual([]);
  });
  it('says when the longest waiting came, and the nearest deadline', () => {
    const [camille, other] = filesOf([FIRST, SECOND, OTHER]);
    if (camille === undefined || other === undefined) throw new Error('no row');
    expect([waitsSince(camille), nextDue(camille)]).toEqual([at('2023-11-02'), at('2023-11-20')]);
    expect([waitsSince(other), nextDue(other)]).toEqual([null, at('2023-12-01')]);
  });
});

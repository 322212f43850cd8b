import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MOST_PAGES, type SentFile } from '../../keptFiles/index.ts';
import { MOST_SHEETS, type Piece, type PieceSheet } from '../piece.ts';
import { begunWith, endsBy, movedSheet, preparedOf, refuseSheet, sameSheets, sentAs, waitingSheets } from './sheets.ts';

const at = (instant: string) => Temporal.Instant.from(instant);
const id = (name: string) => name as PieceSheet['id'];
const sheet = (name: string, turns = 0) => ({ id: id(name), turns });
const names = (sheets: readonly { readonly id: string }[]) => sheets.map((one) => one.id).join('');

describe('Files prepared for a piece', () => {
  it('are twelve at most, and a hundred pages in all', () => {
    const one = { pages: 1 };
    expect(refuseSheet([], 1)).toBeNull();
    expect(
      refuseSheet(
        Array.from({ length: MOST_SHEETS - 1 }, () => one),
        1,
      ),
    ).toBeNull();
    expect(
      refuseSheet(
        Array.from({ length: MOST_SHEETS }, () => one),
        1,
      ),
    ).toBe('too-many-sheets');
    expect(refuseSheet([{ pages: 60 }, { pages: MOST_PAGES - 61 }], 1)).toBeNull();
    expect(refuseSheet([{ pages: 60 }, { pages: MOST_PAGES - 61 }], 2)).toBe('file-too-many-pages');
  });
  it('change places with their neighbour, and stay where they are at either end', () => {
    const three = [sheet('a'), sheet('b'), sheet('c')];
    expect(names(movedSheet(three, 'b', 'up'))).toBe('bac');
    expect(names(movedSheet(three, 'b', 'down'))).toBe('acb');
    expect(names(movedSheet(three, 'a', 'up'))).toBe('abc');
    expect(names(movedSheet(three, 'c', 'down'))).toBe('abc');
    expect(names(movedSheet(three, 'x', 'up'))).toBe('abc');
  });
  it('are begun with the last of them', () => {
    const [first, last] = [at('2023-12-01T15:59:58Z'), at('2023-12-01T15:59:59Z')];
    expect(begunWith([])).toBeNull();
    expect(begunWith([{ begunAt: last }, { begunAt: first }])?.equals(last)).toBe(true);
    expect(begunWith([{ begunAt: first }, { begunAt: last }])?.equals(last)).toBe(true);
  });
  it('are the same only in the same order, turned the same way', () => {
    expect(sameSheets([sheet('a'), sheet('b', 1)], [sheet('a'), sheet('b', 1)])).toBe(true);
    expect(sameSheets([sheet('a'), sheet('b')], [sheet('b'), sheet('a')])).toBe(false);
    expect(sameSheets([sheet('a')], [sheet('a', 1)])).toBe(false);
    expect(sameSheets([sheet('a')], [sheet('a'), sheet('b')])).toBe(false);
    expect(sameSheets([], [])).toBe(true);
  });
});

describe('Pages that are prepared', () => {
  const good = (pages: number) => ({ pages, refusal: null });
  const refused = { pages: 3, refusal: 'file-cut' } as const;
  it('are counted without those that can’t be read, which are told apart', () => {
    expect(preparedOf([])).toBeNull();
    expect(preparedOf([good(2), refused, good(5)])).toEqual({ pages: 7, refused: 1 });
    expect(preparedOf([refused])).toEqual({ pages: 0, refused: 1 });
  });
  it('wait to be read, but for those that can’t be', () => {
    const [waits, read] = [
      { unread: true, refusal: null },
      { unread: false, refusal: null },
    ];
    expect(waitingSheets([waits, read, { unread: true, refusal: 'file-cut' }])).toEqual([waits]);
  });
  it('before the closing may be deposited for half an hour after it, and none may be added', () => {
    const dueAt = at('2023-12-01T16:00:00Z');
    const piece = {
      mode: 'online',
      status: 'none',
      handedOverAt: null,
      givenAgainAt: null,
      correctableUntil: null,
      opensAt: at('2023-10-12T11:00:00Z'),
      dueAt,
    } as Piece;
    const ends = (now: Temporal.Instant, pages = 2, changes: Partial<Piece> = {}): string =>
      String(endsBy({ ...piece, ...changes }, { pages, refused: 0 }, now));
    expect(ends(dueAt)).toBe('2023-12-01T16:30:00Z');
    expect(ends(dueAt.add({ minutes: 29 }))).toBe('2023-12-01T16:30:00Z');
    expect(ends(dueAt.add({ minutes: 30 }))).toBe('null');
    // Anything may be given, nothing is prepared, or no file is taken whatever the hour.
    expect(ends(dueAt.subtract({ seconds: 1 }))).toBe('null');
    expect(ends(dueAt, 0)).toBe('null');
    expect(endsBy(piece, null, dueAt)).toBeNull();
    expect(ends(dueAt, 2, { mode: 'post' })).toBe('null');
  });
});

describe('What was sent', () => {
  const sent = (sha256: string, size: number): { readonly sent: SentFile } => ({
    sent: { sha256, size, type: 'image/jpeg' },
  });
  it('of one file is that file', () => {
    expect(sentAs([sent('aa', 5)])).toEqual({ sha256: 'aa', size: 5, type: 'image/jpeg' });
  });
  it('of several is the list of them, which anybody can write again and hash', () => {
    const list = 'aa 5 image/jpeg\nbb 7 image/jpeg\n';
    expect(sentAs([sent('aa', 5), sent('bb', 7)])).toEqual({
      sha256: createHash('sha256').update(list).digest('hex'),
      size: 12,
      type: 'multipart/mixed',
    });
  });
});

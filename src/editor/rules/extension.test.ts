import { describe, expect, it } from 'vitest';
import { createCatalogue, type PackFile, readPack } from '../../catalogue/index.ts';
import { demonstrationCatalogue, filesOfTwoAcademies } from '../../testing/catalogue.ts';
import type { ExtensionOrder } from '../extension.ts';
import { extendedFiles, extensible, movedDates, stillPast, withThoseMoved } from './extension.ts';

const files = await filesOfTwoAcademies();
const catalogueOf = (some: readonly PackFile[]) => {
  const read = readPack(some, null);
  if (!read.ok) throw new Error(read.error[0]?.message);
  return createCatalogue(read.value);
};
const before = catalogueOf(files);
const CODE = 'bp-2024-clermont';
const ORDER: ExtensionOrder = { sessions: [CODE], deadlines: ['registration'], days: 2, hours: 3, reason: 'Panne' };
const put = (changes: Partial<ExtensionOrder> = {}) => extendedFiles(files, { ...ORDER, ...changes });
const textOf = (some: readonly PackFile[], code = CODE) =>
  some.find(({ file }) => file === `sessions/${code}.yaml`)?.text ?? '';
const session = (some: readonly PackFile[]) => {
  const found = catalogueOf(some).session(CODE);
  if (found === undefined) throw new Error('no session');
  return found;
};
/** What moves, from when to when, in Paris. */
const moved = (changes: Partial<ExtensionOrder>) =>
  movedDates(session(files), session(put(changes))).map(({ kind, group, was, is }) =>
    [kind, group, ...[was, is].map((at) => at.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString())].join(
      ' ',
    ),
  );
const at = (instant: string) => Temporal.Instant.from(instant);

describe('The sessions that may be put off', () => {
  const codes = (academy: string, now: string, catalogue = before) =>
    extensible(files, catalogue, academy, at(now)).map(({ code }) => code);
  it('are those of the academy whose corrections are not over', () => {
    expect(codes('clermont', '2023-11-15T10:00:00Z')).toEqual([CODE]);
    expect(codes('lyon', '2023-11-15T10:00:00Z')).toEqual(['bp-2024-lyon']);
    const last = before.session(CODE)?.lastCorrectionAt ?? at('1970-01-01T00:00:00Z');
    expect(codes('clermont', last.subtract({ seconds: 1 }).toString())).toEqual([CODE]);
    expect(codes('clermont', last.toString())).toEqual([]);
  });
  it('are moved with those that are made from them, and last as long as these', async () => {
    const loaded = at('2026-11-15T10:00:00Z');
    const catalogue = await demonstrationCatalogue(loaded);
    expect(withThoseMoved(catalogue, CODE).map(({ code }) => code)).toEqual([CODE, 'bp-demo']);
    expect(withThoseMoved(catalogue, 'bp-demo').map(({ code }) => code)).toEqual(['bp-demo']);
    expect(codes('clermont', loaded.toString(), catalogue)).toEqual([CODE]);
  });
});

describe('The dates that are put off', () => {
  it('are the closing of the register, by so many days and hours of the wall clock', () => {
    expect(moved({})).toEqual(['closing  2023-12-01T17:00:00 2023-12-03T20:00:00']);
    expect(moved({ days: 0, hours: 1 })).toEqual(['closing  2023-12-01T17:00:00 2023-12-01T18:00:00']);
  });
  it('are those of pieces that are due at the closing, those that are due later by themselves', () => {
    const due = moved({ deadlines: ['registration', 'pieces', 'corrections'] });
    expect(due.slice(0, 2)).toEqual([
      'closing  2023-12-01T17:00:00 2023-12-03T20:00:00',
      expect.stringMatching(/^group .* 2023-12-01T17:00:00 2023-12-03T20:00:00$/),
    ]);
    expect(due.at(-1)).toBe('corrections  2023-12-22T17:00:00 2023-12-24T20:00:00');
    expect(due.join()).not.toContain('2024-03');
    const kinds = moved({ deadlines: ['later', 'corrections', 'registration'] }).map((one) => one.split(' ')[0]);
    expect(kinds).toEqual(['closing', 'corrections', 'group']);
    expect(moved({ deadlines: ['later'] })).toEqual([
      expect.stringMatching(/^group .* 2024-03-08T00:00:00 2024-03-10T03:00:00$/),
    ]);
  });
  it('are of the sessions that are named alone', () => {
    expect(textOf(put(), 'bp-2024-lyon')).toBe(textOf(files, 'bp-2024-lyon'));
    expect(put({ sessions: [] })).toEqual(files);
    expect(put().map(({ file }) => file)).toEqual(files.map(({ file }) => file));
  });
  it('leave written when the register would have closed, and why, under its window', () => {
    expect(session(put()).extended?.reason).toBe('Panne');
    expect(textOf(put())).toMatch(/\nwindow:\n( +.*\n)+\n?extended:\n? .*closedAt: 2023-12-01T17:00/);
  });
  it('are none where nothing differs', () => {
    expect(movedDates(session(files), session(files))).toEqual([]);
    const fewer = { ...session(files), pieceGroups: [] };
    expect(movedDates(session(files), fewer)).toEqual([]);
  });
});

describe('A date that would be past all the same', () => {
  const dates = (changes: Partial<ExtensionOrder>) => movedDates(session(files), session(put(changes)));
  const all = { deadlines: ['registration', 'pieces', 'later', 'corrections'], days: 0, hours: 1 } as const;
  const past = (moved: Parameters<typeof stillPast>[0], now: string) =>
    stillPast(moved, at(now)).map(
      ({ kind, is }) => `${kind} ${is.toZonedDateTimeISO('Europe/Paris').toPlainDateTime()}`,
    );
  it('refuses the extension, even where another date is to come: on 9 January an hour more closes nothing later', () => {
    expect(past([dates(all)], '2024-01-09T09:00:00Z')).toEqual(
      expect.arrayContaining(['closing 2023-12-01T18:00:00', 'corrections 2023-12-22T18:00:00']),
    );
    expect(past([dates({ ...all, deadlines: ['later'] })], '2024-01-09T09:00:00Z')).toEqual([]);
  });
  it('is none on the evening of the closing, nor at an instant that is to come', () => {
    expect(past([dates(all)], '2023-12-01T16:30:00Z')).toEqual([]);
    expect(past([dates(all)], '2023-12-01T17:00:00Z')[0]).toBe('closing 2023-12-01T18:00:00');
  });
  it('says nothing of a session that is wholly past, while one made from it is not', () => {
    const later = dates(all).map((one) => ({ ...one, is: at('2027-01-01T00:00:00Z') }));
    expect(past([dates(all), later], '2026-11-15T10:00:00Z')).toEqual([]);
    expect(past([dates(all)], '2026-11-15T10:00:00Z').length).toBe(dates(all).length);
  });
});

import { expect, it } from 'vitest';
import type { JournalEntry } from '../../platform/journal.ts';
import { type OfficeReader, readingsOf } from './readings.ts';

const entry = (name: string, at: string, actorId: string | null, code?: string): JournalEntry => ({
  name,
  at: Temporal.Instant.from(at),
  businessAt: Temporal.Instant.from(at),
  actorKind: actorId === null ? 'candidate' : 'staff',
  actorId,
  data: code === undefined ? {} : { code },
});
const OFFICER: OfficeReader = { role: 'officer', portfolios: ['G2'] };
const readerOf = (id: string): OfficeReader => (id === 'a' ? OFFICER : null);

it('what one person looked at on one day is one line, each piece once, in the order of looking', () => {
  const readings = readingsOf(
    [
      entry('document.viewed', '2023-11-15T10:05:00Z', 'a', 'DOMICIL'),
      entry('document.viewed', '2023-11-15T10:04:00Z', 'a', 'IDENTITE'),
      entry('document.viewed', '2023-11-15T10:03:00Z', 'a', 'DOMICIL'),
      entry('file.read', '2023-11-15T10:00:00Z', 'a'),
    ],
    readerOf,
  );
  expect(readings).toHaveLength(1);
  expect(readings[0]).toMatchObject({ reader: OFFICER, file: true, paper: false, archive: false, former: false });
  expect(readings[0]?.pieces).toEqual(['IDENTITE', 'DOMICIL']);
});

it('two persons are two lines, and so are two days of Paris', () => {
  const readings = readingsOf(
    [
      entry('paper.read', '2023-11-15T23:30:00Z', 'a'),
      entry('file.read', '2023-11-15T22:30:00Z', 'a'),
      entry('pieces.exported', '2023-11-15T22:00:00Z', 'gone'),
    ],
    readerOf,
  );
  expect(
    readings.map(({ day, reader, paper, file, archive }) => [day.toString(), reader, paper, file, archive]),
  ).toEqual([
    ['2023-11-16', OFFICER, true, false, false],
    ['2023-11-15', OFFICER, false, true, false],
    ['2023-11-15', null, false, false, true],
  ]);
});

it('a request of accommodations and its documents are told beside the file, whichever chain came first', () => {
  const readings = readingsOf(
    [
      entry('file.read', '2023-11-15T10:00:00Z', 'a'),
      entry('accommodation.read', '2023-11-16T10:00:00Z', 'service'),
      entry('accommodation.documentViewed', '2023-11-14T10:00:00Z', 'service'),
    ],
    readerOf,
  );
  expect(
    readings.map(({ day, file, request, requestDocument }) => [day.toString(), file, request, requestDocument]),
  ).toEqual([
    ['2023-11-16', false, true, false],
    ['2023-11-15', true, false, false],
    ['2023-11-14', false, false, true],
  ]);
});

it('results of sessions before are told too, whoever of the office opened them', () => {
  const [reading] = readingsOf([entry('former.read', '2023-11-15T10:00:00Z', 'a')], readerOf);
  expect([reading?.former, reading?.file]).toEqual([true, false]);
});

it('an absence that was explained is told, whether the explanation was opened or what proves it', () => {
  const absence = (...names: readonly string[]): boolean | undefined =>
    readingsOf(
      names.map((name) => entry(name, '2023-11-15T10:00:00Z', 'service')),
      readerOf,
    )[0]?.absence;
  expect([absence('excuse.opened'), absence('excuse.proofViewed')]).toEqual([true, true]);
  expect(absence('excuse.opened', 'excuse.proofViewed')).toBe(true);
  expect(absence('accommodation.read')).toBe(false);
});

it('what the candidate opened is no reading', () => {
  expect(readingsOf([entry('document.viewed', '2023-11-15T10:00:00Z', null, 'DOMICIL')], readerOf)).toEqual([]);
});

it('but their scripts, which they were shown once, and by whom', () => {
  const [own, office] = [
    entry('script.read', '2025-01-16T10:00:00Z', null),
    entry('file.read', '2025-01-15T10:00:00Z', 'a'),
  ];
  expect(readingsOf([own, office], readerOf).map(({ reader, scripts }) => [reader === 'own', scripts])).toEqual([
    [true, true],
    [false, false],
  ]);
});

it('an entry that names no piece, or not as we write it, breaks nothing', () => {
  const data = [null, 'DOMICIL', ['DOMICIL'], {}, { code: 7 }] as const;
  const odd = data.map((one) => ({ ...entry('document.viewed', '2023-11-15T10:00:00Z', 'a'), data: one }));
  expect(readingsOf(odd, readerOf)[0]?.pieces).toEqual(['']);
});

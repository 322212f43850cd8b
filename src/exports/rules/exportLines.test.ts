import { expect, it } from 'vitest';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { specialityInWords, stateInWords } from '../../scope/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { ALL_COLUMNS, type ExportedFile, exportHead, exportLine, KNOWN_COLUMNS, readColumns } from './exportLines.ts';

const catalogue = await shippedCatalogue();
const session = catalogue.session('bp-2024-clermont') as ResolvedSession;
const [category] = catalogue.exam(session.exam)?.categories ?? [];
const FILE: ExportedFile = {
  number: 'BP24-00001-U',
  birthName: 'Martin',
  usageName: null,
  firstNames: 'Zoé, Anaïs',
  birthDate: Temporal.PlainDate.from('1998-05-30'),
  speciality: '45033608',
  state: 'validated',
  category: null,
  options: [],
};

it('a file has what is known of it, and nothing else', () => {
  expect(exportLine(catalogue, { session, columns: KNOWN_COLUMNS }, FILE)).toEqual([
    'BP24-00001-U',
    'Martin',
    '',
    'Zoé, Anaïs',
    '30/05/1998',
    '',
    '33608',
    'Coiffure',
    stateInWords('validated'),
    '',
  ]);
});

it('for a program that counts on their places it is fifteen cells, those that nothing here knows empty', () => {
  expect(exportLine(catalogue, { session, columns: ALL_COLUMNS }, FILE)).toEqual([
    '',
    '',
    'BP24-00001-U',
    '',
    'Martin',
    '',
    'Zoé, Anaïs',
    '30/05/1998',
    '',
    '',
    '',
    '33608',
    'Coiffure',
    stateInWords('validated'),
    '',
  ]);
});

it('with what it has: a name used, its category in words, its options', () => {
  const full = { ...FILE, usageName: 'Durand', category: category?.code ?? '', options: ['U30A', 'italien'] };
  const cells = exportLine(catalogue, { session, columns: ALL_COLUMNS }, full);
  expect([cells[5], cells[10], cells[14]]).toEqual(['Durand', category?.label, 'U30A italien']);
  expect(exportLine(catalogue, { session, columns: ALL_COLUMNS }, { ...FILE, category: 'nobody' })[10]).toBe('');
});

it('nine lines stand above: what was asked, when, and the names of the columns', () => {
  const now = Temporal.Instant.from('2023-11-15T10:00:00+01:00');
  const head = exportHead(catalogue, { session, speciality: null, state: null, columns: ALL_COLUMNS }, now);
  expect(head).toHaveLength(9);
  expect(head.slice(0, 7).map((line) => line.length)).toEqual(Array(7).fill(2));
  expect(head[7]).toEqual([]);
  expect(head[8]).toHaveLength(15);
  expect(head[0]?.[1]).toBe(session.label);
  expect(head[2]?.[1]).toBe(catalogue.academy(session.academy)?.name);
  expect(head[3]?.[1]).toBe(catalogue.exam(session.exam)?.name);
  expect([head[4]?.[1], head[5]?.[1]]).toEqual([specialityInWords(catalogue, null), stateInWords(null)]);
  expect(head[6]?.[1]).toContain('2023');
  const narrowed = exportHead(
    catalogue,
    { session, speciality: '45033608', state: 'validated', columns: KNOWN_COLUMNS },
    now,
  );
  expect(narrowed[8]).toEqual(head[8]?.filter((_, index) => ![0, 1, 3, 8, 9].includes(index)));
  expect([narrowed[4]?.[1], narrowed[5]?.[1]]).toEqual(['Coiffure', stateInWords('validated')]);
  expect(stateInWords('validated')).not.toBe(stateInWords(null));
});

it('of a session whose exam or academy the rules no longer know, their codes stand', () => {
  const gone = { ...session, exam: 'gone', academy: 'nowhere' };
  const head = exportHead(
    catalogue,
    { session: gone, speciality: null, state: null, columns: ALL_COLUMNS },
    Temporal.Instant.from('2023-11-15T10:00:00Z'),
  );
  expect([head[2]?.[1], head[3]?.[1]]).toEqual(['nowhere', 'gone']);
  expect(
    exportLine(catalogue, { session: gone, columns: ALL_COLUMNS }, { ...FILE, category: category?.code ?? '' })[10],
  ).toBe('');
});

it('has the columns that were chosen, in the order of the national export; one that does not exist gives no list', () => {
  const columns = readColumns('speciality number') ?? [];
  expect(exportLine(catalogue, { session, columns }, FILE)).toEqual(['BP24-00001-U', 'Coiffure']);
  expect([readColumns(undefined), readColumns('toutes')]).toEqual([KNOWN_COLUMNS, ALL_COLUMNS]);
  // Nothing here knows it: a column that stays empty is nobody's choice.
  for (const text of ['number health', 'ine', 'number number', ' ']) expect(readColumns(text), text).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { foldedName, tidySpaces } from '../../platform/tables/columns.ts';
import { type LineFault, ROOM_COLUMNS, readLines } from './lines.ts';
import { faultsOfCentre, faultsOfRoom, kindsIn, PLACES, readRoomLines, yesOrNo } from './roomLines.ts';

const ROOM_NAMES = {
  code: 'Centre',
  name: 'Nom du centre',
  address: 'Adresse',
  postcode: 'Code postal',
  city: 'Commune',
  room: 'Salle',
  capacity: 'Places',
  accessible: 'Accessible',
  kinds: 'Équipements',
  stations: 'Postes',
};
const rooms = (table: readonly (readonly string[])[]) =>
  readLines(table, ROOM_COLUMNS, { names: ROOM_NAMES, optional: ['address', 'accessible', 'kinds', 'stations'] });
const short = (faults: readonly LineFault<string, { readonly code: string }>[]) =>
  faults.map(({ line, column, fault }) => [line, column, fault.code]);

describe('The head of a table', () => {
  it('is its first line that holds something, in any order, with or without accents', () => {
    const read = rooms([
      ['', ' '],
      ['PLACES', 'equipements', 'Centre ', 'Nom  du\u00a0centre', 'Code postal', 'Commune', 'Salle', 'Remarques'],
      ['30', 'cuisine', 'A1', 'Lycée', '63000', 'Clermont', ' Salle  1 ', 'vide'],
      ['', '', '', '', '', '', '', ''],
      ['12', '', 'A1'],
    ]);
    expect(read.faults).toEqual([]);
    expect(read.lines).toEqual([
      {
        line: 3,
        cells: {
          code: 'A1',
          name: 'Lycée',
          address: '',
          postcode: '63000',
          city: 'Clermont',
          room: 'Salle 1',
          capacity: '30',
          accessible: '',
          kinds: 'cuisine',
          stations: '',
        },
      },
      { line: 5, cells: expect.objectContaining({ code: 'A1', capacity: '12', room: '', name: '' }) },
    ]);
  });

  it('names every column that is missing, and those that are there twice', () => {
    const read = rooms([
      ['Centre', 'Salle', 'salle', 'Commune'],
      ['A', 'b', 'c', 'd'],
    ]);
    expect(short(read.faults)).toEqual([
      [null, 'name', 'missing-column'],
      [null, 'postcode', 'missing-column'],
      [1, 'room', 'column-twice'],
      [null, 'capacity', 'missing-column'],
    ]);
    expect(read.lines).toEqual([]);
  });

  it('alone is no table', () => {
    expect(short(rooms([Object.values(ROOM_NAMES)]).faults)).toEqual([[null, null, 'no-line']]);
    expect(short(rooms([]).faults)).toHaveLength(6);
  });

  it('is compared without accent, capital or sign', () => {
    expect(foldedName("  L'Équipement (n° 1) ")).toBe('l equipement n 1');
    expect(tidySpaces('\u00a0a \t b\n')).toBe('a b');
  });
});

const line = (number: number, cells: Partial<Record<keyof typeof ROOM_NAMES, string>> = {}) => ({
  line: number,
  cells: {
    code: 'LYC',
    name: 'Lycée des Puys',
    address: '1 rue du Lac',
    postcode: '63000',
    city: 'Clermont-Ferrand',
    room: `Salle ${number}`,
    capacity: '30',
    accessible: 'oui',
    kinds: '',
    stations: '',
    ...cells,
  },
});

describe('A line of rooms', () => {
  it('is a room with its centre, which later lines may leave empty', () => {
    const read = readRoomLines([
      line(2, { code: 'lyc', postcode: '63 000', kinds: 'Cuisine, coiffure/cuisine,' }),
      line(3, { name: '', address: '', postcode: '', city: '', accessible: 'Non', capacity: '1' }),
    ]);
    expect(read.faults).toEqual([]);
    expect(read.rooms).toEqual([
      {
        line: 2,
        code: 'LYC',
        name: 'Lycée des Puys',
        address: '1 rue du Lac',
        postcode: '63000',
        city: 'Clermont-Ferrand',
        room: 'Salle 2',
        capacity: 30,
        accessible: true,
        kinds: ['coiffure', 'cuisine'],
        stations: null,
      },
      expect.objectContaining({ line: 3, name: 'Lycée des Puys', room: 'Salle 3', accessible: false, kinds: [] }),
    ]);
  });

  it('says all that is wrong at once, each with its line', () => {
    const read = readRoomLines([
      line(2, { capacity: '0' }),
      line(3, { code: 'LY C!', capacity: '2,5', accessible: 'peut-être' }),
      line(4, { code: '', name: '', postcode: '6300', city: '', room: '' }),
      line(5, { room: 'salle 2', city: 'Riom' }),
      line(6, { code: 'B', postcode: '', room: 'x'.repeat(121), address: 'x'.repeat(201) }),
      line(7, { code: 'B', postcode: '63000', address: '', kinds: 'x'.repeat(201), capacity: '2001', stations: '0' }),
    ]);
    expect(short(read.faults)).toEqual([
      [2, 'capacity', 'capacity'],
      [3, 'code', 'centre-code'],
      [3, 'capacity', 'capacity'],
      [3, 'accessible', 'yes-or-no'],
      [4, 'code', 'empty'],
      [4, 'name', 'empty'],
      [4, 'postcode', 'postcode'],
      [4, 'city', 'empty'],
      [4, 'room', 'empty'],
      [5, 'city', 'centre-differs'],
      [5, 'room', 'room-twice'],
      [6, 'address', 'too-long'],
      [6, 'postcode', 'empty'],
      [6, 'room', 'too-long'],
      [7, 'postcode', 'centre-differs'],
      [7, 'capacity', 'capacity'],
      [7, 'kinds', 'too-long'],
      [7, 'stations', 'stations'],
    ]);
    expect(read.faults.find(({ fault }) => fault.code === 'room-twice')?.fault).toEqual({
      code: 'room-twice',
      earlier: 2,
    });
    expect(read.faults.find(({ fault }) => fault.code === 'centre-differs')?.fault).toMatchObject({ earlier: 2 });
  });

  it('takes rooms of one name in two centres, and bounds that are just met', () => {
    const read = readRoomLines([
      line(2, { room: 'Salle A' }),
      line(3, { code: 'B', room: 'Salle A', capacity: '2000', name: 'x'.repeat(120), address: 'x'.repeat(200) }),
    ]);
    expect(read.faults).toEqual([]);
    expect(PLACES.capacity).toBe(2_000);
    expect(readRoomLines([line(2, { code: 'C'.repeat(21) })]).faults).toHaveLength(1);
  });

  it('reads yes and no', () => {
    for (const yes of ['oui', 'O', 'x', '1', ' OUI ']) expect(yesOrNo(yes), yes).toBe(true);
    for (const no of ['', 'non', 'N', '0']) expect(yesOrNo(no), no).toBe(false);
    expect(yesOrNo('ouais')).toBeNull();
    expect(kindsIn('')).toEqual([]);
    expect(faultsOfCentre(line(1).cells)).toEqual([]);
    expect(faultsOfRoom(line(1).cells)).toEqual([]);
  });
});

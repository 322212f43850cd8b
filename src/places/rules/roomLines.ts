import { foldedName, type TableLine } from '../../platform/tables/columns.ts';
import type { LineFault, RoomColumn, RoomFault } from './lines.ts';

/** A room with its centre, as a line of the table says it. */
export type RoomLine = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly room: string;
  readonly capacity: number;
  readonly accessible: boolean;
  /** What it is fitted for, beside writing: « coiffure », « cuisine »… */
  readonly kinds: readonly string[];
  /** Workstations; null: as many as seats. */
  readonly stations: number | null;
};

export const PLACES = { capacity: 2_000, characters: 120, address: 200, code: 20 } as const;

const OF_CENTRE = ['name', 'address', 'postcode', 'city'] as const satisfies readonly RoomColumn[];

/**
 * Reads all lines and says all that is wrong with them. What a centre is stands on its first line; the others repeat it or leave it
 * empty.
 */
export function readRoomLines(lines: readonly TableLine<RoomColumn>[]): {
  readonly rooms: readonly RoomLine[];
  readonly faults: readonly LineFault[];
} {
  const centres = new Map<string, TableLine<RoomColumn>>();
  const rooms = new Map<string, number>();
  const faults: LineFault[] = [];
  const read = lines.map((line): RoomLine => {
    const say = (column: RoomColumn, fault: RoomFault): void => void faults.push({ line: line.line, column, fault });
    const { code, room, capacity, accessible, kinds, stations } = line.cells;
    const key = code.toUpperCase();
    if (!/^[A-Z0-9-]{1,20}$/.test(key)) say('code', code === '' ? { code: 'empty' } : { code: 'centre-code' });
    const first = centres.get(key);
    if (first === undefined) {
      centres.set(key, line);
      for (const [column, fault] of faultsOfCentre(line.cells)) say(column, fault);
    }
    const centre = first ?? line;
    for (const column of OF_CENTRE) {
      const [here, there] = [line.cells[column], centre.cells[column]];
      if (here !== '' && here !== there) say(column, { code: 'centre-differs', earlier: centre.line });
    }
    for (const [column, fault] of faultsOfRoom(line.cells)) say(column, fault);
    const place = `${key}/${foldedName(room)}`;
    const earlier = rooms.get(place);
    if (room !== '' && earlier !== undefined) say('room', { code: 'room-twice', earlier });
    else rooms.set(place, line.line);
    const { name, address, postcode, city } = centre.cells;
    return {
      line: line.line,
      code: key,
      name,
      address,
      postcode: postcode.replaceAll(' ', ''),
      city,
      room,
      capacity: Number(capacity),
      accessible: yesOrNo(accessible) === true,
      kinds: kindsIn(kinds),
      stations: stationsIn(stations),
    };
  });
  return { rooms: read, faults };
}

type Found = readonly (readonly [RoomColumn, RoomFault])[];

/** What is wrong with what a centre says of itself, its code apart. */
export function faultsOfCentre(cells: Readonly<Record<(typeof OF_CENTRE)[number], string>>): Found {
  return [
    ...named('name', cells.name, PLACES.characters),
    ...tooLong('address', cells.address, PLACES.address),
    ...(cells.postcode === '' ? [['postcode', { code: 'empty' }] as const] : []),
    ...(cells.postcode === '' || /^\d{5}$/.test(cells.postcode.replaceAll(' ', ''))
      ? []
      : [['postcode', { code: 'postcode' }] as const]),
    ...named('city', cells.city, PLACES.characters),
  ];
}

/** What is wrong with what a room says of itself. */
export function faultsOfRoom(
  cells: Readonly<Record<'room' | 'capacity' | 'accessible' | 'kinds' | 'stations', string>>,
): Found {
  const isNumber = isCount(cells.capacity);
  return [
    ...named('room', cells.room, PLACES.characters),
    ...(isNumber ? [] : [['capacity', { code: 'capacity', most: PLACES.capacity }] as const]),
    ...(yesOrNo(cells.accessible) === null ? [['accessible', { code: 'yes-or-no' }] as const] : []),
    ...tooLong('kinds', cells.kinds, PLACES.address),
    ...(cells.stations === '' || isCount(cells.stations)
      ? []
      : [['stations', { code: 'stations', most: PLACES.capacity }] as const]),
  ];
}

function isCount(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= PLACES.capacity;
}

/** Nothing written: as many as seats. */
export function stationsIn(text: string): number | null {
  return text === '' ? null : Number(text);
}

function named(column: RoomColumn, text: string, most: number): Found {
  return text === '' ? [[column, { code: 'empty' }]] : tooLong(column, text, most);
}

function tooLong(column: RoomColumn, text: string, most: number): Found {
  return [...text].length > most ? [[column, { code: 'too-long', most }]] : [];
}

/** Nothing written is no. */
export function yesOrNo(text: string): boolean | null {
  const word = foldedName(text);
  if (word === 'oui' || word === 'o' || word === 'x' || word === '1') return true;
  return word === '' || word === 'non' || word === 'n' || word === '0' ? false : null;
}

/** Separated by commas; the same word once, without capitals. */
export function kindsIn(text: string): readonly string[] {
  const words = text.split(/[,/]/).map((word) => word.trim().toLowerCase());
  return [...new Set(words)].filter((word) => word !== '').toSorted();
}

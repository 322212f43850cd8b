import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
} from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';
import { HELD } from './rules/held.ts';

/**
 * Where and when (*centres, salles, calendrier des épreuves*). Centres and rooms are the academy's: a session says which centres it uses,
 * and two sessions are never in one room at once.
 */
export type CentreId = Branded<'CentreId'>;
export type RoomId = Branded<'RoomId'>;
export type SittingId = Branded<'SittingId'>;

export const CENTRE = columns({
  id: id<CentreId>(),
  /** As the office calls it: `LYC-LAFAYETTE`. */
  code: text,
  name: text,
  address: text,
  postcode: text,
  city: text,
  /** It takes nobody any more. */
  closed: flag,
  rowVersion: integer,
});
export type Centre = RowOf<typeof CENTRE>;

export const ROOM = columns({
  id: id<RoomId>(),
  centreId: id<CentreId>(),
  name: text,
  capacity: integer,
  /** Somebody in a wheelchair gets in and sits. */
  accessible: flag,
  kinds: texts,
  /** Workstations, for practical tests; null: as many as seats. */
  stations: nullable(integer),
  closed: flag,
  rowVersion: integer,
});
export type Room = RowOf<typeof ROOM>;

export const SITTING = columns({
  id: id<SittingId>(),
  /** CFD. */
  speciality: text,
  /** The key of the rules. */
  unit: text,
  startsAt: instant,
  /** Of one person: the test, or the turn. */
  minutes: integer,
  held: oneOf(HELD),
  /** Of an oral: until when its board calls. */
  until: nullable(instant),
  /** Of `minutes`, those that aren't counted, of which more time gives no more. */
  uncounted: integer,
  /** Minutes before and after: `rules/held.ts` says whose. */
  preparation: integer,
  rest: integer,
  material: text,
  kind: text,
  roomId: nullable(id<RoomId>()),
  rowVersion: integer,
});
export type Sitting = RowOf<typeof SITTING>;
/** What is written of one. */
export type SittingWords = Omit<Sitting, 'id' | 'rowVersion' | 'roomId'> & { readonly roomId: string | null };

/** What one session may hold. */
export const MOST = {
  centres: 300,
  rooms: 3_000,
  sittings: 4_000,
  faultsShown: 200,
  tableBytes: 2 * 1024 * 1024,
} as const;

/** The rooms that still take somebody. */
export function openRooms({
  centres,
  rooms,
}: {
  readonly centres: readonly Centre[];
  readonly rooms: readonly Room[];
}): readonly Room[] {
  const open = new Set(centres.flatMap(({ id, closed }) => (closed ? [] : [id])));
  return rooms.filter(({ centreId, closed }) => !closed && open.has(centreId));
}

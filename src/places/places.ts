import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  type RowOf,
  text,
  texts,
} from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';

/** Where and when (*centres, salles, calendrier des épreuves*). */
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
  minutes: integer,
  material: text,
  kind: text,
  roomId: nullable(id<RoomId>()),
  rowVersion: integer,
});
export type Sitting = RowOf<typeof SITTING>;

/** What one session may hold. */
export const MOST = { centres: 300, rooms: 3_000, sittings: 4_000, faultsShown: 200 } as const;

import type { Branded } from '../platform/result.ts';

/** Where and when (*centres, salles, calendrier des épreuves*). */
export type CentreId = Branded<'CentreId'>;
export type RoomId = Branded<'RoomId'>;
export type SittingId = Branded<'SittingId'>;

export type Centre = {
  readonly id: CentreId;
  /** As the office calls it: `LYC-LAFAYETTE`. */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly rowVersion: number;
};

export type Room = {
  readonly id: RoomId;
  readonly centreId: CentreId;
  readonly name: string;
  readonly capacity: number;
  /** Somebody in a wheelchair gets in and sits. */
  readonly accessible: boolean;
  readonly kinds: readonly string[];
  readonly rowVersion: number;
};

export type Sitting = {
  readonly id: SittingId;
  /** CFD. */
  readonly speciality: string;
  /** The key of the rules. */
  readonly unit: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly material: string;
  readonly kind: string;
  readonly roomId: RoomId | null;
  readonly rowVersion: number;
};

/** What one session may hold. */
export const MOST = { centres: 300, rooms: 3_000, sittings: 4_000, faultsShown: 200 } as const;

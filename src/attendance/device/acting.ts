import type { DayCall, Room, ShownLine, Sitting, Told, ToldCall } from './day.ts';

/**
 * The lists of a centre's day, one row a candidate. As plain forms on the server; in a browser `onTell` takes what is sent instead.
 */
export type Acting = {
  /** Hidden fields of the forms of a line or of a room; without a network there are none. */
  readonly hidden: (of: ShownLine | Room | DayCall) => Readonly<Record<string, string>>;
  readonly onTell?: (line: ShownLine, told: Told) => void;
  readonly onRemark?: (room: Room, text: string) => void;
  readonly onCall?: (room: Room, told: ToldCall) => void;
  readonly onPhone?: (call: DayCall, isTold: boolean) => void;
  /** Epoch milliseconds, on the exam's clock. */
  readonly now: number;
  /** What was refused, at its row or room. */
  readonly fault: { readonly at: string; readonly text: string; readonly typed: string } | null;
};

export type ShownRoom = Omit<Room, 'sittings'> & {
  readonly sittings: readonly (Omit<Sitting, 'lines'> & { readonly lines: readonly ShownLine[] })[];
};

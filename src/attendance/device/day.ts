/**
 * A centre's day as its page and its devices hold it: everything that a person reads is in words already, so that a browser without our
 * libraries shows the same. Nothing here may lean on the server: this folder goes to browsers.
 */

export type ToldState = 'present' | 'absent' | 'late' | 'none';
export type Told = { readonly state: ToldState; readonly minutes: number | null };

/** One seat: a candidate and a unit. */
export type DayLine = Told & {
  readonly enrolment: string;
  readonly unit: string;
  /** « U10, Pratique professionnelle ». */
  readonly title: string;
  readonly name: string;
  readonly birth: string;
  readonly number: string;
  readonly table: number | null;
  /** « 12 h 30 », with what time was granted. */
  readonly ends: string;
  /** SHA-256 of the code on the summons, in hexadecimal; null: it has none. */
  readonly code: string | null;
  /** Of the last act; 0: none. */
  readonly rank: number;
  /** When it was said: « 8 h 51 ». */
  readonly said: string | null;
  /** What another device said meanwhile. */
  readonly other: Told | null;
};

export type Sitting = { readonly startsAt: string; readonly starts: string; readonly lines: readonly DayLine[] };
export type Note = { readonly text: string; readonly said: string };
/** A turn before a board, at the hour that is expected now and at the one of the published plan: « 10 h 40 », « 10 h 10 ». */
export type DayTurn = {
  readonly enrolment: string;
  /** Not there on a device that kept the list before turns and ticks were one. */
  readonly unit?: string;
  readonly name: string;
  readonly callsAt: string;
  readonly call: string;
  readonly planned: string;
};
/** A test that a board hears in a room. `waiting`: what was said of it on this device and isn't sent. */
export type DayBoard = {
  readonly sitting: string;
  readonly title: string;
  /** Minutes against the plan, as it was said last. */
  readonly late: number;
  readonly turns: readonly DayTurn[];
  readonly waiting?: number;
};
/** Somebody whose hour changed and whom no mail reaches: a centre calls them. */
export type DayCall = {
  readonly enrolment: string;
  readonly unit: string;
  /** Of the hour that they are to hear of. */
  readonly rank: number;
  readonly name: string;
  /** « 06 12 34 56 78 », and the address that dials it; null: they gave none. */
  readonly phone: { readonly number: string; readonly href: string } | null;
  readonly call: string;
  readonly planned: string;
  /** By whom they were told, and when, in words; null: by nobody. */
  readonly told: string | null;
};
export type Room = {
  readonly id: string;
  readonly name: string;
  readonly sittings: readonly Sitting[];
  readonly remarks: readonly Note[];
  /** Not there on a device that kept the list before boards were. */
  readonly boards?: readonly DayBoard[];
};
/** Of a board: how late it is, or whose turn changes with whose; null: they pass last. */
export type ToldCall = {
  readonly sitting: string;
  readonly minutes: number | null;
  readonly enrolment: string | null;
  readonly takenFrom: string | null;
  readonly agreed: boolean;
};

/** Minutes that the server takes: of somebody late, and of a board. */
export const MOST_MINUTES = { late: 600, board: 240 } as const;

/** As they were typed; null: they are none that the server takes. */
export function minutesTyped(typed: string, most: number): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return minutes < 1 || minutes > most ? null : minutes;
}

/** Why the server wouldn't take it of a board that is said to be so late: a device says so at once; null: nothing that a device can know. */
export function callFault(
  { minutes, enrolment, takenFrom, agreed }: ToldCall,
  late: number,
): 'minutesWrong' | 'shorter' | 'notAgreed' | null {
  if (enrolment !== null) return takenFrom === null || agreed ? null : 'notAgreed';
  if (minutes === null) return 'minutesWrong';
  return minutes < late && !agreed ? 'shorter' : null;
}

export type CentreDay = {
  /** 2024-06-03, and in words. */
  readonly day: string;
  readonly title: string;
  readonly centre: string;
  /** Whose day it is: an account, and its name. */
  readonly owner: string;
  readonly keeper: string;
  /** The server's clock when it was read, and when a device forgets it. */
  readonly now: string;
  readonly until: string;
  readonly rooms: readonly Room[];
  /** Not there on a device that kept the list before they were. */
  readonly calls?: readonly DayCall[];
};

/** The turn before a board that a line of its room is; null: all begin together. */
export function turnOf(
  { boards = [] }: Pick<Room, 'boards'>,
  { enrolment, unit }: Pick<DayLine, 'enrolment' | 'unit'>,
): { readonly board: DayBoard; readonly turn: DayTurn } | null {
  for (const board of boards) {
    const turn = board.turns.find((one) => one.enrolment === enrolment && (one.unit ?? unit) === unit);
    if (turn !== undefined) return { board, turn };
  }
  return null;
}

/** One thing said that waits for a network. `label`: without a name, for when the list is gone. */
export type StatementToSend = {
  readonly id: string;
  readonly owner: string;
  readonly keeper: string;
  readonly day: string;
  readonly saidAt: string;
  /** Epoch milliseconds of the device's own clock. */
  readonly heldSince: number;
  readonly label: string;
  /** Why the server will never take it; null: it waits. */
  readonly refused: string | null;
} & (
  | ({ readonly kind: 'mark'; readonly enrolment: string; readonly unit: string; readonly seen: number } & Told)
  | { readonly kind: 'remark'; readonly room: string; readonly text: string }
  | ({ readonly kind: 'call'; readonly room: string } & ToldCall)
  | {
      readonly kind: 'phoned';
      readonly enrolment: string;
      readonly unit: string;
      readonly rank: number;
      readonly isTold: boolean;
    }
);

export type ShownLine = DayLine & { readonly waits: boolean };

/** The line with the last thing that waits for it: what somebody said here is what they see. */
export function shownLine(line: DayLine, waiting: readonly StatementToSend[]): ShownLine {
  const last = waiting.findLast(
    (one) => one.kind === 'mark' && one.refused === null && one.enrolment === line.enrolment && one.unit === line.unit,
  );
  if (last === undefined || last.kind !== 'mark') return { ...line, waits: false };
  return { ...line, state: last.state, minutes: last.minutes, other: null, waits: true };
}

/** The same of somebody to call; `here`: who told them, where that waits on this device. */
export function shownCall(call: DayCall, waiting: readonly StatementToSend[], here: string): DayCall {
  const last = waiting.findLast(
    (one) =>
      one.kind === 'phoned' &&
      one.refused === null &&
      one.enrolment === call.enrolment &&
      one.unit === call.unit &&
      one.rank === call.rank,
  );
  return last?.kind === 'phoned' ? { ...call, told: last.isTold ? here : null } : call;
}

export type PresenceCounts = Readonly<Record<ToldState | 'expected', number>>;

export function countsOf(lines: readonly Told[]): PresenceCounts {
  const of = (state: ToldState): number => lines.filter((one) => one.state === state).length;
  return { expected: lines.length, present: of('present'), absent: of('absent'), late: of('late'), none: of('none') };
}

/** As people compare what they type: without accents, capitals and signs. */
export function foldedText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A code as it is compared, however it is spaced and whichever of O, 0, I, L and 1 was typed; null: it is none. */
export function codeSigns(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return signs.length < 6 || signs.length > 40 ? null : signs;
}

/** Whether a line is looked for: by each word of the name, by number, or by the hash of the code typed. */
export function isSought(
  line: Pick<DayLine, 'name' | 'number' | 'code' | 'table'>,
  sought: string,
  hash: string | null,
): boolean {
  const words = foldedText(sought).split(' ');
  if (hash !== null && line.code === hash) return true;
  const [name, number] = [foldedText(line.name), foldedText(line.number).replaceAll(' ', '')];
  return words.every((word) => name.includes(word)) || number === words.join('');
}

/** Minutes since a sitting began, as somebody late would be noted now; null before it. */
export function minutesLate(startsAt: string, now: number): number | null {
  const minutes = Math.floor((now - Date.parse(startsAt)) / 60_000);
  return minutes < 1 || minutes > MOST_MINUTES.late ? null : minutes;
}

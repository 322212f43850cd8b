/**
 * Whether published plans may be held, all sessions at once: written apart from the placing and from the faults that an office reads, with
 * arithmetic of its own, so that a mistake of theirs isn't made twice. Times are minutes since 1970, all of them.
 */
export type CheckedRows = {
  readonly centres: readonly {
    readonly id: string;
    readonly at: readonly [latitude: number, longitude: number] | null;
  }[];
  readonly rooms: readonly {
    readonly id: string;
    readonly centre: string;
    readonly capacity: number;
    readonly stations: number | null;
    readonly accessible: boolean;
    readonly kinds: readonly string[];
    /** Whose it is; nothing: all are one academy's. */
    readonly academy?: string;
  }[];
  /** Rooms that one academy lends another, from one minute to another. */
  readonly loans?: readonly {
    readonly room: string;
    readonly borrower: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly sittings: readonly CheckedSitting[];
  /** One a person and session: `who` is the same person in all of theirs. */
  readonly entries: readonly {
    readonly id: string;
    readonly who: string;
    readonly session: string;
    readonly speciality: string;
    readonly units: readonly string[];
    readonly percent: number;
    readonly alone: boolean;
    readonly accessible: boolean;
    readonly academy?: string;
  }[];
  readonly seats: readonly CheckedSeat[];
};
type CheckedSitting = {
  readonly id: string;
  readonly session: string;
  readonly speciality: string;
  readonly unit: string;
  readonly start: number;
  readonly minutes: number;
  /** Of them, those that nobody has more of. */
  readonly uncounted: number;
  readonly kind: string;
  readonly room: string | null;
  readonly form:
    | { readonly is: 'hall' }
    | {
        readonly is: 'turns';
        readonly until: number;
        readonly preparation: number;
        readonly pause: number;
        readonly preparationExtends: boolean;
      }
    | { readonly is: 'stations'; readonly before: number; readonly after: number };
};
type CheckedSeat = {
  /** Of `entries`. */
  readonly entry: string;
  readonly unit: string;
  readonly sitting: string;
  readonly room: string;
  readonly start: number;
  readonly end: number;
  readonly call: number | null;
};

export type PlanWrong =
  | 'of-nothing'
  | 'not-theirs'
  | 'sat-twice'
  | 'wrong-hour'
  | 'wrong-length'
  | 'wrong-preparation'
  | 'outside-the-board'
  | 'wrong-room'
  | 'not-accessible'
  | 'too-many'
  | 'not-alone'
  | 'two-beginnings'
  | 'leaves-after'
  | 'board-not-alone'
  | 'turns-overlap'
  | 'two-sessions'
  | 'twice-at-once'
  | 'no-time-to-travel'
  | 'phases-apart'
  | 'not-lent'
  | 'lent-away';
export type FoundWrong = { readonly wrong: PlanWrong; readonly entry: string; readonly unit: string };

type Row = {
  readonly seat: CheckedSeat;
  readonly sitting: CheckedSitting;
  readonly room: CheckedRows['rooms'][number];
  readonly entry: CheckedRows['entries'][number];
  /** When its person is busy, and when its room is. */
  readonly mine: readonly [number, number];
  readonly rooms: readonly [number, number];
};

export function wrongIn({ centres, rooms, sittings, entries, seats, loans = [] }: CheckedRows): readonly FoundWrong[] {
  const found: FoundWrong[] = [];
  const say = (wrong: PlanWrong, { entry, unit }: Pick<CheckedSeat, 'entry' | 'unit'>): void => {
    if (!found.some((one) => one.wrong === wrong && one.entry === entry && one.unit === unit))
      found.push({ wrong, entry, unit });
  };
  const [roomOf, sittingOf, entryOf, centreOf] = [rooms, sittings, entries, centres].map(
    (some) => new Map(some.map((one) => [one.id, one])),
  ) as [
    Map<string, Row['room']>,
    Map<string, CheckedSitting>,
    Map<string, Row['entry']>,
    Map<string, CheckedRows['centres'][number]>,
  ];
  const all = seats.flatMap((seat): readonly Row[] => {
    const [room, sitting, entry] = [roomOf.get(seat.room), sittingOf.get(seat.sitting), entryOf.get(seat.entry)];
    if (room === undefined || sitting === undefined || entry === undefined) {
      say('of-nothing', seat);
      return [];
    }
    const { form } = sitting;
    const held: readonly [number, number] =
      form.is === 'turns'
        ? [sitting.start, form.until]
        : form.is === 'stations'
          ? [seat.start - form.before, seat.end + form.after]
          : [seat.start, seat.end];
    return [{ seat, sitting, room, entry, mine: [seat.call ?? seat.start, seat.end], rooms: held }];
  });
  for (const row of all) oneByOne(row, say);
  for (const same of groups(all, ({ seat }) => `${seat.entry} ${seat.unit}`))
    for (const { seat } of same.slice(1)) say('sat-twice', seat);
  for (const { seat } of all) {
    const [, whole = '', phase = ''] = /^(.+)-P(\d)$/.exec(seat.unit) ?? [];
    if (phase === '') continue;
    const before = phase === '2' ? whole : `${whole}-P${Number(phase) - 1}`;
    const first = seats.find((one) => one.entry === seat.entry && one.unit === before);
    if (first === undefined || first.room !== seat.room || first.end > seat.start) say('phases-apart', seat);
  }
  for (const there of groups(all, ({ room }) => room.id)) inOneRoom(there, say);
  for (const {
    seat,
    room,
    entry,
    rooms: [from, to],
  } of all) {
    const meeting = loans.filter((one) => one.room === room.id && one.from < to && from < one.to);
    const isWithin = meeting.some((one) => one.borrower === entry.academy && one.from <= from && to <= one.to);
    if (room.academy !== entry.academy && !isWithin) say('not-lent', seat);
    if (room.academy === entry.academy && meeting.length > 0) say('lent-away', seat);
  }
  for (const some of groups(sittings, ({ room }) => room ?? '')) {
    const room = some[0]?.room ?? null;
    if (room !== null) keptRoom(room, some, all, say);
  }
  for (const theirs of groups(all, ({ entry }) => entry.who)) {
    const order = theirs.toSorted((a, b) => a.mine[0] - b.mine[0]);
    for (const [index, late] of order.entries())
      for (const early of order.slice(0, index)) {
        if (early.mine[1] > late.mine[0]) say('twice-at-once', late.seat);
        else if (early.room.centre !== late.room.centre) {
          const [from, to] = [centreOf.get(early.room.centre)?.at ?? null, centreOf.get(late.room.centre)?.at ?? null];
          if (late.mine[0] - early.mine[1] < journey(from, to)) say('no-time-to-travel', late.seat);
        }
      }
  }
  return found;
}

type Say = (wrong: PlanWrong, seat: CheckedSeat) => void;

/** What a seat says by itself: whose, where, from when, how long. */
function oneByOne({ seat, sitting, room, entry }: Row, say: Say): void {
  const { form } = sitting;
  const isTheirs = entry.units.includes(seat.unit) && sitting.unit === seat.unit;
  if (!isTheirs || sitting.speciality !== entry.speciality || sitting.session !== entry.session)
    say('not-theirs', seat);
  if (sitting.room !== null && sitting.room !== room.id) say('wrong-room', seat);
  if (sitting.kind !== '' && !room.kinds.includes(sitting.kind)) say('wrong-room', seat);
  if (entry.accessible && !room.accessible) say('not-accessible', seat);
  if (seat.end - seat.start !== length(sitting.minutes, entry.percent, sitting.uncounted)) say('wrong-length', seat);
  if (form.is !== 'turns') {
    if (seat.start !== sitting.start) say('wrong-hour', seat);
    if (seat.call !== null) say('wrong-preparation', seat);
    return;
  }
  const before = seat.start - (seat.call ?? seat.start);
  const wanted = form.preparationExtends ? length(form.preparation, entry.percent) : form.preparation;
  if (before !== wanted) say('wrong-preparation', seat);
  if (seat.start - before < sitting.start || seat.end > form.until) say('outside-the-board', seat);
}

/** With so many percent more, up to the minute; a third is written as 33, and counted as what it is. */
function length(minutes: number, percent: number, uncounted = 0): number {
  const counted = minutes - uncounted;
  return minutes + Math.ceil(percent === 33 ? counted / 3 : (counted * percent) / 100);
}

/** Pairs of one room, and how many are in it at each beginning. */
function inOneRoom(there: readonly Row[], say: Say): void {
  const order = there.toSorted((a, b) => a.rooms[0] - b.rooms[0]);
  for (const [index, one] of order.entries()) {
    // All that are still there when this one begins, itself among them.
    const here = order.slice(0, index + 1).filter((other) => other.rooms[1] > one.rooms[0]);
    for (const other of here.filter((some) => some !== one)) pair(other, one, say);
  }
  for (const one of order) {
    if (one.sitting.form.is === 'turns') continue;
    const most = one.sitting.form.is === 'stations' ? (one.room.stations ?? one.room.capacity) : one.room.capacity;
    const together = order.filter((other) => other.rooms[0] <= one.rooms[0] && one.rooms[0] < other.rooms[1]);
    if (together.length > most) say('too-many', one.seat);
  }
}

function pair(first: Row, second: Row, say: Say): void {
  const [one, other] = [first.sitting, second.sitting];
  if (one.session !== other.session) say('two-sessions', second.seat);
  if (one.form.is === 'turns' || other.form.is === 'turns') {
    if (one.id !== other.id) {
      say('board-not-alone', second.seat);
      return;
    }
    const pause = one.form.is === 'turns' ? one.form.pause : 0;
    const [early, late] = first.seat.start <= second.seat.start ? [first, second] : [second, first];
    if (early.seat.end + pause > late.seat.start) say('turns-overlap', late.seat);
    return;
  }
  if (first.entry.alone || second.entry.alone) say('not-alone', second.seat);
  if (one.form.is === 'stations' || other.form.is === 'stations') {
    if (one.id !== other.id) say('board-not-alone', second.seat);
    return;
  }
  if (first.seat.start !== second.seat.start) say('two-beginnings', second.seat);
  const [longer, shorter] = first.entry.percent > second.entry.percent ? [first, second] : [second, first];
  const isMore = longer.entry.percent > 0 && longer.seat.end !== shorter.seat.end;
  if (isMore || (longer.entry.percent > 0 && shorter.entry.percent === 0)) say('leaves-after', longer.seat);
}

/** A room that is kept for a sitting is used by nobody else meanwhile. */
function keptRoom(room: string, kept: readonly CheckedSitting[], all: readonly Row[], say: Say): void {
  for (const { id, start, minutes, form } of kept) {
    const [from, until] =
      form.is === 'turns'
        ? [start, form.until]
        : form.is === 'stations'
          ? [start - form.before, start + minutes + form.after]
          : [start, start + minutes];
    for (const other of all)
      if (other.room.id === room && other.sitting.id !== id && other.rooms[0] < until && from < other.rooms[1])
        say('wrong-room', other.seat);
  }
}

/** Half an hour, and what a car at fifty an hour takes for a road that is three tenths longer than the crow's way. */
function journey(from: readonly [number, number] | null, to: readonly [number, number] | null): number {
  if (from === null || to === null) return 30;
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const [a, b] = [rad(from[0]), rad(to[0])];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(rad(to[1] - from[1]));
  const km = 6_371 * Math.acos(Math.min(1, cosine));
  // Half a minute for what two ways of counting a distance differ by.
  return 30 + (km * 1.3) / (50 / 60) - 0.5;
}

function groups<T>(some: readonly T[], of: (one: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(some, of).values()];
}

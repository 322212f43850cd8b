import { createHash } from 'node:crypto';
import { personName, type SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { findUnit, sayReplacement, staffNames, wholeUnit } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import { PARIS } from '../platform/time.ts';
import { clockTime, dayInWords, numericDay, phoneAddress, phoneInWords } from '../ui/index.ts';
import type { Keeping, Standing } from './attendance.ts';
import { type BoardOfDay, readBoards } from './boards.ts';
import type { AttendanceDeps } from './deps.ts';
import { type CentreDay, codeSigns, type DayBoard, type DayCall, type Room } from './device/day.ts';
import { words } from './device/words.ts';
import { hoursOf } from './hours.ts';
import { type PhoneCall, readPhoneCalls } from './phoneCalls.ts';
import { closesAt, nextDay, type OpeningDay, openDays } from './rules/openDays.ts';
import { type HeldStanding, type Placed, rosterOf } from './rules/roster.ts';
import { listDays, listSeats, type Seat } from './store/seats.ts';
import { listRemarks, listStandings } from './store/statements.ts';

type Kept = OpeningDay & { readonly keeping: Keeping };

/** The days of a keeper's centres: those that may be read now, and the next one. */
export type KeptDays = {
  readonly open: readonly Temporal.PlainDate[];
  readonly next: Kept | null;
  readonly all: readonly Kept[];
};

export async function readKeptDays(
  { db, clock, catalogue }: Pick<AttendanceDeps, 'db' | 'clock' | 'catalogue'>,
  keepings: readonly Keeping[],
): Promise<KeptDays> {
  const days = await Promise.all(
    keepings.map(async (keeping) => {
      const hours = hoursOf(catalogue(), keeping.session);
      return (await listDays(db, keeping)).map((one): Kept => ({ ...one, keeping, hours }));
    }),
  );
  const all = days.flat();
  const now = clock.now();
  const open = openDays(all, now, PARIS);
  const distinct = open.filter(({ day }, index) => open.findIndex((one) => one.day.equals(day)) === index);
  return { open: distinct.map(({ day }) => day), next: nextDay(all, now), all };
}

/** What a keeper sees of an open day: their centres, and nothing else. */
export async function readCentreDay(
  deps: Pick<AttendanceDeps, 'db' | 'clock' | 'catalogue' | 'codes' | 'accounts'>,
  staff: Pick<SignedInStaff, 'accountId' | 'displayName'>,
  { all }: KeptDays,
  day: Temporal.PlainDate,
): Promise<CentreDay> {
  const kept = all.filter((one) => one.day.equals(day));
  const rooms = await Promise.all(kept.map(({ keeping }) => readRooms(deps, keeping, day)));
  const calls = await Promise.all(kept.map(({ keeping }) => readPhoneCalls(deps.db, keeping, day)));
  const nameOf = calls.flat().some(({ told }) => told !== null)
    ? await staffNames(deps, kept[0]?.keeping.academy ?? '')
    : () => '';
  const centres = [...new Set(kept.map(({ keeping }) => keeping.centre))];
  return {
    day: day.toString(),
    title: dayInWords(day),
    centre: centres.join(', '),
    owner: staff.accountId,
    keeper: staff.displayName,
    now: deps.clock.now().toString(),
    until: closesAt(day, PARIS).toString(),
    rooms: rooms.flat(),
    calls: calls.flat().map((call) => shownPhoneCall(call, nameOf)),
  };
}

async function readRooms(
  { db, catalogue, codes }: Pick<AttendanceDeps, 'db' | 'catalogue' | 'codes'>,
  keeping: Keeping,
  day: Temporal.PlainDate,
): Promise<readonly Room[]> {
  const [seats, boards] = [await listSeats(db, keeping, day), await readBoards(db, keeping, day, keeping.centreId)];
  const enrolments = [...new Set(seats.map(({ enrolmentId }) => enrolmentId))];
  const [standings, remarks, known] = await Promise.all([
    listStandings(db, keeping, enrolments),
    listRemarks(db, keeping, day, keeping.centreId),
    codes(db, keeping, enrolments),
  ]);
  const standingOf = new Map(standings.map((one) => [`${one.enrolmentId}.${one.unit}`, one]));
  const placed = seats.map((seat) => placedOf(catalogue(), seat, known.get(seat.enrolmentId) ?? null));
  const heldOf = ({ enrolment, unit }: Placed['line']): HeldStanding | null =>
    heldBy(standingOf.get(`${enrolment}.${unit}`));
  const names = new Map(seats.map((seat) => [seat.enrolmentId, personName(seat)]));
  return rosterOf(placed, heldOf, clockTime).map((room) => ({
    ...room,
    boards: boards.flatMap((board) => (board.roomId === room.id ? [shownBoard(catalogue(), board, names)] : [])),
    remarks: remarks
      .filter(({ roomId }) => roomId === room.id)
      .map(({ text, saidAt }) => ({ text, said: clockTime(saidAt) })),
  }));
}

function shownBoard(catalogue: Catalogue, board: BoardOfDay, names: ReadonlyMap<EnrolmentId, string>): DayBoard {
  const turns = board.turns.map(({ enrolmentId, unit, callsAt, plannedAt }) => ({
    enrolment: enrolmentId,
    unit,
    name: names.get(enrolmentId) ?? '',
    callsAt: callsAt.toString(),
    call: clockTime(callsAt),
    planned: clockTime(plannedAt),
  }));
  return { sitting: board.sittingId, title: unitTitle(catalogue, board), late: board.late, turns };
}

function shownPhoneCall(call: PhoneCall, nameOf: (id: string | null) => string): DayCall {
  const { enrolmentId, unit, rank, phone, callsAt, plannedAt, told } = call;
  return {
    enrolment: enrolmentId,
    unit,
    rank,
    name: personName(call),
    phone: phone === null ? null : { number: phoneInWords(phone), href: phoneAddress(phone) },
    call: clockTime(callsAt),
    planned: clockTime(plannedAt),
    told: told === null ? null : words.phone.by(nameOf(told.by), clockTime(told.saidAt)),
  };
}

function heldBy(standing: Standing | undefined): HeldStanding | null {
  if (standing === undefined) return null;
  const { state, minutes, rank, saidAt, other } = standing;
  return { state, minutes, rank, said: clockTime(saidAt), other };
}

function placedOf(catalogue: Catalogue, seat: Seat, code: string | null): Placed {
  return {
    roomId: seat.roomId,
    room: seat.room,
    startsAt: seat.startsAt,
    line: {
      enrolment: seat.enrolmentId,
      unit: seat.unit,
      title: unitTitle(catalogue, seat),
      name: personName(seat),
      birth: numericDay(seat.birthDate),
      number: seat.number,
      table: seat.place,
      ends: clockTime(seat.endsAt),
      code: code === null ? null : codeHash(code),
    },
  };
}

/** « U10, Pratique professionnelle », as the regulation calls it. */
export function unitTitle(catalogue: Catalogue, seat: Pick<Seat, 'session' | 'speciality' | 'unit'>): string {
  const known = findUnit(catalogue, seat);
  return known === null ? seat.unit : sayReplacement(seat.unit, [known.code ?? known.id, known.title].join(', '));
}

/** A device compares what is typed with this: the codes themselves stay here. */
export function codeHash(code: string): string | null {
  const signs = codeSigns(code);
  return signs === null ? null : createHash('sha256').update(signs).digest('hex');
}

/** For other rooms: what was said of who came, a test of several phases once. It decides nothing. */
export type Attendance = {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly state: 'present' | 'absent' | 'late';
  readonly minutes: number | null;
  readonly at: Temporal.Instant;
};

const MISSED: readonly Attendance['state'][] = ['present', 'late', 'absent'];

export async function readAttendance(
  db: Database,
  place: Pick<Keeping, 'academy' | 'session'>,
  enrolments: readonly EnrolmentId[] | null = null,
): Promise<readonly Attendance[]> {
  const standings = await listStandings(db, place, enrolments);
  const said = standings.flatMap(({ enrolmentId, unit, state, minutes, saidAt }) =>
    state === 'none' ? [] : [{ enrolmentId, unit: wholeUnit(unit), state, minutes, at: saidAt }],
  );
  // Whoever missed a part of a test missed it, and whoever was late for one was late.
  return [...Map.groupBy(said, ({ enrolmentId, unit }) => `${enrolmentId}/${unit}`).values()].flatMap((some) =>
    some.toSorted((a, b) => MISSED.indexOf(b.state) - MISSED.indexOf(a.state)).slice(0, 1),
  );
}

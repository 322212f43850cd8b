import { personName } from '../../accounts/index.ts';
import { parisDay } from '../../platform/time.ts';
import { clockTime } from '../../ui/index.ts';
import type { Standing, ToldPresence } from '../attendance.ts';
import { unitTitle } from '../centreDay.ts';
import type { AttendanceDeps } from '../deps.ts';
import { words } from '../device/words.ts';
import type { HeadAtExam } from '../guards.ts';
import type { SeatLine } from '../pages/centrePage.tsx';
import { listExamDays, listSeatsOn, type Seat } from '../store/seats.ts';
import { listStandings } from '../store/statements.ts';
import { officeTexts as say } from '../texts.ts';

/** A seat of a day with what holds of it. */
export type SeatOfDay = { readonly seat: Seat; readonly standing: Standing | null };

type ReadDay = {
  readonly days: readonly Temporal.PlainDate[];
  /** Null: nothing is published. */
  readonly day: Temporal.PlainDate | null;
  readonly held: readonly SeatOfDay[];
};

/** The day asked for; else today, else the next one, else the last. */
export async function readDay(
  { db, clock }: AttendanceDeps,
  { place }: HeadAtExam,
  asked: string | undefined,
): Promise<ReadDay> {
  const days = (await listExamDays(db, place)).map(({ day }) => day);
  const today = parisDay(clock.now());
  const day =
    days.find((one) => one.toString() === asked) ??
    days.find((one) => Temporal.PlainDate.compare(one, today) >= 0) ??
    days.at(-1) ??
    null;
  if (day === null) return { days, day, held: [] };
  const [seats, standings] = await Promise.all([listSeatsOn(db, place, day), listStandings(db, place, null)]);
  const of = new Map(standings.map((one) => [`${one.enrolmentId}.${one.unit}`, one]));
  return {
    days,
    day,
    held: seats.map((seat) => ({ seat, standing: of.get(`${seat.enrolmentId}.${seat.unit}`) ?? null })),
  };
}

export const toldOf = ({ standing }: SeatOfDay): ToldPresence & Pick<Standing, 'other'> => ({
  state: standing?.state ?? 'none',
  minutes: standing?.minutes ?? null,
  other: standing?.other ?? null,
});

export function lineOf({ catalogue }: Pick<AttendanceDeps, 'catalogue'>, one: SeatOfDay): SeatLine {
  const { seat, standing } = one;
  return {
    enrolment: seat.enrolmentId,
    unit: seat.unit,
    name: personName(seat),
    number: seat.number,
    title: unitTitle(catalogue(), seat),
    seat: [seat.room, words.table(seat.place), `${clockTime(seat.startsAt)} à ${clockTime(seat.endsAt)}`].join(', '),
    noted: standing === null ? null : `${say.candidates.by[standing.source]}, ${clockTime(standing.saidAt)}`,
    ...toldOf(one),
  };
}

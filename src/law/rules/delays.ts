import type { ImpliedRefusal, LastDay, Where } from '../law.ts';
import { LENGTHS } from '../lengths.ts';
import { monthsOfDistance } from './residence.ts';
import { latestWorkingDayFrom, workingDayFrom } from './workingDays.ts';

type Day = Temporal.PlainDate;

/**
 * The last day to contest before the court, or by an appeal to the author or their superior (CRPA L411-2), what was notified or
 * published on a day, or was born of silence on it (R421-1, R421-2, R421-7). The delay is *franc* (Conseil d'État, nos. 409579
 * and 472836, second-hand).
 */
export function lastDayToAppeal(from: Day, where: Where): LastDay {
  const { last } = franc(from, monthsToAppeal(where), where);
  return { last, lateFrom: franc(from, LENGTHS.court.months + monthsOfDistance(where).atMost, where).lateFrom };
}

/** In so many months, as it is printed where nobody knows yet from when they run. */
export function monthsToAppeal(where: Where): number {
  return LENGTHS.court.months + monthsOfDistance(where).printed;
}

/** Silence on a complaint or an appeal received on a day: two months are a refusal, against which the court's delay runs. */
export function impliedRefusal(receivedOn: Day, where: Where): ImpliedRefusal {
  const on = receivedOn.add(LENGTHS.silence);
  const { last } = lastDayToAppeal(on, where);
  // Counted from the day after, as some do, silence ends later at a month's end.
  const latest = laterOf(on, nextDay(receivedOn).add(LENGTHS.silence).subtract({ days: 1 }));
  return { on, saidFrom: nextDay(on), contest: { last, lateFrom: lastDayToAppeal(latest, where).lateFrom } };
}

/** Silence on a request for documents received on a day: a month is a refusal, and the CADA is to be reached. */
export function impliedDocumentRefusal(receivedOn: Day, where: Where): ImpliedRefusal {
  const on = receivedOn.add(LENGTHS.documents);
  return { on, saidFrom: nextDay(on), contest: lastDayToReachCada(on, where) };
}

/** The last day to reach the CADA after a refusal (R343-1); no source says whether it is *franc*: the shorter count is printed. */
export function lastDayToReachCada(refusedOn: Day, where: Where): LastDay {
  return plain(refusedOn, LENGTHS.cada, where);
}

/**
 * The last day on which the undoing of an act that gave rights may still be signed (L242-1): not *franc*, no day off puts it off,
 * and the signing counts (Conseil d'État, no. 246583, second-hand). It binds the office: it is late at once.
 */
export function lastDayToWithdraw(signedOn: Day): LastDay {
  const last = signedOn.add(LENGTHS.withdrawal);
  return { last, lateFrom: nextDay(last) };
}

/** A delay of which its source says the length alone. */
export type PlainDelay = { readonly count: number; readonly unit: 'days' | 'months' | 'years' };

export function lastDayOf({ count, unit }: PlainDelay, from: Day, where: Where): LastDay {
  return plain(from, { [unit]: count }, where);
}

/** Did what was done on a day come too late? A delay that nobody gives is never over. */
export function isLate(day: Day, delay: LastDay | null): boolean {
  return delay !== null && Temporal.PlainDate.compare(day, delay.lateFrom) >= 0;
}

/** The day that counts of what somebody sent: the postmark's, for what came by post (CRPA L112-1; Conseil d'État, no. 494573, second-hand). */
export function dayOfSending({
  postedOn,
  receivedOn,
}: {
  readonly postedOn: Day | null;
  readonly receivedOn: Day;
}): Day {
  return postedOn ?? receivedOn;
}

/**
 * *Franc*: neither its first day nor the day on which it ends counts. The same day number so many months later, or the month's end
 * (code de procédure civile, 641), then the day after; on a day off, the next working one (642).
 */
function franc(from: Day, months: number, { seat }: Where): LastDay {
  const end = nextDay(from.add({ months }));
  return { last: workingDayFrom(end, seat), lateFrom: after(end, nextDay(from).add({ months }), seat) };
}

/** To the day, months to the same number: the longest way to count it is the *franc* one. */
function plain(
  from: Day,
  length: { readonly days?: number; readonly months?: number; readonly years?: number },
  { seat }: Where,
): LastDay {
  const last = from.add(length);
  return { last, lateFrom: after(nextDay(last), nextDay(from).add(length), seat) };
}

/** The day after the later of two ends, each put off to a working day. At a month's end the count from the day after goes further. */
function after(one: Day, other: Day, seat: Where['seat']): Day {
  return nextDay(latestWorkingDayFrom(laterOf(one, other), seat));
}

function laterOf(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}

function nextDay(day: Day): Day {
  return day.add({ days: 1 });
}

import type { ExpectedCall } from '../expectedCalls.ts';
import type { SummonsSeat } from '../summons.ts';

/** Changes that follow each other are told together; a keeper who goes on for longer holds nobody back. */
const QUIET_SECONDS = 60;
const LONGEST_SECONDS = 120;
/** Whoever is called so soon isn't kept waiting for what may follow. */
const SOON_MINUTES = 15;

/** `first`, `last`: of the changes that somebody wasn't told of; `next`: the call that is told. */
export function isTimeToTell(
  {
    first,
    last,
    next,
  }: { readonly first: Temporal.Instant; readonly last: Temporal.Instant; readonly next: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  const seconds = (since: Temporal.Instant): number => since.until(now).total('seconds');
  return seconds(last) >= QUIET_SECONDS || seconds(first) >= LONGEST_SECONDS || -seconds(next) <= SOON_MINUTES * 60;
}

/** What holds of each call, by what was said until a rank: the last of a unit and of a call of the plan. */
export function standingCalls(
  calls: readonly ExpectedCall[],
  until = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, ExpectedCall> {
  return new Map(calls.filter(({ rank }) => rank <= until).map((call) => [keyOf(call.unit, call.plannedAt), call]));
}

export function keyOf(unit: string, plannedAt: Temporal.Instant | string): string {
  return `${unit} ${Temporal.Instant.from(String(plannedAt)).epochMilliseconds}`;
}

/** A seat at the hour that is expected now, beside the one that its summons says. */
export type ExpectedSeat = SummonsSeat & { readonly plannedAt?: string };

/** The seats of a summons as the day goes, by their hours. */
export function asExpected(seats: readonly SummonsSeat[], calls: readonly ExpectedCall[]): readonly ExpectedSeat[] {
  const standing = standingCalls(calls);
  const { compare, from } = Temporal.Instant;
  return seats
    .map((seat): ExpectedSeat => {
      const call = seat.callsAt == null ? undefined : standing.get(keyOf(seat.unit, seat.callsAt));
      if (call === undefined || seat.callsAt == null || compare(call.callsAt, from(seat.callsAt)) === 0) return seat;
      const lasts = from(seat.startsAt).until(from(seat.endsAt));
      return {
        ...seat,
        plannedAt: seat.callsAt,
        callsAt: call.callsAt.toString(),
        startsAt: call.startsAt.toString(),
        endsAt: call.startsAt.add(lasts).toString(),
      };
    })
    .toSorted((a, b) => compare(from(a.startsAt), from(b.startsAt)));
}

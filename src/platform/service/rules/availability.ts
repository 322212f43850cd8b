import type { ServiceMinute } from '../serviceMinute.ts';

/** `down`: nobody was served; `hard`: some were turned away, or waited; `well`: neither. */
export type MinuteState = 'down' | 'hard' | 'well';

/** Fewer failures than this in a minute say nothing of the others: at night one request is all there is. */
const TELLING = 10;
/** A loop that stood still for longer is felt by everybody. */
const LONG_LAG_MS = 1_000;

/**
 * A minute that no node wrote is one in which none ran. One whose pages were mostly faults, or in which everybody was turned away, is an
 * outage to whoever asked; that some wait for their turn while others are served is none. Whether the database was away at the end of a
 * minute counts only if nobody was served before.
 */
export function stateOf(one: ServiceMinute | undefined): MinuteState {
  if (one === undefined) return 'down';
  const { requests, faults, away, slow, lagMs } = one;
  const failed = one.refused + faults;
  const nobodyServed = failed === requests;
  const isTelling = faults >= TELLING && faults * 2 >= requests;
  if ((nobodyServed && (away || failed >= TELLING)) || isTelling) return 'down';
  return failed > 0 || away || slow > 0 || lagMs >= LONG_LAG_MS ? 'hard' : 'well';
}

export type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** The whole minutes of a time, each with what was written of it. */
export function minutesOf(
  written: readonly ServiceMinute[],
  { from, until }: Span,
): readonly {
  readonly minute: Temporal.Instant;
  readonly one: ServiceMinute | undefined;
  readonly state: MinuteState;
}[] {
  const known = new Map(written.map((one) => [floor(one.minute).epochMilliseconds, one]));
  const first = floor(from);
  const count = Math.max(0, Math.floor((floor(until).epochMilliseconds - first.epochMilliseconds) / 60_000));
  return Array.from({ length: count }, (_, index) => {
    const minute = first.add({ minutes: index });
    const one = known.get(minute.epochMilliseconds);
    return { minute, one, state: stateOf(one) };
  });
}

/** The times in which nobody was served, the first first. */
export function outagesIn(minutes: ReturnType<typeof minutesOf>): readonly Span[] {
  const spans: Span[] = [];
  for (const { minute, state } of minutes) {
    if (state !== 'down') continue;
    const last = spans.at(-1);
    const until = minute.add({ minutes: 1 });
    if (last?.until.equals(minute)) spans.splice(-1, 1, { from: last.from, until });
    else spans.push({ from: minute, until });
  }
  return spans;
}

export function minutesIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, until }) => sum + Math.round(until.since(from).total('minutes')), 0);
}

/** The exam's clock is moved by seconds too in a demonstration: minutes are counted from whole ones. */
function floor(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

import { type Enrolment, isRunning } from '../enrolment/index.ts';
import { examAddresses as addresses } from '../exam/index.ts';
import { type CalendarEvent, writeCalendar } from '../platform/icalendar.ts';
import { convocationTexts as say } from './convocationTexts.ts';
import type { ExpectedCall } from './expectedCalls.ts';
import { asExpected } from './rules/expected.ts';
import { comesAt, type Summons, type SummonsSeat } from './summons.ts';
import type { UnitNames } from './summonsOf.ts';

const THE_DAY_BEFORE = Temporal.Duration.from({ days: 1 });

/**
 * The tests of a candidate for their own calendar. An event is known again by enrolment and unit, whatever the plan; each summons raises
 * its revision, and each hour that is expected instead; one that a later summons doesn't name any more, or whose enrolment ended, is cancelled where it was last.
 */
export function calendarOf(
  enrolment: Pick<Enrolment, 'id' | 'status' | 'endedAt'>,
  /** The last first; one at least. */
  all: readonly Summons[],
  calls: readonly ExpectedCall[],
  { full }: UnitNames,
  { publicUrl, title }: { readonly publicUrl: URL; readonly title: string },
): string {
  const [last] = all;
  const ended = !isRunning(enrolment);
  const standing = new Set(ended ? [] : last?.facts.seats.map(({ unit }) => unit));
  const known = new Map<string, SummonsSeat>();
  for (const { facts } of all)
    for (const seat of asExpected(facts.seats, calls)) if (!known.has(seat.unit)) known.set(seat.unit, seat);
  const revision = (last?.rank ?? 0) - (ended ? 0 : 1) + calls.length;
  const url = new URL(addresses.summons(enrolment.id), publicUrl).href;
  const events = [...known.values()].map((seat): CalendarEvent => {
    const cancelled = !standing.has(seat.unit);
    const summary = say.calendar.summary(full(seat.unit));
    return {
      uid: `${enrolment.id}-${seat.unit}@${publicUrl.hostname}`,
      summary: cancelled ? say.calendar.cancelled(summary) : summary,
      description: [
        say.place(seat),
        ...(seat.material === '' ? [] : [say.material(seat.material)]),
        say.calendar.bring,
        url,
      ].join('\n'),
      url,
      when: { at: Temporal.Instant.from(comesAt(seat)), ends: Temporal.Instant.from(seat.endsAt) },
      location: [...seat.centre, say.place(seat)].join(', '),
      tentative: false,
      cancelled,
      revision,
      reminder: THE_DAY_BEFORE,
    };
  });
  const stamps = [
    ...(last === undefined ? [] : [last.issuedAt]),
    ...calls.map(({ at }) => at),
    ...(ended && enrolment.endedAt ? [enrolment.endedAt] : []),
  ];
  const stamp = stamps.toSorted(Temporal.Instant.compare).at(-1) ?? Temporal.Instant.from('2000-01-01T00:00Z');
  return writeCalendar({ name: title, description: say.calendar.description, follow: null, stamp, events });
}

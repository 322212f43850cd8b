import type { Catalogue } from '../catalogue/index.ts';
import { type CalendarEvent, writeCalendar } from '../platform/icalendar.ts';
import { parisDay } from '../platform/time.ts';
import { addresses } from './addresses.ts';
import { boardTexts, isMidnight } from './boardTexts.ts';
import type { Told, ToldMember } from './convening.ts';
import { conveningTexts } from './conveningTexts.ts';
import { namingOf, placeOf } from './naming.ts';

const say = conveningTexts.calendar;
const THE_DAY_BEFORE = Temporal.Duration.from({ days: 1 });

/** A jury has its hour and no end, or its day alone. */
function whenIn({ held, startsAt, endsAt }: Told): CalendarEvent['when'] {
  const at = Temporal.Instant.from(startsAt);
  if (held !== 'jury') return { at, ends: Temporal.Instant.from(endsAt) };
  const from = parisDay(at);
  return isMidnight(at) ? { from, until: from.add({ days: 1 }) } : { at };
}

/** Where somebody was told to be, for their own calendar: an event a place on a board, known again by it; cancelled once they aren't expected. */
export function ownCalendar(catalogue: Catalogue, members: readonly ToldMember[], publicUrl: URL): string {
  const events = members.flatMap(
    ({ memberId, boardId, session, told, state, rowVersion }): readonly CalendarEvent[] => {
      if (told === null) return [];
      const cancelled = told.cancelled === true || state === 'declined' || state === 'released';
      const summary = `${boardTexts.held[told.held]}\u00a0: ${namingOf(catalogue, session)(told)}`;
      const url = new URL(addresses.ownBoard(boardId), publicUrl).href;
      return [
        {
          uid: `${memberId}@${publicUrl.hostname}`,
          summary: cancelled ? say.cancelled(summary) : summary,
          description: url,
          url,
          when: whenIn(told),
          location: placeOf(told),
          tentative: false,
          cancelled,
          revision: rowVersion,
          reminder: THE_DAY_BEFORE,
        },
      ];
    },
  );
  const stamp =
    members
      .flatMap(({ toldAt }) => (toldAt === null ? [] : [toldAt]))
      .toSorted(Temporal.Instant.compare)
      .at(-1) ?? Temporal.Instant.from('2000-01-01T00:00Z');
  return writeCalendar({ name: say.name, description: say.description, follow: null, stamp, events });
}

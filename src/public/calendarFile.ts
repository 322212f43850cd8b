import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import type { CalendarEvent } from '../platform/icalendar.ts';
import { parisDay } from '../platform/time.ts';
import { dayInWords } from '../ui/index.ts';
import { type Event, type MilestoneDate, milestonesOf } from './rules/milestones.ts';
import { sessionName } from './sessionName.ts';
import { beforeInWords, instantLine, isMidnight, monthInWords } from './texts/dates.ts';
import { texts } from './texts.ts';

const say = texts.calendarFile;
const page = texts.calendar;

const THE_DAY_BEFORE = Temporal.Duration.from({ days: 1 });
/** Of a whole day: at nine in the morning of the day before, not at midnight. */
const THE_MORNING_BEFORE = Temporal.Duration.from({ hours: 15 });

/** The dates of a session, one event each, for calendars that follow us. Results without a date are only spoken of. */
export function calendarEvents(
  catalogue: Catalogue,
  session: ResolvedSession,
  publicUrl: URL,
): readonly CalendarEvent[] {
  const name = sessionName(catalogue, session);
  const url = new URL(`/calendrier#session-${session.code}`, publicUrl).href;
  // Past or not makes no difference here: any instant will do.
  return milestonesOf(session, session.window.opensAt).flatMap(({ when, events }) =>
    events.map((event): CalendarEvent => {
      const wholeDay = isLastDay(event, when);
      const { what, lines } = tell(event, when, session);
      const tentative = 'settled' in event && !event.settled;
      return {
        uid: `${session.code}-${keyOf(event)}@${publicUrl.hostname}`,
        summary: say.summary(tentative ? say.unsettled(what) : what, name),
        description: [...lines, say.more(url)].join('\n'),
        url,
        when: placeOf(when, wholeDay),
        tentative,
        reminder: isClosing(event) ? (wholeDay ? THE_MORNING_BEFORE : THE_DAY_BEFORE) : null,
      };
    }),
  );
}

type Told = { readonly what: string; readonly lines: readonly string[] };

function tell(event: Event, when: MilestoneDate, { resultsAt }: ResolvedSession): Told {
  const on = whenInWords(event, when);
  switch (event.kind) {
    case 'opening':
      return { what: say.opening, lines: [on] };
    case 'closing':
      return { what: say.closing, lines: [on, page.closingText] };
    case 'pieces-open':
      return { what: say.piecesOpen, lines: [on, say.groups(event.groups)] };
    case 'pieces':
      return {
        what: isLastDay(event, when) ? say.piecesDay : say.pieces,
        lines: [on, ...event.due.map(({ groups, sanction, help }) => say.due(groups, sanction, help))],
      };
    case 'corrections':
      return {
        what: say.corrections,
        lines: [on, page.corrections, ...(event.settled ? [] : [page.correctionsUnsettled])],
      };
    case 'exam':
      return {
        what: when.kind === 'month' ? say.examMonth : say.exam,
        lines: [
          on,
          ...(event.settled ? [] : [page.examUnsettled]),
          ...(resultsAt.at === null ? [page.resultsUnknown] : []),
        ],
      };
    case 'results':
      return { what: say.results, lines: [on, ...(event.settled ? [] : [page.resultsUnsettled])] };
  }
}

/** A deadline at midnight stands on the last day that is left: on the next one, everybody would be late. */
function placeOf(when: MilestoneDate, wholeDay: boolean): CalendarEvent['when'] {
  switch (when.kind) {
    case 'month': {
      const from = when.month.toPlainDate({ day: 1 });
      return { from, until: from.add({ months: 1 }) };
    }
    case 'day':
      return { from: when.day, until: when.day.add({ days: 1 }) };
    case 'instant': {
      const until = parisDay(when.instant);
      return wholeDay ? { from: until.subtract({ days: 1 }), until } : { at: when.instant };
    }
  }
}

function isLastDay(event: Event, when: MilestoneDate): boolean {
  return isDeadline(event) && when.kind === 'instant' && isMidnight(when.instant);
}

function isDeadline(event: Event): boolean {
  return isClosing(event) || event.kind === 'corrections';
}

function isClosing({ kind }: Event): boolean {
  return kind === 'closing' || kind === 'pieces';
}

function keyOf(event: Event): string {
  return event.kind === 'pieces' || event.kind === 'pieces-open' ? `${event.kind}-${event.code}` : event.kind;
}

function whenInWords(event: Event, when: MilestoneDate): string {
  if (when.kind === 'month') return say.in(monthInWords(when.month));
  if (when.kind === 'day') return say.on(dayInWords(when.day));
  return isDeadline(event) ? say.before(beforeInWords(when.instant)) : say.on(instantLine(when.instant));
}

/** Dates for other people's calendars, as RFC 5545 and RFC 7986 write them. Knows nothing of what they are dates of. */

export type CalendarEvent = {
  /** The same for ever, whatever the date becomes: programs know the event again by it. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** An instant without length, a time with its end, or whole days, `until` not included. */
  readonly when:
    | { readonly at: Temporal.Instant }
    | { readonly at: Temporal.Instant; readonly ends: Temporal.Instant }
    | { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };
  /** The date is not settled yet. */
  readonly tentative: boolean;
  /** Where somebody has to be; then they are busy. Nobody is because a register closes. */
  readonly location?: string;
  /** It doesn't take place, or not for the reader. */
  readonly cancelled?: boolean;
  /** How often it was written anew: of two copies the one with more counts (RFC 5545, 3.8.7.4). */
  readonly revision?: number;
  /** A reminder so long before the beginning. */
  readonly reminder: Temporal.Duration | null;
};

export type CalendarFile = {
  readonly name: string;
  readonly description: string;
  /** Where it can be fetched again, and how often that makes sense; null: it is taken once, by who is signed in. */
  readonly follow: { readonly source: string; readonly refresh: Temporal.Duration } | null;
  /**
   * Since when it reads so. It is every event's DTSTAMP and LAST-MODIFIED: of two copies with the same SEQUENCE, the later
   * one counts (RFC 5546, 2.1.5). Where no count of revisions is kept, SEQUENCE stays 0.
   */
  readonly stamp: Temporal.Instant;
  readonly events: readonly CalendarEvent[];
};

export function writeCalendar({ name, description, follow, stamp, events }: CalendarFile): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Registre//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    // The names of RFC 7986, and those that older programs read.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `DESCRIPTION:${escaped(description)}`,
    `X-WR-CALDESC:${escaped(description)}`,
    ...(follow === null
      ? // Such a file tells; it asks nobody to answer (RFC 5546, 1.4).
        ['METHOD:PUBLISH']
      : [
          `SOURCE;VALUE=URI:${follow.source}`,
          `REFRESH-INTERVAL;VALUE=DURATION:${follow.refresh}`,
          `X-PUBLISHED-TTL:${follow.refresh}`,
        ]),
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function eventLines(event: CalendarEvent, stamp: Temporal.Instant): readonly string[] {
  const { uid, summary, description, url, when, tentative, location, cancelled, revision, reminder } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `LAST-MODIFIED:${utc(stamp)}`,
    `SEQUENCE:${revision ?? 0}`,
    ...('at' in when
      ? [`DTSTART:${utc(when.at)}`, ...('ends' in when ? [`DTEND:${utc(when.ends)}`] : [])]
      : [`DTSTART;VALUE=DATE:${basic(when.from)}`, `DTEND;VALUE=DATE:${basic(when.until)}`]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    `STATUS:${cancelled === true ? 'CANCELLED' : tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${location === undefined || cancelled === true ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(reminder === null || cancelled === true
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:-${reminder}`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

/** `20231201T160000Z`: understood everywhere without a description of the zone. */
function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function basic(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '');
}

/** TEXT (RFC 5545, 3.3.11). A control character has no place in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\p{Cc}--\t]/gv, '');
}

const LONGEST_LINE = 75;

/** Lines of at most 75 octets, the next begun by a space (RFC 5545, 3.1), never cut inside a character. */
function folded(line: string): string {
  let octets = 0;
  let written = '';
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

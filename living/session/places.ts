import type { Visitor } from '../../e2e/support/visitor.ts';
import { minutesOfRegulation } from '../../src/calendar/rules/hours.ts';
import type { Catalogue, ResolvedSession, Unit } from '../../src/catalogue/index.ts';
import { dayOff } from '../../src/law/index.ts';
import { heldByRegulation } from '../../src/places/rules/held.ts';
import { inFrench, send, wrong } from './forms.ts';

/** Five towns of the academy, each with halls and small rooms. */
const TOWNS = [
  ['CLF', 'Lycée des Volcans', '63000', 'Clermont-Ferrand'],
  ['MLN', 'Lycée du Bocage', '03000', 'Moulins'],
  ['MLC', 'Lycée du Cher', '03100', 'Montluçon'],
  ['AUR', 'Lycée de la Jordanne', '15000', 'Aurillac'],
  ['PUY', 'Lycée de la Borne', '43000', 'Le Puy-en-Velay'],
] as const;
const HALLS = 8;
const HALL_SEATS = 36;
const SMALL_ROOMS = 6;
const SMALL_SEATS = 4;
/** Where a regulation prints no figure. */
const MINUTES = 120;
export const TURN = 15;
/** Longer ones take the day: whoever has a third more must end before the next begins. */
const HALF_DAY = 210;

/** Rooms in one table, and the calendar of all specialities in another. Answers how many rooms and sittings there are. */
export async function writePlaces(
  head: Visitor,
  catalogue: Catalogue,
  session: ResolvedSession,
  specialities: readonly string[],
): Promise<{ readonly rooms: number; readonly sittings: number }> {
  const rooms = TOWNS.flatMap(([code, name, postcode, city]) => {
    const line = (room: string, seats: number, accessible: boolean): readonly string[] => [
      ...[code, name, '1 rue du Lycée', postcode, city, room, String(seats), accessible ? 'oui' : 'non', ''],
    ];
    const halls = Array.from({ length: HALLS }, (_, index) => line(`Salle ${index + 1}`, HALL_SEATS, index < 4));
    const small = Array.from({ length: SMALL_ROOMS }, (_, index) =>
      line(`Petite salle ${index + 1}`, SMALL_SEATS, true),
    );
    return [...halls, ...small];
  });
  await sendTable(head, session.code, 'centres', rooms);
  const sittings = specialities.flatMap((cfd, order) =>
    calendarOf(catalogue.regulation(cfd, session.year)?.units ?? [], firstDay(session, order)).map(
      ({ unit, day, hour }) => [
        ...[cfd, unit.code ?? unit.id, inFrench(day), hour, `${minutesOf(unit)} min`, 'Stylo bleu ou noir', '', '', ''],
        ...['', endOfBoard(unit, hour), '', isOral(unit) ? BOARD_REST : ''],
      ],
    ),
  );
  await sendTable(head, session.code, 'calendrier', sittings);
  return { rooms: rooms.length, sittings: sittings.length };
}

/** One test more, beside the table. `more`: fields of its form, beside what the regulation says. */
export async function writeSitting(
  head: Visitor,
  session: string,
  unit: Pick<Unit, 'duration' | 'mode'> & { readonly speciality: string; readonly code: string },
  at: Temporal.PlainDateTime,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const form = `/gestion/examen/calendrier/nouveau`;
  await send(head, `${form}?session=${session}`, `${form}?session=${session}`, {
    unit: `${unit.speciality}/${unit.code}`,
    day: inFrench(at),
    hour: at.toPlainTime().toString({ smallestUnit: 'minute' }),
    duration: `${minutesOf(unit)} min`,
    until: endOfBoard(unit, at.toPlainTime().toString({ smallestUnit: 'minute' })),
    material: 'Stylo bleu ou noir',
    ...more,
  });
}

/** Minutes that a board has for itself after each turn. */
const BOARD_REST = '5';

export function isOral({ mode }: Pick<Unit, 'mode'>): boolean {
  return heldByRegulation({ mode }) === 'oral';
}

/** A board calls for half a day. */
function endOfBoard(unit: Pick<Unit, 'mode'>, hour: string): string {
  return isOral(unit) ? Temporal.PlainTime.from(hour).add({ hours: 4 }).toString({ smallestUnit: 'minute' }) : '';
}

/** Half of the specialities begin a week later: rooms are few. */
function firstDay({ examStartsOn }: ResolvedSession, order: number): Temporal.PlainDate {
  return examStartsOn.on.add({ days: order % 2 === 0 ? 0 : 8 });
}

type Hour = { readonly unit: Unit; readonly day: Temporal.PlainDate; readonly hour: string };

function calendarOf(units: readonly Unit[], from: Temporal.PlainDate): readonly Hour[] {
  const hours: Hour[] = [];
  let day = open(from);
  let afternoon = false;
  for (const unit of units) {
    const isLong = minutesOf(unit) > HALF_DAY;
    if (afternoon && isLong) [day, afternoon] = [open(day.add({ days: 1 })), false];
    hours.push({ unit, day, hour: afternoon ? '14:00' : '08:00' });
    if (isLong || afternoon) [day, afternoon] = [open(day.add({ days: 1 })), false];
    else afternoon = true;
  }
  return hours;
}

function open(day: Temporal.PlainDate): Temporal.PlainDate {
  return dayOff(day) === null ? day : open(day.add({ days: 1 }));
}

function minutesOf({ duration, mode }: Pick<Unit, 'duration' | 'mode'>): number {
  return minutesOfRegulation(duration) ?? (isOral({ mode }) ? TURN : MINUTES);
}

/** Under the titles that the site itself gives. */
/** A table in the columns of its template. */
export async function sendTable(
  head: Visitor,
  session: string,
  what: string,
  lines: readonly (readonly string[])[],
): Promise<void> {
  const current = await head.download(`/gestion/examen/exporter/${what}?session=${session}&format=csv`);
  const [titles = ''] = current.toString('utf8').split(/\r?\n/);
  const table = `${titles}\r\n${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
  const form = `/gestion/examen/importer/${what}?session=${session}`;
  const sent = await head.deposit(form, Buffer.from(table), `${what}.csv`);
  if (sent.status !== 303) throw wrong(form, sent);
}

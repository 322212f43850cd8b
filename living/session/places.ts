import type { Visitor } from '../../e2e/support/visitor.ts';
import type { KnownUnit } from '../../src/calendar/rules/sittingLine.ts';
import { specialitiesWithUnits } from '../../src/calendar/sittingRules.ts';
import type { Catalogue, ResolvedSession } from '../../src/catalogue/index.ts';
import { isReplacement, phaseOf, wholeUnit } from '../../src/exam/index.ts';
import { HELD_WORDS, type Held } from '../../src/places/index.ts';
import { workingDay } from '../days.ts';
import { boxOf, inFrench, offered, send, wrong } from './forms.ts';

/** Five towns of the academy, each with halls and small rooms. */
const TOWNS = [
  ['CLF', 'Lycée des Volcans', '63000', 'Clermont-Ferrand'],
  ['MLN', 'Lycée du Bocage', '03000', 'Moulins'],
  ['MLC', 'Lycée du Cher', '03100', 'Montluçon'],
  ['AUR', 'Lycée de la Jordanne', '15000', 'Aurillac'],
  ['PUY', 'Lycée de la Borne', '43000', 'Le Puy-en-Velay'],
] as const;
/** What an academy has in a town: the numbers of its halls, and how many workshops for practical tests. */
type Centre = {
  readonly at: readonly [code: string, name: string, postcode: string, city: string];
  readonly halls: readonly number[];
  readonly small: number;
  readonly workshops: number;
};
const HALLS = 8;
const HALL_SEATS = 36;
const SMALL_ROOMS = 6;
const SMALL_SEATS = 4;
const WORKSHOPS = 4;
const WORKSHOP_SEATS = 20;
const STATIONS = 12;
const WORKSHOP = 'atelier';
/** How many sit at once in the halls of these towns. */
const PEOPLE = 1000;
/** Where a regulation prints no figure. */
const MINUTES = 120;
export const TURN = 15;
/** Longer ones take the day: whoever has a third more must end before the next begins. */
const HALF_DAY = 210;

/** Halls alone: practical tests are sat there too. */
const WITHOUT_WORKSHOPS: readonly Centre[] = TOWNS.map((at) => ({
  at,
  halls: numbered(HALLS),
  small: SMALL_ROOMS,
  workshops: 0,
}));
const LYON = [['LYO', 'Lycée du Rhône', '69001', 'Lyon']] as const;

/** What each academy has for so many people. */
export function estateOf(academy: string, people: number): readonly Centre[] {
  const times = Math.max(1, people / PEOPLE);
  const [halls, workshops] = [Math.ceil(HALLS * times), Math.ceil(WORKSHOPS * times)];
  const towns = academy === 'clermont' ? TOWNS : LYON;
  return towns.map((at) => ({ at, halls: numbered(halls), small: SMALL_ROOMS, workshops }));
}

function numbered(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Rooms in one table, and the calendar of all specialities in another, which begins so many days later. Answers how many rooms and sittings there are. */
export async function writePlaces(
  head: Visitor,
  catalogue: Catalogue,
  session: ResolvedSession,
  specialities: readonly string[],
  { estate = WITHOUT_WORKSHOPS, later = 0 }: { readonly estate?: readonly Centre[]; readonly later?: number } = {},
): Promise<{ readonly rooms: number; readonly sittings: number }> {
  const rooms = estate.flatMap(({ at: [code, name, postcode, city], halls, small, workshops }) => {
    const line = (room: string, seats: number, accessible: boolean, kind = '', stations = ''): readonly string[] => [
      ...[code, name, '1 rue du Lycée', postcode, city, room, String(seats), accessible ? 'oui' : 'non', kind],
      stations,
    ];
    return [
      ...halls.map((number) => line(`Salle ${number}`, HALL_SEATS, number <= 4)),
      ...numbered(small).map((number) => line(`Petite salle ${number}`, SMALL_SEATS, true)),
      ...numbered(workshops).map((number) =>
        line(`Atelier ${number}`, WORKSHOP_SEATS, true, WORKSHOP, String(STATIONS)),
      ),
    ];
  });
  const inWorkshops = estate.some(({ workshops }) => workshops > 0);
  await sendTable(head, session.code, 'centres', rooms);
  const sittings = specialities.flatMap((cfd, order) => {
    const tests = testsOf(catalogue, session, cfd).filter(({ id }) => !isReplacement(id));
    return calendarOf(tests, firstDay(session, order).add({ days: later }), inWorkshops).map(({ test, day, hour }) => [
      ...[cfd, test.code, inFrench(day), hour, `${test.minutes} min`, materialOf(test)],
      ...[inWorkshops && test.held === 'practical' ? WORKSHOP : '', '', '', HELD_WORDS[test.held]],
      ...[endOfBoard(test, hour), '', test.held === 'oral' ? BOARD_REST : ''],
    ]);
  });
  await sendTable(head, session.code, 'calendrier', sittings);
  return { rooms: rooms.length, sittings: sittings.length };
}

/** Halls of a lycée that one academy lends another: its first, for the month in which the exams are. */
const LENT = { lycee: TOWNS[0][1], halls: 3, days: 30 } as const;
const LENDING = '/gestion/examen/centres';

/** Its head lends them. Answers how many. */
export async function lendHalls(head: Visitor, { code, examStartsOn }: ResolvedSession, to: string): Promise<number> {
  const page = `${LENDING}?session=${code}`;
  const { html } = await head.get(page);
  await send(head, page, `${LENDING}/prets?session=${code}`, {
    salles: numbered(LENT.halls).map((number) => boxOf(html, 'salles', `${LENT.lycee}, Salle ${number}`)),
    academie: to,
    premier: inFrench(examStartsOn.on),
    dernier: inFrench(examStartsOn.on.add({ days: LENT.days })),
  });
  return LENT.halls;
}

/** The head of who borrows ticks the centre among those of their session. */
export async function useLentHalls(head: Visitor, { code }: ResolvedSession): Promise<void> {
  const page = `${LENDING}?session=${code}`;
  const centres = offered((await head.get(page)).html, 'centres');
  await send(head, page, `${LENDING}/utiliser?session=${code}`, { centres });
}

/** One test more, beside the table. */
export async function writeSitting(
  head: Visitor,
  session: string,
  { speciality, ...test }: Test & { readonly speciality: string },
  at: Temporal.PlainDateTime,
): Promise<void> {
  const form = `/gestion/examen/calendrier/nouveau`;
  const hour = at.toPlainTime().toString({ smallestUnit: 'minute' });
  await send(head, `${form}?session=${session}`, `${form}?session=${session}`, {
    unit: `${speciality}/${test.id}`,
    day: inFrench(at),
    hour,
    duration: `${test.minutes} min`,
    held: test.held,
    until: endOfBoard(test, hour),
    material: materialOf(test),
  });
}

/** What a candidate brings where one writes; what a board or a workshop asks for nobody wrote down. */
export function materialOf({ held }: Pick<Test, 'held'>): string {
  return held === 'written' ? 'Stylo bleu ou noir' : '';
}

/** Minutes that a board has for itself after each turn. */
const BOARD_REST = '5';

/** A test as a calendar takes it, or one of its phases. `id`: the key of the rules; `code`: as people call it. */
export type Test = Pick<KnownUnit, 'id' | 'code' | 'uncounted'> & { readonly minutes: number; readonly held: Held };

/**
 * The tests of a speciality, phase by phase, each then as it is sat again: as its regulation says, where it does. What it prints in several forms is held
 * at posts if it has phases, else in writing.
 */
export function testsOf(catalogue: Catalogue, session: ResolvedSession, cfd: string): readonly Test[] {
  const { academy } = session;
  const known = specialitiesWithUnits(catalogue, session, { academy, portfolios: null });
  const units = known.find((one) => one.cfd === cfd)?.units ?? [];
  const inPhases = new Set(units.filter(({ id }) => phaseOf(id) > 1).map(({ id }) => wholeUnit(id)));
  return units.flatMap(({ id, code, uncounted, ...said }): readonly Test[] => {
    const held = said.held ?? (inPhases.has(wholeUnit(id)) ? 'practical' : 'written');
    const minutes = said.minutes ?? (held === 'oral' ? TURN : MINUTES);
    return held === 'continuous' ? [] : [{ id, code, uncounted, minutes, held }];
  });
}

/** A board calls for half a day. */
function endOfBoard({ held }: Pick<Test, 'held'>, hour: string): string {
  return held === 'oral' ? Temporal.PlainTime.from(hour).add({ hours: 4 }).toString({ smallestUnit: 'minute' }) : '';
}

/** Half of the specialities begin a week later: rooms are few. */
function firstDay({ examStartsOn }: ResolvedSession, order: number): Temporal.PlainDate {
  return examStartsOn.on.add({ days: order % 2 === 0 ? 0 : 8 });
}

type Hour = { readonly test: Test; readonly day: Temporal.PlainDate; readonly hour: string };

/** `waves`: a practical test that leaves time for it is held twice on its day, at posts that are few. */
export function calendarOf(tests: readonly Test[], from: Temporal.PlainDate, waves: boolean): readonly Hour[] {
  const hours: Hour[] = [];
  let day = workingDay(from, 1);
  let afternoon = false;
  const turnPage = (): void => {
    [day, afternoon] = [workingDay(day.add({ days: 1 }), 1), false];
  };
  for (const test of tests) {
    const twice = waves && test.held === 'practical' && test.minutes <= HALF_DAY;
    const isLong = twice || test.minutes > HALF_DAY;
    if (afternoon && isLong) turnPage();
    hours.push({ test, day, hour: afternoon ? '14:00' : '08:00' });
    if (twice) hours.push({ test, day, hour: '14:00' });
    if (isLong || afternoon) turnPage();
    else afternoon = true;
  }
  return hours;
}

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

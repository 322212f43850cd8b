import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import { examAddresses as addresses, type ExamScope } from '../exam/index.ts';
import {
  type HeldTime,
  type KeptRoom,
  listAllCentres,
  listAllRooms,
  listCentres,
  listKeptElsewhere,
  listRooms,
  listSittings,
  listSittingsElsewhere,
  roomInWords,
  roomTimeOf,
  type Sitting,
} from '../places/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type CalendarClash, calendarClashes, readSitters } from '../sitters/index.ts';
import { clockTime } from '../ui/index.ts';
import { hoursByPlan, readByPlan } from './byPlan.ts';
import { besideTest } from './calendarTexts.ts';
import { drawingTexts as say } from './drawingTexts.ts';
import { layOut } from './layOut.ts';
import { lentOn } from './lentOn.ts';
import type { Block, DrawingView } from './pages/drawingPage.tsx';
import { type CalendarDay, dayToOpen, drawnSpan, hoursAround, spanOf } from './rules/drawing.ts';
import { sittingRulesOf } from './sittingRules.ts';
import { listPlaced, type Placed } from './store/placed.ts';
import { clashInWords, namesElsewhere } from './testsElsewhere.ts';
import { namesOf } from './titleOf.ts';
import { toSettleIn } from './toSettle.ts';

type Asked = {
  readonly day: string | undefined;
  /** Of all sessions of the academy. */
  readonly all: boolean;
  readonly centre: string | undefined;
  /** Free rooms too. */
  readonly free: boolean;
  readonly today: string;
  readonly isHead: boolean;
};
type Given = { readonly session: ResolvedSession; readonly scope: ExamScope };
type Drawing = Pick<
  DrawingView,
  'all' | 'centres' | 'centre' | 'count' | 'days' | 'day' | 'drawn' | 'free' | 'mayDraw'
>;

/** A day of the calendar as it is drawn: each room with what has it, of this session, of others, and by the published plans. */
export async function readDay(
  db: Database,
  catalogue: Catalogue,
  { session, scope }: Given,
  asked: Asked,
): Promise<Drawing> {
  const { academy, portfolios } = scope;
  const place = { academy, session: session.code };
  const own = await listSittings(db, place);
  const [centres, rooms, elsewhere, sitters, clashes, othersAt] = await Promise.all([
    listCentres(db, place),
    listRooms(db, place),
    listKeptElsewhere(db, catalogue, place),
    readSitters(db, catalogue, place),
    asked.isHead ? calendarClashes(db, catalogue, place) : [],
    readByPlan(db, place, own),
  ]);
  const rules = sittingRulesOf(catalogue, session, scope, { centres, rooms, staying: [], elsewhere });
  const known = new Set(rules.specialities.map(({ cfd }) => cfd));
  // A head sees what the rules no longer name, too: it is theirs to mend.
  const sittings = portfolios === null ? own : own.filter(({ speciality }) => known.has(speciality));
  const standing = toSettleIn(sittings, rules, { centres, rooms, othersAt });
  const faultsOf = (sitting: Sitting): readonly string[] => [
    ...standing(sitting),
    ...clashes
      .filter(({ tests }) => tests.some(isOf(session.code, sitting)))
      .map((one) => clashInWords(catalogue, one, session.code)),
  ];
  const days = daysOf(sittings, session.zone, faultsOf);
  const open = dayToOpen(days, asked.day, asked.today);
  const [allCentres, allRooms] = asked.all
    ? [withOthers(await listAllCentres(db, academy), centres), withOthers(await listAllRooms(db, academy), rooms)]
    : [centres, rooms];
  const centre = allCentres.find(({ code }) => code === asked.centre)?.code ?? null;
  const shown = {
    all: asked.all,
    count: sittings.length,
    days,
    centres: allCentres.map(({ code, name }) => ({ value: code, label: `${code}, ${name}` })),
    centre,
  };
  if (open === null) return { ...shown, day: null, drawn: [], free: 0, mayDraw: false };
  const day = Temporal.PlainDate.from(open);
  const midnight = (one: Temporal.PlainDate): Temporal.Instant => one.toZonedDateTime(session.zone).toInstant();
  const bounds = { from: midnight(day), to: midnight(day.add({ days: 1 })) };
  const [others, placed] = await Promise.all([
    listSittingsElsewhere(db, place, bounds),
    listPlaced(db, academy, bounds),
  ]);
  const persons = countPersons(placed, sitters);
  const drawn = <Names extends { readonly unit: string; readonly of: string }>(
    one: Parameters<typeof spanOf>[0],
    names: Names,
  ): Names & ReturnType<typeof drawnSpan> => ({
    ...names,
    ...drawnSpan(spanOf(one, day, session.zone), names),
  });
  const blocks: (Block & { readonly roomId: string | null })[] = [
    ...sittings
      .filter(({ startsAt }) => dayOf(startsAt, session.zone) === open)
      .map((one) => ({
        ...drawn(roomTimeOf(one), namesOf(rules.specialities, one)),
        key: one.id,
        roomId: one.roomId,
        room: roomInWords(allCentres, allRooms, one),
        kind: 'own' as const,
        hours: hoursInWords(one),
        words: [say.held(one.held), ...besideTest(one), persons(one)].join(', '),
        faults: faultsOf(one),
        move: asked.isHead
          ? {
              href: addresses.moveSitting(one.id, { session: session.code, version: one.rowVersion }),
              startsAt: spanOf({ from: one.startsAt, to: one.startsAt }, day, session.zone).from,
            }
          : null,
      })),
    ...others
      .filter(({ roomId }) => asked.all || roomId !== null)
      .map((one) => ({
        ...drawn(roomTimeOf(one), namesElsewhere(catalogue, one, asked.isHead)),
        key: one.id,
        roomId: one.roomId,
        room: roomInWords(allCentres, allRooms, one),
        kind: 'other' as const,
        hours: hoursInWords(one),
        words: asked.isHead ? say.held(one.held) : '',
        faults: [],
        move: null,
      })),
    ...placed
      .filter((one) => [...sittings, ...others].find(({ id }) => id === one.sittingId)?.roomId !== one.roomId)
      .filter((one) => (one.session === session.code ? portfolios === null || known.has(one.speciality) : true))
      .map((one) => ({
        ...drawn(
          { from: one.startsAt, to: one.endsAt },
          one.session === session.code
            ? namesOf(rules.specialities, one)
            : namesElsewhere(catalogue, one, asked.isHead),
        ),
        key: `${one.sittingId} ${one.unit} ${one.roomId}`,
        roomId: one.roomId,
        room: roomInWords(allCentres, allRooms, one),
        kind: 'plan' as const,
        hours: hoursByPlan(one),
        words: [say.placed(one.persons), say.byPlan].join(', '),
        faults: [],
        move: null,
      })),
  ];
  const lent = await lentOn(db, catalogue, academy, day, hoursAround(blocks));
  const notLent = new Set(
    elsewhere.filter((one) => one.lent === 'from' && isOn(one, bounds)).map(({ roomId }) => roomId),
  );
  const seen = allRooms.filter(({ id }) => !notLent.has(id) || blocks.some(({ roomId }) => roomId === id));
  return {
    ...shown,
    day,
    ...layOut([...blocks, ...lent], { centres: allCentres, rooms: seen, centre, free: asked.free }),
  };
}

/** Has it the room on that day? */
function isOn(
  { startsAt, minutes }: Pick<KeptRoom, 'startsAt' | 'minutes'>,
  { from, to }: Readonly<Record<'from' | 'to', Temporal.Instant>>,
): boolean {
  const { compare } = Temporal.Instant;
  return compare(startsAt, to) < 0 && compare(startsAt.add({ minutes }), from) > 0;
}

/** All of the academy, and those that another lends this session. */
function withOthers<T extends { readonly id: string }>(all: readonly T[], used: readonly T[]): readonly T[] {
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...used.filter(({ id }) => !known.has(id))];
}

function daysOf(
  sittings: readonly Sitting[],
  zone: string,
  faultsOf: (sitting: Sitting) => readonly string[],
): readonly CalendarDay[] {
  return [...Map.groupBy(sittings, ({ startsAt }) => dayOf(startsAt, zone))].map(([day, some]) => ({
    day,
    count: some.length,
    toSettle: some.filter((one) => faultsOf(one).length > 0).length,
  }));
}

function dayOf(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Those whom the published plan has there, else those who sit the unit. */
function countPersons(
  placed: readonly Placed[],
  sitters: Awaited<ReturnType<typeof readSitters>>,
): (sitting: Sitting) => string {
  const bySitting = Map.groupBy(placed, ({ sittingId }) => sittingId);
  const byUnit = new Map<string, number>();
  for (const { speciality, units } of sitters)
    for (const unit of units) byUnit.set(`${speciality}/${unit}`, (byUnit.get(`${speciality}/${unit}`) ?? 0) + 1);
  return ({ id, speciality, unit }) => {
    const there: readonly Placed[] = bySitting.get(id) ?? [];
    return there.length === 0
      ? say.toPlace(byUnit.get(`${speciality}/${unit}`) ?? 0)
      : say.placed(there.reduce((sum, one) => sum + one.persons, 0));
  };
}

function hoursInWords(one: HeldTime): string {
  const { from, to } = roomTimeOf({ ...one, preparation: 0, rest: 0 });
  return `${clockTime(from)} à ${clockTime(to)}`;
}

function isOf(session: string, { speciality, unit }: Sitting): (test: CalendarClash['tests'][number]) => boolean {
  return (test) => test.session === session && test.speciality === speciality && test.unit === unit;
}

import { sql } from 'kysely';
import type { Catalogue } from '../../src/catalogue/index.ts';
import { isOptional, slotsOf } from '../../src/enrolment/index.ts';
import { isReplacement, phaseOf } from '../../src/exam/index.ts';
import { columns, type RowOf, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { type Draw, drawFor } from '../draw.ts';

const SCRIPT = columns({ number: text, address: text, unit: text });
const SEAT = columns({ enrolmentId: uuid, address: text, speciality: text, unit: text, centre: text });
/** Somebody at a test of the published plan. `centre`: its code. */
export type Seat = RowOf<typeof SEAT>;

/** Of those who sit everything, one in so many is half a point short: whom a jury is for. */
const EDGE = 10;
const ABSENT = 0.02;
/** One mark in so many is typed wrong by the second person. */
const SLIP = 60;

/** `slips`: the second person types something else. */
export type Written = { readonly mark: string; readonly slips: boolean };

export type Told = (address: string, unit: string) => string | undefined;

/** Everybody's tests, as the published plan says, each once whatever its phases. */
export async function readSeats(db: Database, session: string): Promise<readonly Seat[]> {
  const seats = await SEAT.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", a.email as address, t.speciality, s.unit, c.code as centre from seating_plan p
      join planned_seat s on s.plan_id = p.id join exam_sitting t on t.id = s.sitting_id
      join exam_room r on r.id = s.room_id join exam_centre c on c.id = r.centre_id join enrolment e on e.id = s.enrolment_id join auth_user a on a.id = e.candidate_id
      where p.session = ${session} and p.state = 'published' order by e.number, s.unit`,
  );
  return seats.filter(({ unit }) => phaseOf(unit) === 1);
}

/**
 * What somebody of this address did in that unit, since whoever plays the candidates knows what they wrote: drawn from person and unit, so
 * the same at each run, whatever numbers the office draws.
 */
export type Paper = (address: string, unit: string) => Written;

export async function readPapers(db: Database, catalogue: Catalogue, session: string, told: Told): Promise<Paper> {
  const weak = weakUnits(catalogue, session, await readSeats(db, session));
  return (address, unit) => {
    const weakest = weak.get(address);
    const draw = drawFor(`mark ${address} ${unit}`);
    const drawn = weakest === undefined ? markOf(draw) : weakest === unit ? '9,5' : '10';
    const mark = told(address, unit) ?? drawn;
    return { mark, slips: mark !== 'A' && draw.whole(SLIP) === 0 };
  };
}

/** What each script bears, by its number. */
export async function readScripts(
  db: Database,
  catalogue: Catalogue,
  session: string,
  told: Told,
): Promise<ReadonlyMap<string, Written>> {
  const scripts = await SCRIPT.all(
    db,
    sql`select s.number, a.email as address, b.unit from mark_identity i join mark_script s on s.id = i.script_id
      join mark_batch b on b.id = i.batch_id join enrolment e on e.id = i.enrolment_id join auth_user a on a.id = e.candidate_id
      where b.session = ${session}`,
  );
  const paper = await readPapers(db, catalogue, session, told);
  return new Map(scripts.map(({ number, address, unit }) => [number, paper(address, unit)]));
}

/** Who has ten everywhere but in one unit, by their address. */
function weakUnits(catalogue: Catalogue, session: string, seats: readonly Seat[]): ReadonlyMap<string, string> {
  const year = catalogue.session(session)?.year ?? 0;
  const whole = [...Map.groupBy(seats, ({ address }) => address)].flatMap(([address, theirs]) => {
    const regulation = catalogue.regulation(theirs[0]?.speciality ?? '', year);
    if (regulation === undefined) return [];
    const optional = new Set(regulation.units.filter(isOptional).map(({ id }) => id));
    const units = theirs.map(({ unit }) => unit).filter((unit) => !optional.has(unit) && !isReplacement(unit));
    const [weakest] = units.toSorted();
    return weakest === undefined || units.length < slotsOf(regulation).length ? [] : [{ address, weakest }];
  });
  const byRank = whole.toSorted((one, other) => rankOf(one.address) - rankOf(other.address));
  return new Map(byRank.filter((_, index) => index % EDGE === 0).map(({ address, weakest }) => [address, weakest]));
}

/** `candidat.12@…` */
function rankOf(address: string): number {
  return Number(/\d+/.exec(address)?.[0] ?? 0);
}

/** A mark that somebody may have: around eleven, in half points, or an absence. */
function markOf(draw: Draw): string {
  if (draw.share() < ABSENT) return 'A';
  const halfPoints = Math.round(2 * (3 + (draw.share() + draw.share() + draw.share()) * 5.4));
  return String(Math.min(40, halfPoints) / 2).replace('.', ',');
}

import { sql } from 'kysely';
import { DEMONSTRATION_PASSWORD } from '../e2e/support/visitor.ts';
import { accountId, hashPassword } from '../src/accounts/index.ts';
import type { ResolvedSession } from '../src/catalogue/index.ts';
import { mendLists } from '../src/checking/index.ts';
import type { EnrolmentId } from '../src/enrolment/enrolment.ts';
import { columns, id, text, uuid } from '../src/platform/database/columns.ts';
import { PARIS } from '../src/platform/time.ts';
import { actOf } from './acts.ts';
import { HALF_DAY_HOURS, workAtDesks } from './desk.ts';
import { correct, type Life, type Place, planLife, visit } from './life.ts';
import type { Person } from './people.ts';
import { printSpecimens, type Specimens } from './specimens.ts';
import type { World } from './world.ts';

/** People who act at once, where nothing is said. */
const AT_ONCE = 8;

export type OfficeOrder = {
  /** Enrolments of each session, by its code. */
  readonly counts: ReadonlyMap<string, number>;
  /** Until nine o'clock of that day. */
  readonly until: Temporal.PlainDate;
  /** Not later than this, where that hour is still to come. */
  readonly notAfter?: Temporal.Instant;
  /** The days of it that pass now, the last excluded: whoever came on earlier ones is known again. Nothing said: all of them. */
  readonly part?: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };
  /** Codes of the specialities that people choose among; null: all that are open. */
  readonly specialities: readonly string[] | null;
  /** Hardly anybody stops on the way or gives half. */
  readonly diligent: boolean;
  /** The office has its staff already: nobody of the demonstration works there. */
  readonly ownStaff?: boolean;
  /** People who must be among them, by session: the first to be planned, diligent whatever the others are. */
  readonly cast?: ReadonlyMap<string, readonly Person[]>;
  /** The number of the one who comes before them, where others were filled in already. */
  readonly firstRank?: number;
  /** People who act at once; one by one, each is given the same number at each run. */
  readonly atOnce?: number;
  /** How much passes between two looks at the desks; half a day where nothing is said. */
  readonly stepHours?: number;
  /** What is done besides, at the first look at or after its instant. */
  readonly moments?: readonly Moment[];
  /** Of the time that passes, from 0 to 1. */
  readonly passed?: (share: number) => void;
};

export type Moment = { readonly at: Temporal.Instant; readonly happens: () => Promise<void> };

/**
 * Invented candidates enrol, give specimens of documents, correct, withdraw, while officers decide, half a day after half a day, by
 * the acts that the pages call. Answers what was refused, with how often. Errors: a session that isn't there, or opens later.
 */
export async function fillOffice(world: World, order: OfficeOrder): Promise<ReadonlyMap<string, number>> {
  const [morning, { notAfter = morning }] = [morningOf(order.until), order];
  const until = Temporal.Instant.compare(notAfter, morning) < 0 ? notAfter : morning;
  const ends = order.part === undefined ? until : morningOf(order.part.until);
  const hash = await hashPassword(DEMONSTRATION_PASSWORD);
  const refused = new Map<string, number>();
  const offices = [...order.counts].map(([code, count]) => {
    const session = world.catalogue.session(code);
    if (session === undefined) throw new Error(`No session: ${code}`);
    if (Temporal.Instant.compare(session.window.opensAt, until) >= 0)
      throw new Error(`The register opens later: ${session.window.opensAt}`);
    return { session, place: placeOf(world, session, order, hash), count };
  });
  const [first] = offices;
  if (first === undefined) return refused;
  const opensAt = offices
    .map(({ session }) => session.window.opensAt)
    .reduce((one, other) => (Temporal.Instant.compare(one, other) <= 0 ? one : other));
  const academies = new Set(offices.map(({ session }) => session.academy));
  for (const academy of order.ownStaff === true ? [] : academies) {
    const portfolios = world.catalogue.academy(academy)?.portfolios.map((one) => one.code) ?? [];
    await world.accounts.ensureDemonstrationAccounts(academy, portfolios, academies.size > 1 ? `${academy}.` : '');
  }
  const hours = opensAt.until(until).total('hours');
  let rank = order.firstRank ?? 0;
  const people = offices.map(({ session, place, count }) => {
    const later = opensAt.until(session.window.opensAt).total('hours');
    const open = Math.min(hours, opensAt.until(session.window.closesAt).total('hours') - 1) - later;
    const cast = order.cast?.get(session.code) ?? [];
    const lives = Array.from({ length: count }, (_, index) => {
      const known = cast[index];
      return planLife(++rank, open, order.diligent || known !== undefined, known);
    });
    return { session, place, lives, later };
  });
  if (order.part !== undefined) for (const { session, lives } of people) await knowAgain(world, session, lives);
  const crowd = { refused, atOnce: order.atOnce ?? AT_ONCE };
  const moments = order.moments?.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at)) ?? [];
  const step = order.stepHours ?? HALF_DAY_HOURS;
  // A register opens at two in the afternoon: half days from there would have the office work at two at night.
  const firstStep = step === HALF_DAY_HOURS ? step / 2 : step;
  const begins = order.part === undefined ? 0 : opensAt.until(morningOf(order.part.from)).total('hours');
  for (let hour = 0, next = firstStep; hour < opensAt.until(ends).total('hours'); hour = next, next += step) {
    if (hour < begins) continue;
    order.passed?.(hour / hours);
    const at = opensAt.add({ minutes: Math.round(hour * 60) });
    await world.setTime(at);
    await world.tell();
    while (moments[0] !== undefined && Temporal.Instant.compare(moments[0].at, at) <= 0)
      await moments.shift()?.happens();
    for (const { session, place, lives, later } of people) {
      await workAtDesks(world, session.academy, session.code, step);
      if (Temporal.Instant.compare(at, session.window.closesAt) < 0)
        await comeBy(place, lives, [hour - later, next - later], crowd);
      else await correctRefused(world, place, lives, crowd);
    }
  }
  await world.setTime(ends);
  await world.tell();
  await mendLists(world.deps.db, { error: console.error });
  return refused;
}

function morningOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: PARIS, plainTime: '09:00' }).toInstant();
}

const KNOWN = columns({ address: text, account: uuid, enrolment: id<EnrolmentId>() });

/** Those who have an enrolment already go on with it. */
async function knowAgain(world: World, { code }: ResolvedSession, lives: readonly Life[]): Promise<void> {
  const rows = await KNOWN.all(
    world.deps.db,
    sql`select a.email as address, a.id as account, e.id as enrolment from enrolment e join auth_user a on a.id = e.candidate_id
      where e.session = ${code}`,
  );
  const known = new Map(rows.map((one) => [one.address, one]));
  for (const life of lives) {
    const before = known.get(life.person.address);
    if (before === undefined) continue;
    const account = accountId(before.account);
    life.candidate = { deps: world.deps, accountId: account, act: actOf('candidate', account) };
    life.enrolment = before.enrolment;
  }
}

const REFUSED = columns({ enrolmentId: uuid });

/** Those of whom something was refused: asking everybody, each half day of two months, costs more than all that they do. */
async function correctRefused(
  { deps: { db } }: World,
  place: Place,
  lives: readonly Life[],
  crowd: Crowd,
): Promise<void> {
  const rows = await REFUSED.all(
    db,
    sql`select distinct enrolment_id as "enrolmentId" from piece where session = ${place.session.code} and status = 'non-compliant'`,
  );
  const theirs = new Set(rows.map(({ enrolmentId }) => enrolmentId));
  const asked = lives.filter(({ enrolment }) => enrolment !== null && theirs.has(enrolment));
  await eachOf(asked, (life) => correct(place, life), crowd);
}

function placeOf(world: World, session: ResolvedSession, { specialities }: OfficeOrder, hash: string): Place {
  return {
    world,
    session,
    specialities,
    specimens: (code) => specimensOf(world, session, code),
    open: ({ address, status }) => world.accounts.createActivated({ address, status }, hash),
  };
}

/** Everybody whose visit falls between these hours, some at once, each person's visits in their order. */
function comeBy(
  place: Place,
  lives: readonly Life[],
  [from, to]: readonly [number, number],
  crowd: Crowd,
): Promise<void> {
  const coming = lives.flatMap((life) => {
    const due = life.visits.filter((at) => at >= from && at < to);
    return due.length === 0 ? [] : [{ life, due }];
  });
  return eachOf(
    coming,
    async ({ life, due }) => {
      for (const at of due) await visit(place, life, at === life.visits.at(-1));
    },
    crowd,
  );
}

/** What people were refused, with how often; and how many of them act at once. */
type Crowd = { readonly refused: Map<string, number>; readonly atOnce: number };

/** Some at once; what one is refused is counted, and stops nobody else. */
async function eachOf<One>(
  all: readonly One[],
  act: (one: One) => Promise<void>,
  { refused, atOnce }: Crowd,
): Promise<void> {
  const queue = all.values();
  const walk = async (): Promise<void> => {
    for (const one of queue)
      await act(one).catch((error: Error) => {
        refused.set(error.message, (refused.get(error.message) ?? 0) + 1);
      });
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
}

/** Of each kind of piece, printed the first time that somebody gives one. */
export function specimensOf(
  { catalogue, printed }: World,
  { code: session }: ResolvedSession,
  code: string,
): Promise<Specimens> {
  const title = catalogue.pieceType({ session, code })?.label ?? code;
  return printed.getOrInsertComputed(title, () => printSpecimens(title, code));
}

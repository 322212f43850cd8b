import { sql } from 'kysely';
import { hashPassword } from '../src/accounts/index.ts';
import type { ResolvedSession } from '../src/catalogue/index.ts';
import { mendLists } from '../src/checking/index.ts';
import { columns, uuid } from '../src/platform/database/columns.ts';
import { PARIS } from '../src/platform/time.ts';
import { workHalfADay } from './desk.ts';
import { correct, type Life, type Place, planLife, visit } from './life.ts';
import { printSpecimens, type Specimens } from './specimens.ts';
import type { World } from './world.ts';

/** The password of the demonstration: printed at each start, it protects nothing. */
const PASSWORD = 'Volcan.Puy-1465';
const HALF_DAY_HOURS = 12;
const AT_ONCE = 8;

export type OfficeOrder = {
  /** Enrolments of each session, by its code. */
  readonly counts: ReadonlyMap<string, number>;
  /** Until nine o'clock of that day. */
  readonly until: Temporal.PlainDate;
  /** Codes of the specialities that people choose among; null: all that are open. */
  readonly specialities: readonly string[] | null;
  /** Hardly anybody stops on the way or gives half. */
  readonly diligent: boolean;
};

/**
 * Invented candidates enrol, give specimens of documents, correct, withdraw, while officers decide, half a day after half a day, by
 * the acts that the pages call. Answers what was refused, with how often. Errors: a session that isn't there, or opens later.
 */
export async function fillOffice(world: World, order: OfficeOrder): Promise<ReadonlyMap<string, number>> {
  const until = order.until.toZonedDateTime({ timeZone: PARIS, plainTime: '09:00' }).toInstant();
  const hash = await hashPassword(PASSWORD);
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
  for (const { session } of offices) {
    const portfolios = world.catalogue.academy(session.academy)?.portfolios.map((one) => one.code) ?? [];
    await world.accounts.ensureDemonstrationAccounts(session.academy, portfolios);
  }
  const hours = opensAt.until(until).total('hours');
  let rank = 0;
  const people = offices.map(({ session, place, count }) => {
    const open = Math.min(hours, opensAt.until(session.window.closesAt).total('hours') - 1);
    return { session, place, lives: Array.from({ length: count }, () => planLife(++rank, open, order.diligent)) };
  });
  for (let hour = 0; hour < hours; hour += HALF_DAY_HOURS) {
    const at = opensAt.add({ minutes: Math.round(hour * 60) });
    await world.setTime(at);
    await world.tell();
    for (const { session, place, lives } of people) {
      await workHalfADay(world, session.academy, session.code);
      if (Temporal.Instant.compare(at, session.window.closesAt) < 0) await comeBy(place, lives, hour, refused);
      else await correctRefused(world, place, lives, refused);
    }
  }
  await world.setTime(until);
  await world.tell();
  await mendLists(world.deps.db, { error: console.error });
  return refused;
}

const REFUSED = columns({ enrolmentId: uuid });

/** Those of whom something was refused: asking everybody, each half day of two months, costs more than all that they do. */
async function correctRefused(
  { deps: { db } }: World,
  place: Place,
  lives: readonly Life[],
  refused: Map<string, number>,
): Promise<void> {
  const rows = await REFUSED.all(
    db,
    sql`select distinct enrolment_id as "enrolmentId" from piece where session = ${place.session.code} and status = 'non-compliant'`,
  );
  const theirs = new Set(rows.map(({ enrolmentId }) => enrolmentId));
  const asked = lives.filter(({ enrolment }) => enrolment !== null && theirs.has(enrolment));
  await eachOf(asked, (life) => correct(place, life), refused);
}

function placeOf(world: World, session: ResolvedSession, { specialities }: OfficeOrder, hash: string): Place {
  return {
    world,
    session,
    specialities,
    specimens: printedOnce(world, session),
    open: ({ address, status }) => world.accounts.createActivated({ address, status }, hash),
  };
}

/** Everybody whose visit falls into this half day, some at once, each person's visits in their order. */
function comeBy(place: Place, lives: readonly Life[], hour: number, refused: Map<string, number>): Promise<void> {
  const coming = lives.flatMap((life) => {
    const due = life.visits.filter((at) => at >= hour && at < hour + HALF_DAY_HOURS);
    return due.length === 0 ? [] : [{ life, due }];
  });
  return eachOf(
    coming,
    async ({ life, due }) => {
      for (const at of due) await visit(place, life, at === life.visits.at(-1));
    },
    refused,
  );
}

/** Some at once; what one is refused is counted, and stops nobody else. */
async function eachOf<One>(
  all: readonly One[],
  act: (one: One) => Promise<void>,
  refused: Map<string, number>,
): Promise<void> {
  const queue = all.values();
  const walk = async (): Promise<void> => {
    for (const one of queue)
      await act(one).catch((error: Error) => {
        refused.set(error.message, (refused.get(error.message) ?? 0) + 1);
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
}

function printedOnce({ catalogue }: World, { code: session }: ResolvedSession): Place['specimens'] {
  const printed = new Map<string, Promise<Specimens>>();
  return (code) => {
    const known = printed.get(code) ?? printSpecimens(catalogue.pieceType({ session, code })?.label ?? code, code);
    printed.set(code, known);
    return known;
  };
}

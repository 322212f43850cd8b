import path from 'node:path';
import { hashPassword } from '../src/accounts/index.ts';
import type { ResolvedSession } from '../src/catalogue/index.ts';
import { mendLists } from '../src/office/index.ts';
import { PARIS } from '../src/platform/time.ts';
import { workHalfADay } from './desk.ts';
import { prepareExam } from './exam.ts';
import { type Life, type Place, planLife, visit } from './life.ts';
import { printSpecimens, type Specimens } from './specimens.ts';
import { openWorld, type World } from './world.ts';

/**
 * A living office: invented candidates enrol, give specimens of documents, correct, withdraw, while officers decide, half a day
 * after half a day, by the acts that the pages call. `npm run living -- [enrolments] [day] [session]`, then `npm start`.
 */
const [asked = '5000', day = '2023-11-28', code = 'bp-2024-clermont'] = process.argv.slice(2);
const COUNT = Number(asked);
const HALF_DAY_HOURS = 12;
const AT_ONCE = 8;
/** The password of the demonstration: printed at each start, it protects nothing. */
const PASSWORD = 'Volcan.Puy-1465';

const root = path.join(import.meta.dirname, '..');
const began = performance.now();
const world = await openWorld(root, console.log);
try {
  const session = world.catalogue.session(code);
  if (session === undefined || !Number.isInteger(COUNT) || COUNT < 1)
    throw new Error('npm run living -- 5000 2023-11-28');
  const { opensAt } = session.window;
  const until = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: PARIS, plainTime: '09:00' }).toInstant();
  const hours = opensAt.until(until).total('hours');
  if (hours <= 0) throw new Error(`The register opens later: ${opensAt}`);
  const academy = world.catalogue.academy(session.academy);
  const portfolios = academy?.portfolios.map((one) => one.code) ?? [];
  await world.accounts.ensureDemonstrationAccounts(session.academy, portfolios);
  const hash = await hashPassword(PASSWORD);
  const place: Place = {
    world,
    session,
    specimens: printedOnce(world, session),
    open: ({ address, status }) => world.accounts.createActivated({ address, status }, hash),
  };
  const lives = Array.from({ length: COUNT }, (_, index) => planLife(index + 1, hours));
  const refused = new Map<string, number>();
  for (let hour = 0; hour < hours; hour += HALF_DAY_HOURS) {
    await world.setTime(opensAt.add({ minutes: Math.round(hour * 60) }));
    await world.tell();
    await workHalfADay(world, session.academy, session.code);
    await comeBy(place, lives, hour, refused);
  }
  await world.setTime(until);
  await world.tell();
  await prepareExam(world, session);
  await mendLists(world.deps.db, { error: console.error });
  for (const [reason, times] of refused) console.log(`${times} × ${reason}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `${COUNT} enrolments until ${day}, 9:00, in ${seconds} s. \`npm start\` shows them; the clock is at /demo/horloge.`,
  );
} finally {
  await world.close();
}

/** Everybody whose visit falls into this half day, some at once, each person's visits in their order. */
async function comeBy(place: Place, lives: readonly Life[], hour: number, refused: Map<string, number>): Promise<void> {
  const coming = lives.flatMap((life) => {
    const due = life.visits.filter((at) => at >= hour && at < hour + HALF_DAY_HOURS);
    return due.length === 0 ? [] : [{ life, due }];
  });
  const queue = coming.values();
  const walk = async (): Promise<void> => {
    for (const { life, due } of queue)
      for (const at of due)
        await visit(place, life, at === life.visits.at(-1)).catch((error: Error) => {
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

import path from 'node:path';
import { DEMONSTRATION_PASSWORD } from '../e2e/support/visitor.ts';
import { hashPassword } from '../src/accounts/index.ts';
import type { ResolvedSession } from '../src/catalogue/index.ts';
import { readConfiguration } from '../src/configuration.ts';
import { filledAt, type Stage } from '../src/demonstration/index.ts';
import { dayOf } from './days.ts';
import { TWINS, YEAR_BEFORE } from './demonstration/cast.ts';
import { openOwnSite } from './demonstration/site.ts';
import { momentsOfToday } from './demonstration/today.ts';
import { SPECIALITIES, tellYearBefore } from './demonstration/yearBefore.ts';
import { fillOffice } from './office.ts';
import { openWorld, QUICK } from './world.ts';

/**
 * A living demonstration, in the database of the environment: the session of the year before, from account to results, then that of today
 * until now, by the acts and forms that people have. Made on the spot: no date has to be moved, and nothing that is kept can grow
 * old. Tells whoever started it how far it is, and says what somebody of it was refused, which stops nobody else.
 */
const [BEFORE, TODAY] = ['bp-demo-passee', 'bp-demo'] as const;
/** Two hundred and more, with the cast; a test takes a tenth of them. */
const share = Number(process.env.REGISTRE_LIVING_SHARE ?? 1);
const [PEOPLE_BEFORE, PEOPLE_TODAY] = [Math.ceil(40 * share), Math.ceil(165 * share)];
/** Pictures are made of people who came one by one, so that each has the same number in all of them. */
const atOnce =
  process.env.REGISTRE_LIVING_AT_ONCE === undefined ? {} : { atOnce: Number(process.env.REGISTRE_LIVING_AT_ONCE) };
/** From the closing of the register to the day when the last piece is decided. */
const DECIDED_DAYS = 40;
/** The year before is told in larger steps: nobody looks at its single days. A part of them is told in larger ones yet. */
const larger = share < 1 ? 2 : 1;
const [STEP_BEFORE, STEP_TODAY] = [48 * larger, 12 * larger];

const read = readConfiguration(process.env, path.join(import.meta.dirname, '..'));
if (!read.ok) throw new Error(read.error.map(({ variable, message }) => `${variable} ${message}`).join('\\n'));
const configuration = read.value;
const tell = (stage: Stage, within = 0): void => void process.send?.(filledAt(stage, within));
const world = await openWorld(path.join(import.meta.dirname, '..'), console.log);
const now = world.deps.clock.now();
const sessionOf = (code: string): ResolvedSession => {
  const found = world.catalogue.session(code);
  if (found === undefined) throw new Error(`No session: ${code}`);
  return found;
};
const [before, today] = [sessionOf(BEFORE), sessionOf(TODAY)];
const refused: (readonly [string, number])[] = [];

tell('year-before');
refused.push(
  ...(await fillOffice(world, {
    counts: new Map([[BEFORE, PEOPLE_BEFORE]]),
    until: dayOf(before.window.closesAt).add({ days: DECIDED_DAYS }),
    specialities: SPECIALITIES,
    diligent: true,
    cast: new Map([[BEFORE, YEAR_BEFORE]]),
    stepHours: STEP_BEFORE,
    ...atOnce,
    passed: (share) => tell('year-before', share),
  })),
);
const site = await openOwnSite(configuration, { connectionString: configuration.databaseUrl ?? '', ...QUICK });
const later = await tellYearBefore({ world, session: before, site, now, step: tell });
const hash = await hashPassword(DEMONSTRATION_PASSWORD);
const scene = {
  world,
  site,
  session: today,
  open: (person) => world.accounts.createActivated(person, hash),
} satisfies Parameters<typeof momentsOfToday>[0];
refused.push(
  ...(await fillOffice(world, {
    counts: new Map([[TODAY, PEOPLE_TODAY]]),
    until: dayOf(now),
    notAfter: now,
    specialities: null,
    diligent: false,
    firstRank: PEOPLE_BEFORE,
    cast: new Map([[TODAY, TWINS]]),
    stepHours: STEP_TODAY,
    ...atOnce,
    moments: [...momentsOfToday(scene, now), ...later],
    passed: (share) => tell('today', share),
  })),
);
await world.deps.clock.set(configuration.clock);
await site.close();
await world.close();
for (const [reason, times] of refused) console.error(`${times} × ${reason}`);
process.exit(0);

import path from 'node:path';
import { addressOf, type EmbeddedServer, startEmbeddedServer } from '../../src/platform/database/embedded/server.ts';
import { fillOffice } from '../office.ts';
import { openWorld } from '../world.ts';
import { AFTER } from './after.ts';
import { BEFORE } from './before.ts';
import { DAY } from './day.ts';
import { type House, openHouse, ROOT } from './house.ts';
import { keepProgress, noteProgress, readProgress, takeUpAgain } from './kept.ts';
import { countStates } from './proofs.ts';
import { countStages } from './stages.ts';
import { castOf, countsOf, EXAMS } from './year.ts';

/**
 * A whole session, from account to the file for the national systems: invented candidates enrol by the acts that the pages call, then everybody works at
 * the site as it was built, without JavaScript. `npm run session -- [candidates]`. Each stage says its counts and how long is left; one that was stopped
 * goes on after the last stage that was kept.
 */
const CANDIDATES = Number(process.argv[2] ?? '2000');
const FOLDER = process.env.DATA_DIR ?? '';
const [OPENED_ON, VALIDATED_BY] = [Temporal.PlainDate.from('2023-10-12'), Temporal.PlainDate.from('2024-01-20')];
/** The time until then is told in parts, one for so many candidates: a stop loses one of them at most. */
const OF_A_PART = 250;
/** Of the seconds of a whole session, as those of the year are (`Stage.share`). */
const ENROLLING = 0.19;
/** What took less isn't worth a copy of the database. */
const KEPT_AFTER_SECONDS = 45;

process.env.CATALOGUE = ['catalogue', 'e2e/catalogues/cap', 'e2e/catalogues/lyon']
  .map((pack) => path.join(ROOT, pack))
  .join(':');
const server = await startEmbeddedServer({ folder: FOLDER, database: 'registre', say: () => undefined });
process.env.DATABASE_URL = addressOf(server.connection);
try {
  await liveAll(server);
} finally {
  await server.stop();
}

type Work = {
  readonly name: string;
  readonly share: number;
  readonly work: (house: () => Promise<House>) => Promise<string>;
};

async function liveAll(server: EmbeddedServer): Promise<void> {
  const before = readProgress(FOLDER);
  if (before !== null && before.candidates !== CANDIDATES)
    throw new Error(`A session of ${before.candidates} candidates stands in ${FOLDER}.`);
  if (before === null) noteProgress(FOLDER, { candidates: CANDIDATES, copy: null, done: [], notes: {} });
  await takeUpAgain(server, before);
  const stages = countStages(console.log, before?.done ?? []);
  if (stages.lines().length > 0) console.log(`Taken up again after « ${stages.lines().at(-1)?.stage} ».`);
  const notes: Record<string, unknown> = { ...before?.notes };
  const opened: House[] = [];
  const open = async (): Promise<House> => {
    const house = opened[0] ?? (await openHouse(server, FOLDER, process.env.CATALOGUE ?? ''));
    opened[0] = house;
    return house;
  };
  const close = async (): Promise<void> => void (await opened.pop()?.close());
  const all: readonly Work[] = [
    ...enrolments(),
    ...[...BEFORE, ...DAY, ...AFTER].map(({ name, share, work }) => ({
      name,
      share,
      work: async (house: () => Promise<House>) =>
        work({
          house: await house(),
          folder: FOLDER,
          candidates: CANDIDATES,
          left: <What>(name: string): What => notes[name] as What,
          leave: (name, what) => {
            notes[name] = what;
          },
        }),
    })),
  ];
  const whole = all.reduce((sum, { share }) => sum + share, 0);
  let [done, keptAt] = [0, performance.now()];
  try {
    for (const [index, { name, share, work }] of all.entries()) {
      done += share;
      if (index < stages.lines().length) continue;
      stages.done(name, await work(open), done / whole);
      if ((performance.now() - keptAt) / 1000 < KEPT_AFTER_SECONDS) continue;
      await close();
      await keepProgress(server, FOLDER, { candidates: CANDIDATES, copy: null, done: stages.lines(), notes });
      keptAt = performance.now();
    }
  } finally {
    await close();
  }
  console.log(`\n${stages.table()}`);
}

/** From account to validated, in parts of the time that it takes. */
function enrolments(): readonly Work[] {
  const parts = Math.ceil(CANDIDATES / OF_A_PART);
  const days = OPENED_ON.until(VALIDATED_BY).days;
  const dayOf = (part: number): Temporal.PlainDate => OPENED_ON.add({ days: Math.round((days * part) / parts) });
  return Array.from({ length: parts }, (_, part) => ({
    name: parts === 1 ? 'enrolments' : `enrolments ${part + 1} of ${parts}`,
    share: ENROLLING / parts,
    work: () => enrolUntil({ from: dayOf(part), until: dayOf(part + 1) }),
  }));
}

async function enrolUntil(part: {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}): Promise<string> {
  const world = await openWorld(ROOT, () => undefined);
  try {
    const refused = await fillOffice(world, {
      counts: countsOf(CANDIDATES),
      until: VALIDATED_BY,
      part,
      specialities: EXAMS.flatMap(({ specialities }) => specialities),
      diligent: true,
      cast: castOf(CANDIDATES),
    });
    for (const [reason, times] of refused) console.log(`${times} × ${reason.slice(0, 300)}`);
    const { db } = world.deps;
    return `${CANDIDATES} candidates until ${part.until}: ${await countStates(db, 'enrolment')}; pieces: ${await countStates(db, 'piece')}`;
  } finally {
    await world.close();
  }
}

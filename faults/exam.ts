import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { startRegistre } from '../e2e/support/registre.ts';
import {
  createVisitor,
  DEMONSTRATION_PASSWORD,
  hiddenFields,
  mainOf,
  signIn,
  type Visitor,
} from '../e2e/support/visitor.ts';
import { deliberate } from '../living/session/jury.ts';
import { typeMarks } from '../living/session/marks.ts';
import { estateOf, writePlaces } from '../living/session/places.ts';
import { announce, ownResult } from '../living/session/results.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { createEventBus } from '../src/platform/events.ts';
import { delegated } from '../src/testing/delegations.ts';
import { PASSWORD, registeredEnrolment, shippedCatalogue } from '../src/testing/enrolments.ts';
import { ofThisTurn } from '../src/testing/turn.ts';
import { convene, markOnTablets, ORAL, openTablets } from './boards.ts';
import { dooms } from './doomed.ts';
import { ask, type Counts, countOf, countWhatStands, examFaults, untilEverybodyIsTold } from './examStands.ts';
import { killDatabase, openSurroundings, startAgain, untilReady } from './victims.ts';

/** `each`: how often every act, and every telling, is killed. */
export type ExamCampaign = {
  readonly candidates: number;
  readonly each: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

export type ExamOutcome = {
  readonly kills: number;
  /** By which each act and each telling whose turn it is was killed so often. */
  readonly wanted: number;
  readonly stands: Counts;
  readonly faults: readonly string[];
};

const SESSION = 'bp-2024-clermont';
const COIFFURE = '45033608';
const AT = '/gestion/examen';
/** Whoever opens their page too early reads nothing that is like this. */
const SAYS_A_RESULT = /admise? au|pas admis|moyenne est|pas prononcé/i;
/** The longest time between an order and the kill, in milliseconds. */
const ACT_MS = 150;
/** Before a board, of everybody; its sheets say otherwise, so that the lock has each to write. */
const TYPED = '7';
const CONVENED = 'board_member where told is not null';
/** As docs/access.md names them. */
const ACTS = [
  '/gestion/examen/plan/publication',
  '/gestion/examen/examinateurs/convoquer',
  '/gestion/notes/:id/verrou',
  '/gestion/deliberation/:id/cloture',
  '/gestion/deliberation/:id/confirmation',
  '/gestion/publication/preparer',
  '/gestion/publication/:id/proposition',
  '/gestion/publication/:id/approbation',
] as const;
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const TELLINGS = ['summonses', 'convocations', 'tablet', 'results'] as const;

/**
 * An exam on the whole site: a plan is published and candidates are summoned, examiners convened, a board marks on a tablet, marks are locked, a
 * record is closed, results are published. The process or its database is killed (SIGKILL) in the midst of each of these acts and of what follows them by itself.
 * Then what stands is counted: nothing half done, nothing early, nothing twice. In `npm test` every other act is killed, the others after another commit.
 */
export async function examCampaign({ candidates, each, seed, say }: ExamCampaign): Promise<ExamOutcome> {
  const surroundings = await openSurroundings('exam-kills');
  const { folder, database, connection, environment } = surroundings;
  let registre = await startRegistre(environment, folder);
  const pool = connectDatabase(connection, () => undefined);
  const { db } = pool;
  const draws = fc.sample(fc.integer({ min: 1, max: ACT_MS }), { seed, numRuns: 2_000 }).values();
  const after = (): number => draws.next().value ?? ACT_MS;
  const faults: string[] = [];
  let kills = 0;
  let early: () => Promise<void> = async () => undefined;
  const kill = async (during: string): Promise<void> => {
    const victim = after() % 2 === 0 ? 'process' : 'database';
    if (victim === 'process') {
      await registre.kill();
      registre = await startAgain(environment, folder);
    } else killDatabase(database);
    await untilReady(registre);
    kills += 1;
    say(`kill ${kills}: the ${victim}, during ${during}`);
    await early();
  };
  const [acts, tellings] = [ofThisTurn(ACTS, 2), ofThisTurn(TELLINGS, 2)];
  const kindOf = (path: string): string | null =>
    acts.find((act) => act === path.replace(/\?.*/, '').replace(ID, ':id')) ?? null;
  /** How often what happens by itself is killed. */
  const timesOf = (telling: (typeof TELLINGS)[number]): number => (tellings.includes(telling) ? each : 0);
  const doomed = dooms({ kindOf, times: each, after, kill });
  const person = async (address: string, secret = DEMONSTRATION_PASSWORD): Promise<Visitor> => {
    const visitor = createVisitor(registre.url);
    await signIn(visitor, address, secret);
    return doomed(visitor);
  };
  /** By the page of the demonstration, which looks at it at once. */
  const moveClock = async (jour: string, heure: string): Promise<void> => {
    const admin = await person('admin@demo.registre.fr');
    const { html } = await admin.get('/demo');
    const { status } = await admin.post('/demo/horloge', { ...hiddenFields(mainOf(html)), jour, heure });
    if (status !== 303) throw new Error(`The clock doesn't go to ${jour}, ${heure}`);
  };
  /** Kills while the job tells people, each time after some more of them. */
  const killTelling = async (
    what: (typeof TELLINGS)[number],
    told: () => Promise<number>,
    all = candidates,
  ): Promise<void> => {
    const times = timesOf(what);
    for (let time = 1; time <= times; time += 1) {
      const enough = Math.max(1, Math.floor((all * time) / (times + 1)));
      for (let waited = 0; (await told()) < enough && waited < 120_000; waited += 5) await sleep(5);
      await kill(`${what}, ${enough} told`);
    }
  };
  try {
    const catalogue = await shippedCatalogue();
    const events = createEventBus();
    const people = [];
    for (let rank = 0; rank < candidates; rank += 1)
      people.push(
        await registeredEnrolment(db, { events, catalogue, status: { birthName: `Essai ${'ABCDEFGHIJ'[rank % 10]}` } }),
      );
    await moveClock('15/04/2024', '9 h');
    // A second head, who may sign what the first proposes.
    const { rows: seconds } = await sql<{
      id: string;
    }>`update staff set role = 'head' where role = 'accommodation' returning account_id as id`.execute(db);
    for (const { id } of seconds) await delegated(db, id);
    await ask(connection, `update staff set role = 'jury' where role = 'centre'`);
    const count = (table: string): Promise<number> => countOf(connection, table);

    const head = await person('head@demo.registre.fr');
    const session = catalogue.session(SESSION);
    if (session === undefined) throw new Error(`The catalogue has no ${SESSION}`);
    // One town: whoever comes from one place sits in one centre.
    const estate = estateOf(session.academy, candidates).slice(0, 1);
    await writePlaces(head, catalogue, session, [COIFFURE], { estate });
    await summon(head);
    await killTelling('summonses', () => count('exam_summoned'));
    faults.push(...(await untilEverybodyIsTold(connection, 'exam_summons', candidates)));

    await convene(head, catalogue, SESSION, COIFFURE);
    const seats = await count('board_member');
    await killTelling('convocations', () => count(CONVENED), seats);
    faults.push(...(await untilEverybodyIsTold(connection, CONVENED, seats)));
    const tablets = await openTablets(connection, doomed(createVisitor(registre.url)));

    await moveClock('20/06/2024', '9 h');
    faults.push(...(await markOnTablets(person, tablets, { times: timesOf('tablet'), after, kill })));
    const clerks = [
      { name: 'Pascale Fontanges', visitor: await person('jury@demo.registre.fr') },
      { name: 'Frédérique Salers', visitor: await person('centre@demo.registre.fr') },
    ] as const;
    await typeMarks(
      { head: await person('head@demo.registre.fr'), clerks },
      { db, catalogue, session: SESSION, atOnce: 1, told: (_, unit) => (unit === ORAL ? TYPED : undefined) },
    );

    await moveClock('01/07/2024', '14 h');
    const heads = {
      head: await person('head@demo.registre.fr'),
      second: await person('accommodation@demo.registre.fr'),
    };
    await deliberate(heads, { session: SESSION, day: '01/07/2024' });
    const readers = await Promise.all(
      people.slice(0, 2).map(async ({ candidate, enrolment }) => ({
        id: enrolment.id,
        visitor: await person(candidate.address, PASSWORD),
      })),
    );
    early = async () => {
      for (const { visitor, id } of readers)
        if (SAYS_A_RESULT.test(await ownResult(visitor, id))) faults.push(`${id} reads a result too early`);
      if ((await count('visible_result')) > 0) faults.push('Results are visible too early');
    };
    await announce(heads, SESSION, { jour: '05/07/2024', heure: '9 h' });
    await moveClock('05/07/2024', '8 h 59');
    await early();
    early = async () => undefined;
    await moveClock('05/07/2024', '9 h');
    await killTelling('results', () => count('published_result where told_at is not null'));
    for (const { visitor, id } of readers)
      if (!SAYS_A_RESULT.test(await ownResult(visitor, id))) faults.push(`${id} reads no result once it is public`);
    faults.push(...(await untilEverybodyIsTold(connection, 'published_result where told_at is not null', candidates)));
    // The record is printed by a job of its own, which a busy machine does last.
    faults.push(...(await untilEverybodyIsTold(connection, 'jury_sheet where pdf_key is not null', 1)));
    const stands = await countWhatStands(connection);
    faults.push(...(await examFaults({ connection, db, files: path.join(folder, 'files'), candidates, stands })));
    // A tablet sends its sheets, then the agreements with them.
    const wanted = each * (acts.length + tellings.length) + timesOf('tablet');
    return { kills, wanted, stands, faults };
  } finally {
    await pool.close();
    await registre.stop();
    await surroundings.close();
  }
}

async function summon(head: Visitor): Promise<void> {
  const plan = `${AT}/plan?session=${SESSION}`;
  const asked = await head.get(plan);
  await head.post(`${AT}/plan/repartir?session=${SESSION}`, { ...hiddenFields(mainOf(asked.html)), mode: 'all' });
  for (let waited = 0; waited < 600; waited += 1) {
    if ((await head.get(plan)).html.includes('Préparer la publication')) break;
    await sleep(200);
  }
  const publication = `${AT}/plan/publication?session=${SESSION}`;
  const { html } = await head.get(publication);
  const done = await head.post(publication, { ...hiddenFields(mainOf(html)), lu: 'on' });
  if (done.status !== 303) throw new Error(`The plan: ${done.status} ${mainOf(done.html)}`);
}

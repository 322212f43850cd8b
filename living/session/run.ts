import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../../e2e/support/browser.ts';
import { linkIn, openMailbox } from '../../e2e/support/mailbox.ts';
import { startRegistre } from '../../e2e/support/registre.ts';
import {
  createVisitor,
  DEMONSTRATION_PASSWORD,
  hiddenFields,
  mainOf,
  signIn,
  type Visitor,
} from '../../e2e/support/visitor.ts';
import { createCatalogue, loadPack } from '../../src/catalogue/index.ts';
import { connectDatabase } from '../../src/platform/database/database.ts';
import { addressOf, startEmbeddedServer } from '../../src/platform/database/embedded/server.ts';
import { wrongIn } from '../../src/testing/planChecker.ts';
import { publishedPlans } from '../../src/testing/publishedPlans.ts';
import { fillOffice } from '../office.ts';
import { openWorld } from '../world.ts';
import { type Desk, sitDown } from './desk.ts';
import { conveneAll, fillBoards, writeExaminers } from './examiners.ts';
import { deliberate } from './jury.ts';
import { typeMarks } from './marks.ts';
import { writePlaces } from './places.ts';
import { publishPlan } from './plan.ts';
import {
  countAllStates,
  countDecisions,
  countGiven,
  countStates,
  openEveryPaper,
  readPointed,
  verifyJournal,
} from './proofs.ts';
import { announce, listJudged, ownResult, untilTranscripts } from './results.ts';
import { completeRules } from './rules.ts';
import { hire, SECOND_CLERK, SECOND_HEAD } from './staff.ts';
import { countStages } from './stages.ts';

/**
 * A whole session, from account to transcript: invented candidates enrol by the acts that the pages call, then the office works in a
 * browser, without JavaScript, on the site as it was built. `npm run session -- [candidates]`. Each stage says its counts.
 */
const COUNT = Number(process.argv[2] ?? '2000');
const SESSION = 'bp-2024-clermont';
const CAP = 'cap-2024-clermont';
/** A CAP beside: one candidate in ten. */
const BESIDE = 0.1;
const VALIDATED_BY = Temporal.PlainDate.from('2024-01-20');
/** On published figures. */
const PUBLISHED = ['45022109', '45022108', '45033608'] as const;
/** Whose missing figures this script writes: three of them ask for a certificate of safety. */
const COMPLETED = [
  ...['45023216', '45023213', '45025411', '45033609'],
  ...['45031207', '45032203', '45023316', '45022107', '45033407'],
] as const;
const HIRED = [SECOND_CLERK, SECOND_HEAD];
/** How many read their result at the second, and how long all have to wait for their transcript. */
const READ = 20;
const TRANSCRIPT_SECONDS = 3600;
const CAP_SPECIALITIES = ['50099901', '50099902'] as const;
const SPECIALITIES = [...PUBLISHED, ...COMPLETED];
const EXAMS = [
  [SESSION, SPECIALITIES],
  [CAP, CAP_SPECIALITIES],
] as const;

const ROOT = path.join(import.meta.dirname, '..', '..');
const stages = countStages(console.log);
const folder = mkdtempSync(path.join(tmpdir(), 'registre-session-'));
process.env.DATA_DIR ??= folder;
const server = await startEmbeddedServer({
  folder: process.env.DATA_DIR,
  database: 'registre',
  say: () => undefined,
});
process.env.DATABASE_URL = addressOf(server.connection);
const { db, close } = connectDatabase({ ...server.connection, max: 4 }, (error) => console.error(error));
process.env.CATALOGUE = `${path.join(ROOT, 'catalogue')}:${path.join(ROOT, 'e2e', 'catalogues', 'cap')}`;

const world = await openWorld(ROOT, () => undefined);
try {
  const beside = Math.ceil(COUNT * BESIDE);
  const counts = new Map([
    [SESSION, COUNT - beside],
    [CAP, beside],
  ]);
  const refused = await fillOffice(world, {
    counts,
    until: VALIDATED_BY,
    specialities: [...SPECIALITIES, ...CAP_SPECIALITIES],
    diligent: true,
  });
  for (const [reason, times] of refused) console.log(`${times} × ${reason.slice(0, 300)}`);
  const [files, pieces] = [await countStates(db, 'enrolment'), await countStates(db, 'piece')];
  stages.done('account to validated', `${COUNT} candidates until ${VALIDATED_BY}: ${files}; pieces: ${pieces}`);
} finally {
  await world.close();
}

const pack = await loadPack(...process.env.CATALOGUE.split(':'));
if (!pack.ok) throw new Error('The rule pack is faulty: npm start says why.');
const catalogue = createCatalogue(pack.value);
const session = catalogue.session(SESSION);
if (session === undefined) throw new Error(`No session: ${SESSION}`);
const mailbox = await openMailbox();
const registre = await startRegistre({ SMTP_URL: mailbox.url }, process.env.DATA_DIR);
const browser = await openBrowser();
const at = (address: string): Promise<Desk> => sitDown(browser, registre.url, address);
/** Whoever does the same hundred times does it without a window. */
const without = async (address: string): Promise<Visitor> => {
  const visitor = createVisitor(registre.url);
  await signIn(visitor, address, DEMONSTRATION_PASSWORD);
  return visitor;
};
/** The exam's clock. */
const until = async (jour: string, heure: string): Promise<void> => {
  const visitor = await without('admin@demo.registre.fr');
  const { html } = await visitor.get('/demo');
  const { status } = await visitor.post('/demo/horloge', { ...hiddenFields(mainOf(html)), jour, heure });
  if (status !== 303) throw new Error(`The clock doesn't go to ${jour}, ${heure}`);
};

try {
  const [head, admin] = [await at('head@demo.registre.fr'), await at('admin@demo.registre.fr')];
  const clicking = { admin: await without('admin@demo.registre.fr'), head: await without('head@demo.registre.fr') };
  const linkTo = async (address: string): Promise<string> => linkIn(await mailbox.take(/./, address));
  for (const hired of HIRED) await hire({ ...clicking, stranger: createVisitor(registre.url) }, linkTo, hired);
  const completed = await completeRules({ head, admin }, catalogue, { specialities: COMPLETED, year: session.year });
  stages.done('rules', `${completed.length} regulations completed with fictitious figures, published by two persons`);
  await until('15/04/2024', '9 h');
  for (const [code, specialities] of EXAMS) {
    const of = catalogue.session(code);
    if (of === undefined) throw new Error(`No session: ${code}`);
    const places = await writePlaces(clicking.head, catalogue, of, specialities);
    stages.done(`${code}, tables`, `${places.rooms} rooms, ${places.sittings} sittings`);
    const { seats, without, seconds } = await publishPlan(clicking.head, db, code);
    stages.done(
      `${code}, plan`,
      `${seats} seats in ${seconds} s, ${without} units without, published; ${await countStates(db, 'exam_plan')}`,
    );
    const people = await writeExaminers(clicking.head, catalogue, code, specialities);
    await fillBoards(clicking.head, code);
    await conveneAll(clicking.head, code);
    stages.done(`${code}, boards`, `${people} people of the academy; ${await countStates(db, 'board_member')}`);
  }
  const plans = await publishedPlans(db, () => true);
  const wrong = wrongIn(plans);
  if (wrong.length > 0) throw new Error(`The plans can't be held: ${JSON.stringify(wrong.slice(0, 5))}`);
  stages.done('plans', `${plans.seats.length} seats of all sessions at once, no fault by a checker written apart`);
  await until('20/06/2024', '9 h');
  const clerks = [
    { name: 'Pascale Fontanges', visitor: await without('jury@demo.registre.fr') },
    { name: SECOND_CLERK.name, visitor: await without(SECOND_CLERK.address) },
  ] as const;
  for (const [code] of EXAMS) {
    const office = { head: clicking.head, clerks };
    const marked = await typeMarks(office, { db, catalogue, session: code });
    stages.done(
      `${code}, marks`,
      `${marked.batches} batches, ${marked.scripts} marks typed twice (${marked.absent} absences), ${marked.differences} differences settled, locked`,
    );
  }
  await until('01/07/2024', '14 h');
  const [first, second] = [clicking.head, await without(SECOND_HEAD.address)];
  const pointed: string[] = [];
  for (const [code] of EXAMS) {
    const given = await deliberate({ head: first, second }, { session: code, day: '01/07/2024' });
    if (code === SESSION && given.length === 0) throw new Error('Nobody is within the reach of the jury');
    pointed.push(...given);
    stages.done(
      `${code}, jury`,
      `${given.length} given half a point; ${await countDecisions(db, code)}; closed by two persons`,
    );
    // Who approves signs: the head who holds the delegation.
    await announce({ head: second, second: first }, code, { jour: '05/07/2024', heure: '9 h' });
    stages.done(`${code}, announced`, 'for the 5th of July at nine, by two heads');
  }
  await until('05/07/2024', '8 h 59');
  const some = await listJudged(db, SESSION, READ);
  const readers = await Promise.all(some.map(async (one) => ({ ...one, visitor: await without(one.address) })));
  for (const { visitor, enrolmentId } of readers)
    if (/admise? au|pas prononcé|moyenne/i.test(await ownResult(visitor, enrolmentId)))
      throw new Error(`${enrolmentId} knows too early`);
  await until('05/07/2024', '9 h');
  const judged = (await listJudged(db, SESSION, COUNT)).length + (await listJudged(db, CAP, COUNT)).length;
  for (const { visitor, enrolmentId } of readers) {
    const said = await ownResult(visitor, enrolmentId);
    if (!/admise? au|pas prononcé/i.test(said)) throw new Error(`${enrolmentId}: ${said.slice(0, 500)}`);
  }
  stages.done('results', `${readers.length} candidates read theirs at nine, none a minute before`);
  const transcripts = await untilTranscripts(db, judged, TRANSCRIPT_SECONDS);
  stages.done('transcripts', `${transcripts} of ${judged} judged`);
  const given = await countGiven(db);
  stages.done('given', `papers: ${given.papers}; mails: ${given.mails}`);
  const papers = await openEveryPaper(db, first);
  stages.done('papers', `${papers} opened by poppler, each tagged`);
  const points = await readPointed(db, first, pointed);
  stages.done('points of the jury', `on ${points} transcripts, as poppler reads them`);
  stages.done('journal', await verifyJournal());
  stages.done('states', (await countAllStates(db)).join('; '));
  console.log(`\n${stages.table()}`);
} finally {
  await browser.close();
  await registre.kill();
  await mailbox.close();
  await close();
  await server.stop();
}

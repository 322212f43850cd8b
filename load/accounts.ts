import { sql } from 'kysely';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from '../e2e/support/visitor.ts';
import { createCatalogue, loadPack } from '../src/catalogue/index.ts';
import type { EnrolmentId } from '../src/enrolment/index.ts';
import type { Mark } from '../src/marks/index.ts';
import { columns, id, integer } from '../src/platform/database/columns.ts';
import { readAccounts } from '../src/results/index.ts';
import { multiplyEnrolments } from '../src/testing/growth.ts';
import { lockedBatch } from '../src/testing/results.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * The accounts that a jury reads: of a whole session for the first time and again, and of one candidate; beside PostgreSQL giving
 * the same marks and nothing else. `npm run load -- accounts [candidates]`.
 */
const [CANDIDATES = 2_000] = process.argv.slice(2).map(Number);
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
/** That is open today; its files are then moved to a session whose days stand in the rules. */
const OPEN = 'bp-demo';
const COIFFURE = '45033608';
const UNITS = ['U10', 'U20', 'U30A', 'U41', 'U42', 'U51', 'U52', 'U60'];
const TIMES = 10;
const ONE = 200;

const site = await openLoadSite('accounts');
const { db, registre } = site;
try {
  const template = await oneRegistered();
  // Who withdrew, or never registered, is among them.
  await multiplyEnrolments(db, template, 1, Math.ceil(CANDIDATES / 0.84));
  await sql`update enrolment set session = ${PLACE.session}, registered_at = '2023-11-05' where session = ${OPEN}`.execute(
    db,
  );
  // Old enough for the years of work that they all say.
  await sql`update candidate set birth_date = '1990-05-30'`.execute(db);
  const ids = (
    await columns({ id: id<EnrolmentId>() }).all(
      db,
      sql`select id from enrolment where session = ${PLACE.session} and status in ('registered', 'validated') order by id limit ${CANDIDATES}`,
    )
  ).map((one) => one.id);
  for (const [rank, unit] of UNITS.entries())
    await lockedBatch(
      db,
      { ...PLACE, speciality: COIFFURE, unit },
      ids.map((one, index): readonly [EnrolmentId, Mark] => [
        one,
        { code: 'mark', halfPoints: (index * 7 + rank * 5) % 41 },
      ]),
    );
  await sql`analyze`.execute(db);
  const pack = await loadPack('catalogue');
  if (!pack.ok) throw new Error('The rule pack is faulty');
  const fresh = () => createCatalogue(pack.value);

  const catalogue = fresh();
  const read = async (asked: readonly EnrolmentId[], of = catalogue): Promise<void> => {
    const accounts = await readAccounts(db, of, PLACE, asked);
    if (accounts.some(({ judgement }) => judgement.average === null))
      throw new Error(
        `Somebody has no average: ${JSON.stringify(accounts.find(({ judgement }) => judgement.average === null))}`,
      );
    if (accounts.length !== asked.length) throw new Error(`${accounts.length} accounts of ${asked.length}`);
  };
  const bare = await best(TIMES, async () => {
    await columns({ mark: integer }).all(
      db,
      sql`select e.half_points as mark from mark_entry e join mark_identity i on i.script_id = e.script_id where i.enrolment_id = any(${ids}::uuid[])`,
    );
  });
  console.log(`${ids.length} candidates of ${UNITS.length} units, ${ids.length * UNITS.length * 2} marks typed.\n`);
  print('PostgreSQL gives the marks', bare, bare);
  print('accounts, the first time', await best(3, () => read(ids, fresh())), bare);
  print('accounts, again', await best(TIMES, () => read(ids)), bare);
  let rank = 0;
  print('the account of one', await best(ONE, () => read([ids[rank++ % ids.length] as EnrolmentId])), bare);
} finally {
  await site.close();
}

/** An enrolment made as a browser makes it; then its node leaves the processor to what is measured. */
async function oneRegistered() {
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, OPEN);
  if ((await camille.fill(`${hub}/recapitulatif`, {})).status !== 303) throw new Error('Not registered');
  await registre.kill();
  return { enrolmentId: hub.split('/').at(-1) ?? '', specialities: [{ cfd: COIFFURE, portfolio: 'G2' }] };
}

/** Milliseconds, the best of so many: the machine is shared. */
async function best(times: number, work: () => Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    const began = performance.now();
    await work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

function print(title: string, milliseconds: number, bare: number): void {
  if (milliseconds !== bare)
    keep(title, milliseconds, 'ms', { beside: { what: 'PostgreSQL gives the marks', value: bare } });
  console.log(title.padEnd(28), `${milliseconds.toFixed(1).padStart(9)} ms`, `(${(milliseconds / bare).toFixed(2)})`);
}

import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { deskRoom } from '../testing/desk.ts';
import type { Browser } from '../testing/enrolments.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, plainSpaces, wordsIn } from '../testing/words.ts';
import { subscribeExports } from './actions/prepareExport.ts';
import { oldOrders } from './store/orders.ts';

const PAGE = '/gestion/exports';
const SESSION = 'bp-2024-clermont';
const {
  db,
  papers,
  candidates: { camille },
  staff: { officer, other, head },
} = await stage(deskRoom(), {
  staff: { officer: { portfolios: ['G2'] }, other: { portfolios: ['G1'] }, head: 'head' },
  candidates: { camille: 'Martin', lucas: 'Petit' },
});
subscribeExports(papers);

const words = (body: string): string => plainSpaces(wordsIn(body));
/** As on the page: counted first, then asked for. */
async function order(who: Browser = officer, format = 'csv', more = ''): Promise<string> {
  const { body } = await who.get(`${PAGE}?session=${SESSION}&preparer=oui${more}`);
  const demande = fieldOn(body, 'demande');
  return (await who.post(PAGE, { acte: 'preparer', demande, format })).location;
}

beforeEach(async () => {
  await sql`delete from export_order`.execute(db);
});

it('is counted, asked for, left and found again in the tray of who asked; the file is what a download gives', async () => {
  expect(words((await officer.get(`${PAGE}?session=${SESSION}&preparer=oui`)).body)).toMatch(/2 inscriptions : .*2024/);
  const at = await order();
  expect(words((await officer.get(at)).body)).toContain('En préparation');
  expect((await officer.get(`${at}/fichier`)).status).toBe(409);
  expect(words((await officer.get('/gestion/travaux')).body)).toMatch(/Export des inscriptions CSV, .* En cours/);
  expect(words((await officer.get('/gestion')).body)).toContain('1 travail en cours');
  await papers.jobs.run();
  expect(words((await officer.get(at)).body)).toMatch(/Prêt .*2 inscriptions, au jour où/);
  expect(words((await officer.get('/gestion')).body)).toContain("1 travail fini depuis moins d'un jour");
  expect(words((await officer.get('/gestion/travaux')).body)).toContain('Terminé, 2 sur 2');
  const given = await officer.get(`${at}/fichier`);
  const direct = await officer.get(`${PAGE}/inscriptions?session=${SESSION}&format=csv`);
  const withoutHour = (body: string): string => body.replace(/Édité le;[^\r]*/, '');
  expect(withoutHour(given.body)).toBe(withoutHour(direct.body));
  expect(given.body).toContain(camille.enrolment.number);
  expect(given.header('content-disposition')).toContain(`inscriptions-${SESSION}.csv`);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from journal where name = 'files.exported'`.execute(db);
  expect(rows[0]?.n).toBe(2);
});

it('is nobody else’s, and no more theirs once they read other groups', async () => {
  const at = await order();
  await papers.jobs.run();
  for (const who of [other, head])
    for (const address of [at, `${at}/fichier`]) expect((await who.get(address)).status).toBe(404);
  await sql`update export_order set portfolios = '{G1,G2}'`.execute(db);
  expect((await officer.get(`${at}/fichier`)).status).toBe(404);
  expect((await officer.get(`${PAGE}/prets/x`)).status).toBe(404);
});

it('is one at a time for each, two heads for themselves', async () => {
  await order(head);
  const second = await head.post(PAGE, { acte: 'preparer', demande: '', format: 'csv' });
  expect([second.status, words(second.body)]).toEqual([409, expect.stringContaining('encore en préparation')]);
  await order(officer, 'xlsx');
  await papers.jobs.run();
  expect((await sql`select from export_order where state = 'ready'`.execute(db)).rows).toHaveLength(2);
});

it('that asks for what is not there is refused, and nothing is begun', async () => {
  for (const form of [
    { demande: '?specialite=1', format: 'csv' },
    { demande: '', format: 'pdf' },
  ])
    expect((await officer.post(PAGE, { acte: 'preparer', ...form })).status).toBe(422);
  expect((await sql`select from export_order`.execute(db)).rows).toEqual([]);
});

it('that fails says so, and may be asked for again', async () => {
  const at = await order();
  await sql`update export_order set query = '?specialite=1'`.execute(db);
  await papers.jobs.run();
  expect(words((await officer.get(at)).body)).toContain('A échoué');
  expect(words((await officer.get('/gestion/travaux')).body)).toContain('A échoué. Ouvrez-le pour le redemander.');
  await sql`update export_order set query = ''`.execute(db);
  expect((await officer.post(at, {})).location).toBe(at);
  await papers.jobs.run();
  expect(words((await officer.get(at)).body)).toContain('Prêt');
});

it('that is cut three times is said to have failed; a try begins from nothing', async () => {
  const at = await order();
  await sql`alter table export_part add constraint no_room check (rank < 0)`.execute(db);
  for (let tries = 0; tries < 3; tries += 1) {
    await papers.jobs.run().catch(() => undefined);
    const id = at.split('/').at(-1) ?? '';
    await db.transaction().execute((tx) => papers.jobs.enqueue(tx, 'export.prepare', { orderId: id }));
  }
  await sql`alter table export_part drop constraint no_room`.execute(db);
  await papers.jobs.run();
  expect(words((await officer.get(at)).body)).toContain('A échoué');
  await officer.post(at, {});
  await papers.jobs.run();
  expect((await sql`select from export_part`.execute(db)).rows).toHaveLength(1);
});

it('is forgotten after a week, with its bytes', async () => {
  await order();
  await papers.jobs.run();
  const { count, erase } = oldOrders(Temporal.Duration.from({ days: 7 }));
  await db.transaction().execute(erase);
  expect((await sql`select from export_part`.execute(db)).rows).toHaveLength(1);
  await sql`update export_order set ordered_at = ordered_at - interval '8 days'`.execute(db);
  expect(words((await officer.get('/gestion/travaux')).body)).toContain('Aucun travail demandé');
  expect(await count(db)).toBe(1);
  await db.transaction().execute(erase);
  expect((await sql`select from export_part`.execute(db)).rows).toEqual([]);
});

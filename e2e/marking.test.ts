import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectDatabase, type Pool } from '../src/platform/database/database.ts';
import { shippedCatalogue } from '../src/testing/catalogue.ts';
import { keepJuries } from '../src/testing/examiners.ts';
import { newPage, openBrowser, signInOn } from './support/browser.ts';
import { type Line, lineTo } from './support/line.ts';
import { type Site, startSite } from './support/site.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** A board on its tablet: a sheet of the order, filled where there is no network, agreed by another, sent once. */
let registre: Site;
let browser: Browser;
let pool: Pool;
let line: Line;

const run = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(pool.db)).rows[0]?.id ?? '';
const place = sql`'clermont', 'bp-2024-clermont'`;

beforeAll(async () => {
  registre = await startSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
  pool = connectDatabase(registre.connection, () => undefined);
  browser = await openBrowser();
  line = await lineTo(registre.url);
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const enrolment = await fillDraft(camille, 'bp-2024-clermont');
  await camille.fill(`${enrolment}/recapitulatif`, {});
  await convene(enrolment.split('/').at(-1) ?? '');
  await sql`update clock set shift = '2024-06-04T09:00:00+02:00'::timestamptz - now()`.execute(pool.db);
  // The server's clock looks every five seconds.
  await vi.waitFor(
    async () => {
      const examiner = createVisitor(registre.url);
      await signIn(examiner, 'examiner@demo.registre.fr', DEMONSTRATION_PASSWORD);
      expect((await examiner.get('/commission/notes')).html).toContain('Fournil');
    },
    { timeout: 60_000, interval: 1_000 },
  );
}, 600_000);
afterAll(async () => {
  await browser?.close();
  line?.close();
  await pool?.close();
  await registre?.stop();
});

/** One candidate before a baker's board of the published plan, and the examiner of the demonstration on it. */
async function convene(enrolment: string): Promise<void> {
  const centre = await run(sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
    values (gen_random_uuid(), ${place}, 'LYC', 'Lycée des Puys', '', '63000', 'Riom') returning id`);
  const room = await run(sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
    values (gen_random_uuid(), ${place}, ${centre}, 'Fournil', 'fournil', 30, true) returning id`);
  const sitting =
    await run(sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, held, material, kind, room_id)
    values (gen_random_uuid(), ${place}, '45022108', 'U10', '2024-06-04T08:00:00+02:00', 480, 'practical', '', '', ${room}) returning id`);
  const plan =
    await run(sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by, published_at)
    values (gen_random_uuid(), ${place}, 1, 'published', gen_random_uuid(), now(), gen_random_uuid(), now()) returning id`);
  await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at)
    values (${plan}, ${enrolment}, 'U10', ${sitting}, ${room}, '2024-06-04T08:00:00+02:00', '2024-06-04T16:00:00+02:00')`.execute(
    pool.db,
  );
  // A board is kept when its plan is published: here its seats came after.
  await sql`update exam_plan set state = state`.execute(pool.db);
  const examiner =
    await run(sql`insert into examiner (id, academy, last_name, first_name, folded, side, title, employer, postcode, tasks, specialities, away, account_id)
    select gen_random_uuid(), 'clermont', 'Murol', 'Gaëlle', 'murol gaelle', 'teaching', '', '', '63000', '{board}', '{45022108}', '{}', account_id
    from staff where role = 'examiner' on conflict (account_id) do update set last_name = excluded.last_name returning id`);
  await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by)
    select gen_random_uuid(), ${place}, id, ${examiner}, 'accepted', '{}', now(), gen_random_uuid() from exam_board where held = 'practical'`.execute(
    pool.db,
  );
}

/** Of the same candidate the second day, at the same posts, and beside it the jury that tastes: somebody more who examines, alone on it. */
async function conveneTasting(address: string): Promise<void> {
  const begins = sql`'2024-06-04T08:30:00+02:00'`;
  const sitting =
    await run(sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, held, material, kind, room_id)
    select gen_random_uuid(), academy, session, speciality, 'U10-P2', ${begins}, minutes, held, '', '', room_id from exam_sitting returning id`);
  await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at)
    select plan_id, enrolment_id, 'U10-P2', ${sitting}, room_id, ${begins}, ends_at from exam_seat`.execute(pool.db);
  await sql`update exam_plan set state = state`.execute(pool.db);
  await keepJuries(pool.db, await shippedCatalogue());
  const account = await run(sql`insert into auth_user (id, name, email, email_verified)
    values (gen_random_uuid(), '', ${address}, true) returning id`);
  await sql`insert into auth_account (id, user_id, account_id, provider_id, password)
    select gen_random_uuid(), ${account}, ${account}, provider_id, password from auth_account
    where user_id = (select account_id from staff where role = 'examiner' limit 1)`.execute(pool.db);
  await sql`insert into staff (account_id, academy, role, name) values (${account}, 'clermont', 'examiner', 'Odile Besse')`.execute(
    pool.db,
  );
  const taster =
    await run(sql`insert into examiner (id, academy, last_name, first_name, folded, side, title, employer, postcode, tasks, specialities, away, account_id)
    values (gen_random_uuid(), 'clermont', 'Besse', 'Odile', 'besse odile', 'employer', '', '', '63000', '{board}', '{45022108}', '{}', ${account})
    returning id`);
  await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by)
    select gen_random_uuid(), ${place}, id, ${taster}, 'accepted', '{}', now(), gen_random_uuid() from exam_board where name <> ''`.execute(
    pool.db,
  );
}

const bar = (page: Page) => page.locator('.checkin-bar');
const sheets = async (): Promise<readonly (number | null)[]> =>
  (
    await sql<{ half: number | null }>`select half_points as half from marking_sheet order by rank`.execute(pool.db)
  ).rows.map(({ half }) => half);
const POINTS = { C1: '5', C2: '15', C3: '10', C4: '30,5', C5: '10', C6: '40', C7: '30' };

describe('A board on its tablet', () => {
  it('fills a sheet without a network, is told what is missing, and sends it once', async () => {
    const page = await newPage(browser, { viewport: { width: 768, height: 1024 } });
    await signInOn(page, line.url, 'examiner@demo.registre.fr');
    await page.goto(`${line.url}/commission/notes`);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByRole('link', { name: /Fabrication d'une commande/ }).click();
    await page.getByRole('link', { name: /Démonstration/ }).click();
    line.cut(true);
    await page.context().setOffline(true);
    for (const [id, points] of Object.entries(POINTS).slice(1)) await page.locator(`#c-${id}`).fill(points);
    await page.locator('output').getByText('1 critère à noter').waitFor();
    // What is typed and not signed outlives the page.
    await page.locator('textarea').fill('Belle mie');
    await page.reload();
    await page.locator('output').getByText('1 critère à noter').waitFor();
    expect(await page.locator('#c-C4').inputValue()).toBe('30,5');
    expect(await page.locator('textarea').inputValue()).toBe('Belle mie');
    await page.locator('#c-C1').fill('41,25');
    await page.getByRole('button', { name: 'Signer la fiche' }).click();
    await page
      .locator('output')
      .getByText(/un nombre de 0 à \d+, au demi-point près/)
      .waitFor();
    await page.locator('#c-C1').fill('');
    await page.getByRole('button', { name: 'Signer la fiche' }).click();
    await page.locator('output').getByText("Notez « Calculs d'ingrédients »").waitFor();
    expect(await page.locator('#c-C1').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator('#c-C1').fill('5');
    await page.locator('output').getByText('Note : 12 sur 20').waitFor();
    // A finger finds each field and each button.
    const small = await page
      .locator('.sheet-form :is(input:not([type=hidden]), button, summary):visible')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
    expect(small).toBe(0);
    await page.getByRole('button', { name: 'Signer la fiche' }).click();
    await bar(page).getByText('1 signature non envoyée').waitFor();
    await page.reload();
    await page.getByText('signée ici, pas encore envoyée').waitFor();
    expect(await sheets()).toEqual([]);
    line.cut(false);
    await page.context().setOffline(false);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.getByText('signée par Gaëlle Murol').waitFor();
    expect(await sheets()).toEqual([24]);
    await page.context().close();
  }, 600_000);

  it('does the same by plain forms', async () => {
    const page = await newPage(browser, { viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
    await signInOn(page, registre.url, 'examiner@demo.registre.fr');
    await page.goto(`${registre.url}/commission/notes`);
    await page.getByRole('link', { name: /Fabrication d'une commande/ }).click();
    await page.getByRole('link', { name: /Démonstration/ }).click();
    await page.getByText('Changer la fiche').click();
    await page.locator('#c-C7').fill('60');
    await page.getByRole('button', { name: 'Signer la fiche' }).click();
    await page.getByText('14,5 sur 20').first().waitFor();
    expect(await sheets()).toEqual([24, 29]);
    await page.context().close();
  }, 600_000);

  it('comes back after the lock: what was signed before is kept, and whoever signed it is told', async () => {
    const page = await newPage(browser, { viewport: { width: 768, height: 1024 } });
    await signInOn(page, line.url, 'examiner@demo.registre.fr');
    await page.goto(`${line.url}/commission/notes`);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByRole('link', { name: /Fabrication d'une commande/ }).click();
    await page.getByRole('link', { name: /Démonstration/ }).click();
    line.cut(true);
    await page.context().setOffline(true);
    await page.getByText('Changer la fiche').click();
    for (const [id, points] of Object.entries({ ...POINTS, C7: '45' })) await page.locator(`#c-${id}`).fill(points);
    await page.getByRole('button', { name: 'Signer la fiche' }).click();
    await bar(page).getByText('1 signature non envoyée').waitFor();
    await sql`insert into mark_batch (id, academy, session, speciality, unit, title, step, named, first_done_at, second_done_at, opened_by, locked_at, locked_by)
      values (gen_random_uuid(), ${place}, '45022108', 'U10', 'Fabrication', 'half-point', true, now(), now(), gen_random_uuid(), business_now(), gen_random_uuid())`.execute(
      pool.db,
    );
    line.cut(false);
    await page.context().setOffline(false);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.getByText('arrivée après le verrou').waitFor();
    expect(await sheets()).toEqual([24, 29, 26]);
    await page.context().close();
  }, 600_000);

  it('of the jury that tastes shows its own criterion and numbers alone, and sends what was signed without a network', async () => {
    const address = 'odile@demo.registre.fr';
    await conveneTasting(address);
    const page = await newPage(browser, { viewport: { width: 768, height: 1024 } });
    await signInOn(page, line.url, address);
    await page.goto(`${line.url}/commission/notes`);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByRole('link', { name: /Phase de dégustation/ }).click();
    line.cut(true);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: /Candidat n°/ }).click();
    await page.locator('#c-C7').fill('30');
    await page.locator('output').getByText('Partie : 30 sur 60').waitFor();
    expect(await page.locator('#c-C1').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Absent' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Signer la fiche' }).click();
    await bar(page).getByText('1 signature non envoyée').waitFor();
    await page.reload();
    await page.getByText('signée ici, pas encore envoyée').waitFor();
    expect(await page.locator('#notation').textContent()).not.toMatch(/Camille|Démonstration/);
    expect(await sheets()).toEqual([24, 29, 26]);
    line.cut(false);
    await page.context().setOffline(false);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.getByText('signée par Odile Besse').waitFor();
    // A part makes no mark.
    expect(await sheets()).toEqual([24, 29, 26, null]);
    // What a tablet keeps doesn't know who baked it either.
    const kept = await page.evaluate(async () => (await fetch('/commission/notes/donnees')).text());
    expect(kept).not.toMatch(/Camille|Démonstration/);
    await page.context().close();
  }, 600_000);
});

it('On the morning, whoever did not come is replaced by one press: seated, convened and told', async () => {
  await sql`insert into examiner (id, academy, last_name, first_name, folded, side, title, employer, postcode, mail, phone, tasks, specialities, away)
    values (gen_random_uuid(), 'clermont', 'Proche', 'Alix', 'proche alix', 'teaching', '', '', '63200', 'proche@exemple.fr', '0612345678', '{board}', '{45022108}', '{}')`.execute(
    pool.db,
  );
  await sql`update board_member set came = false from exam_board b where b.id = board_id and b.name = ''`.execute(
    pool.db,
  );
  const board = await run(sql`select id from exam_board where held = 'practical' and name = ''`);
  const page = await newPage(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await signInOn(page, registre.url, 'head@demo.registre.fr');
  await page.goto(`${registre.url}/gestion/examen/examinateurs/commissions/${board}`);
  await page
    .getByRole('row', { name: /Proche/ })
    .getByRole('button', { name: /Faire venir/ })
    .click();
  await page.getByText('La personne est placée et convoquée').waitFor();
  expect(
    await run(
      sql`select m.state as id from board_member m join examiner e on e.id = m.examiner_id where e.last_name = 'Proche'`,
    ),
  ).toBe('convened');
  await page.context().close();
}, 600_000);

import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectDatabase, type Pool } from '../src/platform/database/database.ts';
import { newPage, openBrowser, signInOn } from './support/browser.ts';
import { browserThatSees } from './support/camera.ts';
import { type Line, lineTo } from './support/line.ts';
import { type Site, startSite } from './support/site.ts';
import { accountForm, createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/**
 * The check-in of a centre as its keepers do it: on a phone, with a network that is cut, in two tabs, on two devices. The line is cut
 * between the browser and the server, so that nothing of the browser knows better.
 */
const DAY = '2024-06-03';
let registre: Site;
let browser: Browser;
let pool: Pool;
let line: Line;
let centre = '';
let room = '';

beforeAll(async () => {
  registre = await startSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
  pool = connectDatabase(registre.connection, () => undefined);
  browser = await openBrowser();
  line = await lineTo(registre.url);
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const enrolment = await fillDraft(camille, 'bp-2024-clermont');
  await camille.fill(`${enrolment}/recapitulatif`, {});
  const other = createVisitor(registre.url);
  expect(
    (await other.fill('/compte/creer', accountForm('autre@example.fr', { birthName: 'Zébulon', firstNames: 'Ange' })))
      .status,
  ).toBe(303);
  await placeBoth(enrolment.split('/').at(-1) ?? '');
  await moveClock(`${DAY}T08:40:00+02:00`);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  line?.close();
  await pool?.close();
  await registre?.stop();
});

const run = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(pool.db)).rows[0]?.id ?? '';
const place = sql`'clermont', 'bp-2024-clermont'`;

/** Two candidates in one room, one plan that is published, and two keepers of its centre. */
async function placeBoth(enrolment: string): Promise<void> {
  const second = await run(sql`insert into enrolment select (jsonb_populate_record(e, jsonb_build_object(
      'id', gen_random_uuid(), 'candidate_id', c.account_id, 'number', 'BP24-99999-A'))).*
    from enrolment e join candidate c on c.account_id <> e.candidate_id and c.birth_name = 'Zébulon' where e.id = ${enrolment} returning id`);
  centre = await run(sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
    values (gen_random_uuid(), ${place}, 'LYC', 'Lycée des Puys', '', '63000', 'Riom') returning id`);
  room = await run(sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
    values (gen_random_uuid(), ${place}, ${centre}, 'Salle A', 'salle a', 30, true) returning id`);
  const plan =
    await run(sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by, published_at)
    values (gen_random_uuid(), ${place}, 1, 'published', gen_random_uuid(), now(), gen_random_uuid(), now()) returning id`);
  for (const [id, table] of [
    [enrolment, 1],
    [second, 2],
  ])
    await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, place)
      values (${plan}, ${id}, 'U10', gen_random_uuid(), ${room}, ${`${DAY}T07:00:00Z`}, ${`${DAY}T10:00:00Z`}, ${table})`.execute(
      pool.db,
    );
  await sql`update staff set name = 'Denis Portier' where role = 'centre'`.execute(pool.db);
  await keep();
}

/** Both before a board of another room in the afternoon; gives what takes them away again. */
async function beforeABoard(): Promise<() => Promise<unknown>> {
  const board =
    await run(sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
    values (gen_random_uuid(), ${place}, ${centre}, 'Salle B', 'salle b', 30, true) returning id`);
  const sitting = await run(sql`select gen_random_uuid() as id`);
  await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, calls_at, starts_at, ends_at)
    select plan_id, enrolment_id, 'U20', ${sitting}, ${board}, starts_at + (place + 4) * interval '1 hour',
      starts_at + (place + 4) * interval '1 hour' + interval '10 minutes', starts_at + (place + 4) * interval '1 hour' + interval '40 minutes'
    from exam_seat where room_id = ${room}`.execute(pool.db);
  return () => sql`delete from exam_seat where room_id = ${board}`.execute(pool.db);
}

const keep = () =>
  sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
    select account_id, ${place}, ${centre}, account_id from staff where role = 'centre' on conflict do nothing`.execute(
    pool.db,
  );

const moveClock = (instant: string) => sql`update clock set shift = ${instant}::timestamptz - now()`.execute(pool.db);

beforeEach(async () => {
  line.cut(false);
  await moveClock(`${DAY}T08:40:00+02:00`);
  await pool.db.transaction().execute(async (tx) => {
    await sql`alter table attendance_act disable trigger all`.execute(tx);
    await sql`delete from attendance_act`.execute(tx);
    await sql`alter table attendance_act enable trigger all`.execute(tx);
  });
  // The server's clock looks every five seconds.
  await vi.waitFor(
    async () => {
      const keeper = createVisitor(registre.url);
      await signIn(keeper, 'centre@demo.registre.fr', DEMONSTRATION_PASSWORD);
      expect((await keeper.get('/centre')).html).toContain('Salle A');
    },
    { timeout: 60_000, interval: 1_000 },
  );
}, 600_000);

async function enter(page: Page): Promise<void> {
  await signInOn(page, line.url, 'centre@demo.registre.fr');
  await page.waitForURL(/\/centre$/);
}

/** A device at the list of the room, ready to lose its network. */
async function atRoom(options: Parameters<typeof newPage>[1] = {}): Promise<Page> {
  const page = await newPage(browser, { viewport: { width: 320, height: 700 }, ...options });
  await enter(page);
  await page.getByText('Tout est envoyé').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByRole('link', { name: 'Salle A' }).click();
  await row(page, 'Démonstration').waitFor();
  return page;
}

const row = (page: Page, name: string) => page.locator('.checkin > li').filter({ hasText: name });
const mark = (page: Page, name: string, what: 'Présent' | 'Absent' | 'Annuler') =>
  row(page, name).getByRole('button', { name: what }).click();
const bar = (page: Page) => page.locator('.checkin-bar');

async function cut(context: BrowserContext, isCut: boolean): Promise<void> {
  line.cut(isCut);
  await context.setOffline(isCut);
}

const acts = async (): Promise<readonly string[]> =>
  (await sql<{ state: string }>`select state from attendance_act order by rank`.execute(pool.db)).rows.map(
    ({ state }) => state,
  );
const keptDays = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const asked = indexedDB.open('registre-pointage');
        asked.onsuccess = () => {
          const count = asked.result.transaction('kept').objectStore('kept').count();
          count.onsuccess = () => {
            asked.result.close();
            resolve(count.result);
          };
        };
      }),
  );

describe('A device of a centre', () => {
  it('marks, and what it marks is at the office', async () => {
    const page = await atRoom();
    await mark(page, 'Démonstration', 'Présent');
    await bar(page).getByText('Tout est envoyé').waitFor();
    await row(page, 'Démonstration').getByText('noté à').waitFor();
    await row(page, 'Zébulon').locator('summary').click();
    await row(page, 'Zébulon').getByLabel('Minutes de retard').fill('12');
    await row(page, 'Zébulon').getByLabel('Minutes de retard').press('Enter');
    await row(page, 'Zébulon').getByText('en retard de 12').waitFor();
    await expect.poll(acts).toEqual(['present', 'late']);
    await mark(page, 'Démonstration', 'Annuler');
    await expect.poll(acts).toEqual(['present', 'late', 'none']);
    await page.context().close();
  }, 600_000);

  it('keeps what the server drew until its own list has come: a first visit on a bad network loses nothing', async () => {
    const page = await newPage(browser, { viewport: { width: 320, height: 700 }, serviceWorkers: 'block' });
    let asked = 0;
    await page.route(/\/centre\/jour\?/, (route) => {
      asked += 1;
      return route.abort();
    });
    await enter(page);
    await page.locator('.checkin-told').getByText("n'est pas encore gardée").waitFor();
    expect(asked).toBeGreaterThan(0);
    expect(await keptDays(page)).toBe(0);
    expect(await page.locator('h1').allTextContents()).toHaveLength(1);
    await page.getByRole('link', { name: 'Salle A' }).click();
    await row(page, 'Zébulon').getByRole('button', { name: 'Absent' }).click();
    await expect.poll(acts).toEqual(['absent']);
    await page.unroute(/\/centre\/jour\?/);
    await bar(page).getByText('Tout est envoyé').waitFor();
    expect(await page.locator('h1').allTextContents()).toHaveLength(1);
    expect(await page.locator('.checkin').count()).toBe(1);
    await page.context().close();
  }, 600_000);

  it('goes on without a network, also after a reload, and sends once what it kept', async () => {
    const page = await atRoom();
    await cut(page.context(), true);
    await mark(page, 'Démonstration', 'Présent');
    await bar(page).getByText('1 pointage non envoyé').waitFor();
    await mark(page, 'Zébulon', 'Absent');
    await bar(page).getByText('2 pointages non envoyés').waitFor();
    await page.reload();
    await row(page, 'Zébulon').getByText('pas encore envoyé').waitFor();
    await page.locator('.checkin-told').getByText('Pas de réseau').waitFor();
    expect(await acts()).toEqual([]);
    // What the browser keeps of the site holds nobody's name.
    const cached = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()));
      return Promise.all(all.flat().map((one) => one.clone().text()));
    });
    expect(cached.length).toBeGreaterThan(3);
    for (const text of cached) expect(text).not.toMatch(/Zébulon|Camille|Denis/);
    await cut(page.context(), false);
    await bar(page).getByText('Tout est envoyé').waitFor();
    expect(await acts()).toEqual(['present', 'absent']);
    await page.context().close();
  }, 600_000);

  it('shows the same in two tabs, and sends once', async () => {
    const page = await atRoom();
    const beside = await page.context().newPage();
    await beside.goto(page.url());
    await row(beside, 'Zébulon').waitFor();
    await cut(page.context(), true);
    await mark(page, 'Zébulon', 'Absent');
    await row(beside, 'Zébulon').getByText('pas encore envoyé').waitFor();
    await cut(page.context(), false);
    for (const tab of [page, beside]) await bar(tab).getByText('Tout est envoyé').waitFor();
    expect(await acts()).toEqual(['absent']);
    await page.context().close();
  }, 600_000);

  it('that was cut off while another one marked: both words are shown', async () => {
    const [first, second] = [await atRoom(), await atRoom()];
    await second.context().setOffline(true);
    await mark(second, 'Zébulon', 'Absent');
    await bar(second).getByText('1 pointage non envoyé').waitFor();
    await mark(first, 'Zébulon', 'Présent');
    await expect.poll(acts).toEqual(['present']);
    await second.context().setOffline(false);
    await row(second, 'Zébulon').getByText("Un autre appareil l'a noté").waitFor();
    await mark(second, 'Zébulon', 'Présent');
    await row(second, 'Zébulon').getByText("Un autre appareil l'a noté").waitFor({ state: 'detached' });
    await expect.poll(acts).toEqual(['present', 'absent', 'present']);
    await first.context().close();
    await second.context().close();
  }, 600_000);

  it('warns who signs out with something unsent, erases the list, and keeps it for them without a name', async () => {
    const page = await atRoom();
    await page.context().setOffline(true);
    await mark(page, 'Zébulon', 'Absent');
    await bar(page).getByText('1 pointage non envoyé').waitFor();
    const leave = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('button', { name: 'Me déconnecter', exact: true }).click();
    };
    await leave();
    await page.getByText("1 pointage n'est pas envoyé").waitFor();
    await page.getByRole('button', { name: 'Rester' }).click();
    expect(await keptDays(page)).toBe(1);
    await leave();
    await page.getByText("1 pointage n'est pas envoyé").waitFor();
    // The server doesn't take it: the network comes back between the two, and only the way out is open.
    await page.route('**/centre/**', (route) => route.abort());
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Me déconnecter quand même' }).click();
    await page.waitForURL(/connexion/);
    await page.getByText("1 pointage n'est pas envoyé depuis cet appareil").waitFor();
    expect(await keptDays(page)).toBe(0);
    expect(await acts()).toEqual([]);
    await page.unroute('**/centre/**');
    await enter(page);
    await bar(page).getByText('Tout est envoyé').waitFor();
    expect(await acts()).toEqual(['absent']);
    await page.context().close();
  }, 600_000);

  it('never sends under the name of another person what the first one said', async () => {
    const page = await atRoom();
    await page.context().setOffline(true);
    await mark(page, 'Zébulon', 'Absent');
    await bar(page).getByText('1 pointage non envoyé').waitFor();
    // The keeper's access is given to somebody else's account on the same device.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const asked = indexedDB.open('registre-pointage');
          asked.onsuccess = () => {
            const store = asked.result.transaction('waiting', 'readwrite').objectStore('waiting');
            const all = store.getAll();
            all.onsuccess = () => {
              for (const one of all.result) store.put({ ...one, owner: crypto.randomUUID(), keeper: 'Anne Autre' });
              store.transaction.oncomplete = () => resolve();
            };
          };
        }),
    );
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('attend que Anne Autre se reconnecte').waitFor();
    await bar(page).getByText('Tout est envoyé').waitFor();
    expect(await acts()).toEqual([]);
    await page.context().close();
  }, 600_000);

  it('forgets the list when its keeper is let go, and at the end of the day without a network', async () => {
    const page = await atRoom();
    await sql`delete from attendance_keeper`.execute(pool.db);
    await page.reload();
    await page.getByText('Aucun centre ne vous est confié').waitFor();
    await expect.poll(() => keptDays(page)).toBe(0);
    await keep();
    await page.context().close();

    const late = await newPage(browser);
    await late.clock.install();
    await enter(late);
    await late.getByText('Tout est envoyé').waitFor();
    await late.evaluate(() => navigator.serviceWorker.ready);
    await cut(late.context(), true);
    await late.clock.fastForward('16:00:00');
    await late.getByText('La journée est finie').waitFor();
    expect(await keptDays(late)).toBe(0);
    expect(await late.locator('.checkin, .checkin-rooms').count()).toBe(0);
    await late.context().close();
  }, 600_000);

  it('shows the list of the day that the server opens, and never that of the day before', async () => {
    const page = await atRoom();
    await moveClock('2024-06-04T00:01:00+02:00');
    await vi.waitFor(
      async () => {
        await page.reload();
        expect(await page.getByRole('main').innerText()).toContain("Aucune liste n'est ouverte");
      },
      { timeout: 60_000, interval: 1_000 },
    );
    await expect.poll(() => keptDays(page)).toBe(0);
    await page.context().close();
  }, 600_000);

  it('says without a network that a board is late: its turns are shown at the hours that follow once it is sent; who passes last is last', async () => {
    const takeAway = await beforeABoard();
    const page = await newPage(browser, { viewport: { width: 320, height: 700 } });
    await enter(page);
    await bar(page).getByText('Tout est envoyé').waitFor();
    await page.getByRole('link', { name: 'Salle B' }).click();
    const turns = page.locator('[id^="c-"] .checkin > li');
    await expect.poll(() => turns.allInnerTexts()).toHaveLength(2);
    await cut(page.context(), true);
    await page.getByLabel('Retard de la commission').fill('30');
    await page.getByLabel('Retard de la commission').press('Enter');
    await page.getByText("Personne n'est prévenu avant").waitFor();
    await cut(page.context(), false);
    await page.getByText('annoncée en retard de 30').waitFor();
    await expect.poll(() => turns.first().innerText()).toMatch(/14\sh\s30 .*Démonstration.* au lieu de 14\sh\s00/);
    // Whom no mail reaches is called, and ticked here before there is a network again.
    await sql`insert into exam_call_told (rank, enrolment_id, way) select max(rank), enrolment_id, 'phone' from exam_expected_call
      group by enrolment_id`.execute(pool.db);
    await page.getByRole('link', { name: 'Toutes les salles' }).click();
    const called = page.locator('#a-prevenir li').filter({ hasText: 'Démonstration' });
    // As a device does on its own each half minute.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await called.waitFor({ timeout: 60_000 });
    await cut(page.context(), true);
    await called.getByRole('button', { name: 'Prévenu' }).click();
    await called.getByText('prévenu par vous, pas encore envoyé').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await cut(page.context(), false);
    await called.getByText(/prévenu par .*, à \d/).waitFor();
    await page.getByRole('link', { name: 'Salle B' }).click();
    await turns.first().locator('summary').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await turns.first().getByRole('button', { name: 'Changer ce tour' }).click();
    await expect.poll(() => turns.last().innerText()).toMatch(/16\sh\s\d\d .*Démonstration/);
    await takeAway();
    await page.context().close();
  }, 600_000);

  it('needs no script: forms mark, too', async () => {
    const page = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    await enter(page);
    await page.getByRole('link', { name: 'Salle A' }).click();
    await mark(page, 'Zébulon', 'Absent');
    await row(page, 'Zébulon').getByText('noté à').waitFor();
    expect(await acts()).toEqual(['absent']);
    await page.context().close();
  }, 600_000);
});

describe('The camera of the check-in', () => {
  it('finds whose summons it sees', async () => {
    await sql`insert into exam_checkin_code (enrolment_id, academy, session, code)
      select id, academy, session, '7K2MQ4ZT' from enrolment where number = 'BP24-99999-A'`.execute(pool.db);
    const seeing = await browserThatSees('7K2MQ4ZT');
    try {
      const page = await newPage(seeing);
      await enter(page);
      await page.getByText('Tout est envoyé').waitFor();
      await page.getByRole('button', { name: /Viser le code carré/ }).click();
      await page.getByText('1 ligne trouvée').waitFor();
      await row(page, 'Zébulon').waitFor();
    } finally {
      await seeing.close();
    }
  }, 600_000);
});

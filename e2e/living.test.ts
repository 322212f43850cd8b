import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reviewTexts } from '../src/checking/reviewTexts.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { sealJournal } from '../src/platform/journalSeal.ts';
import { createDatabase } from '../src/testing/database.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { newPage, openBrowser, signInOn } from './support/browser.ts';
import { type Registre, startRegistre } from './support/registre.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, mainOf, signIn } from './support/visitor.ts';

/** A small office at work, filled as `npm run living` fills one with thousands. */
const ROOT = path.join(import.meta.dirname, '..');
const PEOPLE = 12;
let registre: Registre;
let drop: () => Promise<void>;
let said: string;
let settings: Readonly<Record<string, string>>;

beforeAll(async () => {
  const [database, folder] = [await createDatabase(), temporaryFolder('living')];
  drop = database.drop;
  settings = { DATABASE_URL: addressOf(database.connection), DATA_DIR: folder };
  const program = [path.join(ROOT, 'living', 'fill.ts'), String(PEOPLE), '2023-11-28'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', path.join(ROOT, 'scripts', 'jsx.mjs'), ...program],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', ...settings } },
  );
  said = stdout;
  registre = await startRegistre({ DATABASE_URL: addressOf(database.connection) }, folder);
});
afterAll(async () => {
  await registre?.stop();
  await drop?.();
});

/** What waits to be read says so in the queue, and takes a line more: a busy machine reads for a while after the site has begun. */
async function untilAllIsRead(): Promise<void> {
  const pool = connectDatabase({ connectionString: settings.DATABASE_URL, max: 1 }, () => undefined);
  await expect
    .poll(
      async () =>
        (await sql<{ waits: boolean }>`select exists (select from deposit where unread) as waits`.execute(pool.db))
          .rows[0]?.waits,
      {
        timeout: 60_000,
        interval: 200,
      },
    )
    .toBe(false);
  await pool.close();
}

/** `npm run journal`, on what was built. */
async function checkJournal(...kept: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  const program = path.join(ROOT, 'dist', 'checkJournal.js');
  const env = { ...process.env, NODE_ENV: 'production', ...settings };
  return promisify(execFile)(process.execPath, [program, ...kept], { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

const wordsOf = (html: string): string =>
  mainOf(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

it('nothing that somebody of it wanted to do was refused', () => {
  expect(said).not.toMatch(/ × /);
  expect(said).toContain(`${PEOPLE} enrolments until 2023-11-28`);
});

it('the head sees its files three days before the closing', async () => {
  const head = createVisitor(registre.url);
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const { html } = await head.get('/gestion/dossiers');
  expect(html).toMatch(/dans 3\sjours/);
  expect(Number(/(\d+) dossiers/.exec(wordsOf(html))?.[1])).toBeGreaterThan(PEOPLE / 2);
  // An address that doesn't exist doesn't look as if they were signed out, and leads back to their own place.
  const nowhere = await head.get('/gestion/nulle-part');
  expect([nowhere.status, nowhere.html]).toEqual([404, expect.stringContaining('Mon espace')]);
  expect(nowhere.html).not.toMatch(/Se connecter|Mes inscriptions|connectez-vous/);
  expect((await head.get('/connexion')).location).toBe('/gestion');
  expect((await createVisitor(registre.url).get('/gestion/nulle-part')).html).toMatch(
    /Se connecter.*Mes inscriptions/s,
  );
});

it('its queue shows twenty candidates at 1280 × 720; a document has 600 px at 1280 × 800, also below what was just decided', async () => {
  await untilAllIsRead();
  const browser = await openBrowser();
  const page = await newPage(browser, { viewport: { width: 1280, height: 720 } });
  await page.goto(new URL('/connexion', registre.url).href);
  await page.getByLabel(/^Adresse mail/).fill('head@demo.registre.fr');
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/gestion$/);
  await page.goto(new URL('/gestion/corbeille', registre.url).href);
  const rows = await page
    .locator('main tbody tr')
    .evaluateAll((all) => all.map((row) => row.getBoundingClientRect()).map(({ top, height }) => ({ top, height })));
  const [first] = rows;
  const usual = rows.map(({ height }) => height).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)];
  expect((first?.top ?? 720) + 20 * (usual ?? 720)).toBeLessThanOrEqual(720);
  const filters = await page.locator('.list-head select').evaluateAll((all) =>
    all.map((select) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      const context = document.createElement('canvas').getContext('2d');
      if (context === null || !(select instanceof HTMLSelectElement)) throw new Error('No text can be measured');
      context.font = font;
      const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const words = select.selectedOptions[0]?.text ?? '';
      return { words, top: select.getBoundingClientRect().top, fits: context.measureText(words).width <= room + 1 };
    }),
  );
  expect(filters).toEqual(filters.map(({ words }) => ({ words, top: filters[0]?.top, fits: true })));
  expect(filters.map(({ words }) => words)).toContain('Session\u00a0: toutes');
  // Most stand on one line, with their speciality and all of their pieces.
  expect(rows.filter(({ height }) => height === usual).length).toBeGreaterThan(rows.length / 2);

  await page.setViewportSize({ width: 1280, height: 800 });
  const seen = async (): Promise<number> => {
    const box = await page.locator('.document-frame .pages').boundingBox();
    return box === null ? 0 : Math.min(box.y + box.height, 800) - box.y;
  };
  await page.locator('main tbody a[href^="/gestion/pieces/"]').first().click();
  await page.locator('details[data-keys]').waitFor();
  expect(await seen()).toBeGreaterThanOrEqual(600);
  await page.keyboard.press('c');
  await page.locator('.done').waitFor();
  expect(await seen()).toBeGreaterThanOrEqual(600);
  expect((await page.locator('.done').boundingBox())?.height).toBeLessThanOrEqual(40);
  for (const decision of await page.locator('button[name="decision"]').all()) {
    const box = await decision.boundingBox();
    expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  }
  // An intended refusal never becomes an acceptance: Enter on a reason decides nothing, without the script either.
  const at = page.url();
  await page.keyboard.press('n');
  await page.locator('#sans-motif').waitFor();
  await page.keyboard.press('Enter');
  expect(page.url()).toBe(at);
  const bare = await newPage(browser, { javaScriptEnabled: false });
  await signInOn(bare, registre.url, 'head@demo.registre.fr');
  await bare.goto(at);
  await bare.locator('input[name="reasons"]').first().focus();
  await Promise.all([bare.waitForNavigation(), bare.keyboard.press('Enter')]);
  expect(await bare.locator('main').innerText()).toContain(reviewTexts.chooseDecision);
  await browser.close();
});

it('its dashboard is one sheet on paper, and few telephones high', async () => {
  const browser = await openBrowser();
  const page = await newPage(browser, { viewport: { width: 320, height: 640 } });
  await signInOn(page, registre.url, 'head@demo.registre.fr');
  await page.waitForURL(/\/gestion$/);
  await page.goto(new URL('/gestion/tableau-de-bord', registre.url).href);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(4_000);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(1);
  await browser.close();
});

it('a candidate of it signs in, and reads a document that they gave', async () => {
  const candidate = createVisitor(registre.url, '10.4.0.1');
  for (let rank = 1; rank <= PEOPLE; rank += 1) {
    await signIn(candidate, `candidat.${rank}@registre.example`, DEMONSTRATION_PASSWORD);
    const hub = /href="(\/candidatures\/[0-9a-f-]{36})"/.exec((await candidate.get('/candidatures')).html)?.[1];
    const { html } = await candidate.get(`${hub}/justificatifs`);
    const file = /href="(\/candidatures\/[^"]+\/fichiers\/[^"]+)"/.exec(html)?.[1];
    if (file === undefined) continue;
    expect((await candidate.get(file)).status).toBe(200);
    return;
  }
  throw new Error('Nobody gave anything');
});

it('the journal of it is whole, and a seal that was kept elsewhere is known again', async () => {
  // A seal is of days that are over: this one holds today, in which the office must do nothing more.
  await registre.stop();
  const whole = await checkJournal();
  expect(whole).toMatchObject({ code: 0 });
  // The one made when the server started, of the days before.
  expect(whole.stdout).toMatch(
    /\d{3,} entries in \d+ chains: each follows the one before\.\n1 seals: each is what the journal says\./,
  );
  const pool = connectDatabase({ connectionString: settings.DATABASE_URL, max: 1 }, () => undefined);
  const seal = await sealJournal(pool.db, Temporal.Now.plainDateISO('Europe/Paris').add({ days: 1 }));
  await pool.close();
  const kept = `${seal?.day}=${seal?.hash.toString('hex').slice(0, 16)}`;
  expect(await checkJournal(kept)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('the seal that you kept'),
  });
  const other = await checkJournal(`${seal?.day}=${'0'.repeat(16)}`);
  expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT the seal that you kept') });
  expect(await checkJournal('yesterday')).toMatchObject({ code: 2 });
});

import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPage } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { linkIn } from './support/mailbox.ts';
import { ownBrowser, ownMailbox, ownSite } from './support/stage.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn,
  untilRead,
} from './support/visitor.ts';

/**
 * An officer checks thirty pieces by keyboard alone, refuses three with the reasons of the rules and undoes one, while a second one works
 * the same queue by keyboard too. Then every mail of these decisions is read back.
 */
/**
 * All of them by `REGISTRE_PIECES=30 npx vitest run e2e/thirtyPieces.test.ts`, thirty people by `REGISTRE_PIECES=150`; in `npm test` a slice.
 * What it took is printed, and nothing is asked of it: other work shares the machine. `REGISTRE_ALONE=1`: the colleague reads nothing, as at idle.
 */
const PIECES = Number(process.env.REGISTRE_PIECES ?? 12);
const ALONE = process.env.REGISTRE_ALONE === '1';
/** Six pieces of each are handed over, and the keys go through those; the colleague has a third, and people whom they are at are led past. */
const CANDIDATES = Math.ceil((PIECES * 1.5) / 6) + (PIECES > 12 ? 4 : 0);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const REFUSED: readonly number[] = [3, 6, 10];
const UNDONE = 8;

const addressOf = (i: number): string => `trente.${i}@domaine.fr`;

/** A candidate of Coiffure who gives every piece and hands them over. */
async function aFile(i: number): Promise<void> {
  const address = addressOf(i);
  const visitor = createVisitor(registre.url, `127.0.1.${i + 1}`);
  const names = { birthName: `Sancy ${LETTERS[Math.floor(i / 26)]}${LETTERS[i % 26]}`, firstNames: 'Zoé' };
  const made = await visitor.fill('/compte/creer', accountForm(address, names));
  expect([made.status, mainOf(made.html)]).toEqual([303, '']);
  const link = new URL(linkIn(await mailbox.take(/Activez votre compte/, address)));
  const asked = await visitor.get(link.pathname + link.search);
  await visitor.post('/compte/activer', hiddenFields(mainOf(asked.html)));
  await signIn(visitor, address, DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(visitor, 'bp-2024-clermont', COIFFURE);
  expect((await visitor.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
  const { html } = await visitor.get(`${hub}/justificatifs`);
  const codes = [...new Set([...html.matchAll(/id="piece-([0-9A-Z]+)"/g)].map(([, code = '']) => code))];
  for (const code of codes) {
    const given = await visitor.deposit(`${hub}/justificatifs/${code}`, makePdf(`${code} ${i}`), `${code}.pdf`);
    expect([code, given.status], mainOf(given.html).slice(0, 300)).toEqual([code, 303]);
  }
  for (const [, action = ''] of (await visitor.get(`${hub}/justificatifs`)).html.matchAll(
    /action="([^"]*\/remettre\/[^"]+)"/g,
  ))
    await visitor.post(action, hiddenFields(mainOf((await visitor.get(`${hub}/justificatifs`)).html)));
  await untilRead(visitor, hub);
}

async function atQueue(name: string): Promise<Page> {
  const page = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(new URL('/connexion', registre.url).href);
  await page.getByLabel(/^Adresse mail/).fill(`${name}@demo.registre.fr`);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/gestion$/);
  return page;
}

const pieceIn = (page: Page): string => /\/gestion\/pieces\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? page.url();

/** The keys stand when the page's help does. */
const ready = (page: Page): Promise<void> =>
  page
    .locator('details[data-keys]')
    .waitFor({ timeout: 60_000 })
    .catch(async (error: unknown) => {
      throw new Error(`No keys at ${page.url()}: ${(await page.locator('main').innerText()).slice(0, 600)}`, {
        cause: error,
      });
    });

let late = 0;
/** Of the one officer who is measured: keys pressed, and milliseconds from the key of a decision to the next document in sight. */
const took = { keys: 0, waits: [] as number[] };

/** Presses one; gives what to call once the document that it leads to is drawn. */
async function press(page: Page, key: string, measured: boolean): Promise<() => Promise<void>> {
  if (measured) took.keys += 1;
  const from = performance.now();
  await page.keyboard.press(key);
  return async () => {
    await page.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>('.pages img');
      return document.querySelector('.split') === null || (picture?.complete === true && picture.naturalWidth > 0);
    });
    if (measured) took.waits.push(performance.now() - from);
  };
}
type Decided = { readonly piece: string; readonly decision: 'compliant' | 'non-compliant' };

/**
 * One decision by keys; gives what was decided. Two who reach one piece in the same instant: the second reads who decided, and goes on by
 * a key too; then nothing was decided here.
 */
async function decide(page: Page, decision: Decided['decision'], measured = false): Promise<Decided | null> {
  await ready(page);
  const piece = pieceIn(page);
  if (decision === 'non-compliant') await press(page, '1', measured);
  const leaves = page.waitForURL((url) => !url.pathname.endsWith(piece), { timeout: 60_000 });
  const isLate = page.getByText("Votre décision n'est pas enregistrée").waitFor({ timeout: 60_000 });
  isLate.catch(() => undefined);
  leaves.catch(() => undefined);
  const seen = await press(page, decision === 'compliant' ? 'c' : 'n', measured);
  const end = await Promise.any([leaves.then(() => 'decided'), isLate.then(() => 'late')]);
  if (end === 'decided') {
    await seen();
    return { piece, decision };
  }
  late += 1;
  await ready(page);
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith(piece)), page.keyboard.press('j')]);
  return null;
}

/** Beside what it costs to follow the pieces by their age: whose file it is must be read again at each. */
function tell(people: readonly string[], seconds: number): void {
  const waits = took.waits.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? 0);
  process.stdout.write(
    `${PIECES} pieces of ${new Set(people).size} people: ${took.keys} keys, ${seconds.toFixed(1)} s ${ALONE ? 'alone' : 'beside a colleague'}, ${waits.length} pages; ` +
      `somebody else's file ${people.length} times (piece by piece: ${waits.length}); ` +
      `from a decision to the next document ${at(0.5)} ms, ${at(0.95)} ms for 95 %; load ${loadavg()[0]?.toFixed(1)}\n`,
  );
}

const mailbox = await ownMailbox();
const registre = await ownSite({
  SMTP_URL: mailbox.url,
  REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
  DECISION_MAIL_SECONDS: '12',
});
const browser = await ownBrowser();
for (let i = 0; i < CANDIDATES; i++) await aFile(i);

it(`${PIECES} pieces by keyboard beside a second officer`, async () => {
  const [officer, second] = [await atQueue('officer.g2'), await atQueue('head')];
  const first = await officer.locator('main a[href*="/gestion/pieces/"]').first().getAttribute('href');
  await officer.goto(new URL(first ?? '', registre.url).href);
  await second.goto(new URL('/gestion', registre.url).href);
  const theirs = await second.locator('main a[href*="/gestion/pieces/"]').first().getAttribute('href');
  await second.goto(new URL(theirs ?? '', registre.url).href);
  let going = true;
  const beside: Decided[] = [];
  const colleague = (async () => {
    while (!ALONE && going && beside.length < PIECES / 2 - 3) {
      const done = await decide(second, 'compliant');
      if (done !== null) beside.push(done);
      await second.waitForTimeout(700);
    }
  })();
  const mine: Decided[] = [];
  /** In the order in which they were met: somebody who is met twice stands here twice. */
  const people: string[] = [];
  let undone = '';
  const begun = performance.now();
  while (mine.length < PIECES) {
    const rank = mine.length + 1;
    const who = await officer.locator('.kicker .identifier').textContent();
    const done = await decide(officer, REFUSED.includes(rank) ? 'non-compliant' : 'compliant', true);
    if (done === null) continue;
    if (who !== people.at(-1)) people.push(who ?? '');
    if (rank === UNDONE && undone === '') {
      undone = done.piece;
      await ready(officer);
      await Promise.all([officer.waitForURL(new RegExp(undone)), officer.keyboard.press('z')]);
    } else mine.push(done);
  }
  going = false;
  const seconds = (performance.now() - begun) / 1000;
  await colleague;
  tell(people, seconds);
  // Nobody decided what the other had, and they hardly ever met; led to the same pieces, they would at each.
  expect(late).toBeLessThan(PIECES / 4);
  const ids = [...mine, ...beside].map(({ piece }) => piece);
  expect(new Set(ids).size).toBe(ids.length);
  expect(mine.map(({ piece }) => piece)).toContain(undone);
  const states = createVisitor(registre.url);
  await signIn(states, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  for (const { piece, decision } of mine)
    expect(mainOf((await states.get(`/gestion/pieces/${piece}`)).html), piece).toContain(
      decision === 'compliant' ? 'Conforme' : 'Non conforme',
    );
  // Every decision is in a mail, each refusal with its reason; no piece is told twice.
  const told = async (): Promise<string> => {
    const mails = mailbox.all().filter(({ subject }) => /pièces? |conforme|inscription/i.test(subject ?? ''));
    return mails.map(({ text }) => text ?? '').join('\n');
  };
  const refusals = REFUSED.length;
  await expect
    .poll(
      async () => ((await told()).match(/Information du gestionnaire|n'est pas conforme|non conforme/gi) ?? []).length,
      {
        timeout: 150_000,
        interval: 2_000,
      },
    )
    .toBeGreaterThanOrEqual(refusals);
}, 600_000);

import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { createDatabase } from '../src/testing/database.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { follow, newPage, openBrowser } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { linkIn, type Mailbox, openMailbox } from './support/mailbox.ts';
import { button, setSecondFactor, signIn } from './support/people.ts';
import { type Registre, startRegistre } from './support/registre.ts';
import { openTlsProxy, type TlsProxy } from './support/tlsProxy.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn as signInVisitor,
} from './support/visitor.ts';

const PASSWORD = 'Volcan.Puy-1465';
const ADMINISTRATOR = 'administration@rectorat.example';
const folder = temporaryFolder('production');

let database: Awaited<ReturnType<typeof createDatabase>>;
let mailbox: Mailbox;
let proxy: TlsProxy;
let nodes: readonly Registre[];
let browser: Browser;
beforeAll(async () => {
  [database, mailbox, proxy, browser] = await Promise.all([
    createDatabase(),
    openMailbox(),
    openTlsProxy(),
    openBrowser(),
  ]);
  const environment = {
    REGISTRE_MODE: 'production',
    PUBLIC_URL: proxy.url,
    DATABASE_URL: addressOf(database.connection),
    FILES_URL: pathToFileURL(path.join(folder, 'pieces')).href,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Bureau des examens <ne-pas-repondre@rectorat.example>',
    REGISTRE_SECRET: 'thirty-two characters and some more of them',
    REGISTRE_ADMIN: ADMINISTRATOR,
    REGISTRE_HEADS: 'chef.un@rectorat.example, chef.deux@rectorat.example',
    LOG_LEVEL: 'info',
  };
  // Two nodes at once on one empty database: one of them invites.
  const begun = performance.now();
  nodes = await Promise.all([1, 2].map(() => startRegistre(environment)));
  const ready = Math.round(performance.now() - begun);
  process.stdout.write(`Production, two nodes on an empty database, start to ready: ${ready} ms\n`);
  proxy.serve(nodes[0]?.url ?? '');
});
afterAll(async () => {
  await browser?.close();
  await Promise.all((nodes ?? []).map((node) => node.stop()));
  await proxy?.close();
  await mailbox?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (address: string): string => new URL(address, proxy.url).href;
const main = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const recoveryCodes = new Map<string, readonly string[]>();
const staffPage = (): Promise<Page> =>
  newPage(browser, {
    javaScriptEnabled: false,
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 900 },
  });

/** By the mailed link, which leads through the proxy: a password, a second factor, then the first page of the office. */
async function answerInvitation(address: string): Promise<Page> {
  const mail = await mailbox.take(/^Votre accès à Registre$/, address);
  expect(mail.from?.text).toContain('ne-pas-repondre@rectorat.example');
  const link = linkIn(mail);
  expect(link).toMatch(new RegExp(`^${proxy.url}/`));
  const page = await staffPage();
  await open(page, link);
  await page.getByLabel(/^Nouveau mot de passe/).fill(PASSWORD);
  await page.getByLabel(/^Confirmation/).fill(PASSWORD);
  await follow(page, page.locator('main button.primary'));
  expect(page.url()).toContain('connexion');
  await signIn(page, proxy.url, address, PASSWORD);
  expect(page.url()).toMatch(/compte\/double-authentification$/);
  recoveryCodes.set(address, await setSecondFactor(page, PASSWORD));
  expect(page.url()).toMatch(/gestion$/);
  return page;
}

/** At home, without the telephone. */
async function enterByRecoveryCode(address: string): Promise<Page> {
  const page = await staffPage();
  await signIn(page, proxy.url, address, PASSWORD);
  await page.getByLabel(/^Code/).fill(recoveryCodes.get(address)?.[0] ?? '');
  await follow(page, button(page, 'Se connecter'));
  expect(page.url()).toMatch(/gestion$/);
  return page;
}

/** As a person does: a page of a server that is overloaded is asked for again. */
async function open(page: Page, address: string): Promise<void> {
  await vi.waitFor(async () => expect((await page.goto(address))?.status()).toBe(200), {
    timeout: 60_000,
    interval: 500,
  });
}

async function invite(by: Page, role: string, address: string, portfolio: string | null = null): Promise<void> {
  await open(by, at('/gestion/personnel/inviter'));
  await by.getByLabel(/^Adresse mail/).fill(address);
  await by.getByLabel('Nom', { exact: false }).first().fill(`Bureau ${role}`);
  await by.getByRole('radio', { name: role }).check();
  if (portfolio !== null) await by.getByRole('checkbox', { name: new RegExp(portfolio) }).check();
  await follow(by, by.locator('main button.primary'));
  expect(by.url()).toContain('message=invite');
}

async function toldUnreached(officer: Page): Promise<boolean> {
  await open(officer, at('/gestion'));
  return (await main(officer)).includes('1 candidat ne reçoit plus nos courriers');
}

type Line = { readonly level: string; readonly time: string; readonly msg: string; readonly err?: unknown };

/** Everything that these nodes wrote: a log of JSON lines, and nothing else. */
function linesOf(all: readonly Registre[]): readonly Line[] {
  return all.flatMap((node) =>
    node
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  );
}

/** `25/11/2026 à 12 h 00`: noon exists once on every day of the year. */
const noon = (day: Temporal.PlainDate): string => `${shown(day)} à 12 h 00`;
const shown = ({ day, month, year }: Temporal.PlainDate): string =>
  [String(day).padStart(2, '0'), String(month).padStart(2, '0'), String(year)].join('/');

it('an office goes live: administrator, staff, rules by two, an open register, a deposit, a decision', async () => {
  const administrator = await answerInvitation(ADMINISTRATOR);
  await invite(administrator, 'Gestionnaire', 'gestion@rectorat.example', 'G2');
  const first = await answerInvitation('chef.un@rectorat.example');
  await answerInvitation('chef.deux@rectorat.example');
  const second = await enterByRecoveryCode('chef.deux@rectorat.example');

  // The first head copies the last session and gives it this office's dates: the register is open from yesterday on.
  const today = Temporal.Now.plainDateISO('Europe/Paris');
  const exam = today.add({ days: 200 });
  const session = `bp-${exam.year}-clermont`;
  await open(first, at('/gestion/regles'));
  await first.getByLabel('Titre du brouillon').fill('Notre première session');
  await follow(first, button(first, 'Commencer un brouillon'));
  const draft = first.url().replace(/\?.*$/, '');
  await open(first, `${draft}/sessions/copier`);
  await first.getByLabel('Session à copier').selectOption('bp-2024-clermont');
  await first.getByLabel('Année du nouvel examen').fill(String(exam.year));
  await follow(first, button(first, 'Voir les nouvelles dates'));
  await follow(first, button(first, 'Créer'));
  expect(first.url()).toContain(session);
  for (const field of await first.locator('main input[name$="opensAt"]:visible').all())
    await field.fill(noon(today.subtract({ days: 1 })));
  for (const field of await first
    .locator('main input[name$="closesAt"]:visible, main input[name$="dueAt"]:visible')
    .all())
    await field.fill(noon(today.add({ days: 30 })));
  await first.locator('[name="correctionsEndAt-at"]').fill(noon(today.add({ days: 60 })));
  await first.locator('[name="examStartsOn-on"]').fill(shown(exam));
  await first.locator('[name="year"]').fill(String(exam.year));
  await follow(first, first.locator('main form button.primary').first());
  await open(first, draft);
  expect(await main(first)).toContain('Aucune faute');
  await first.getByLabel(/À quoi sert ce changement/).fill("L'arrêté ouvre la session.");
  await follow(first, button(first, 'Soumettre'));
  expect(first.url()).toContain('message=soumis');

  // Nobody publishes alone; the second head does.
  await open(second, `${draft}/relire`);
  await follow(second, button(second, 'Publier ces règles'));
  expect(await main(second)).toContain('Ces règles sont en vigueur.');

  // A candidate: account by mail, six steps, signature and papers, a file.
  const candidate = createVisitor(proxy.url);
  expect((await candidate.get('/')).html).toContain(`session ${exam.year}`);
  const address = 'zoe@candidate.example';
  const zoe = accountForm(address, { birthName: 'Lefèvre', firstNames: 'Zoé' }, PASSWORD);
  const made = await candidate.fill('/compte/creer', zoe);
  expect([made.status, mainOf(made.html)]).toEqual([303, '']);
  const link = new URL(linkIn(await mailbox.take(/Activez votre compte/, address)));
  const asked = await candidate.get(link.pathname + link.search);
  await candidate.post('/compte/activer', hiddenFields(mainOf(asked.html)));
  await signInVisitor(candidate, address, PASSWORD);
  const enrolment = await fillDraft(candidate, session);
  expect((await candidate.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  const number = new RegExp(`BP${exam.year % 100}-\\d{5}-[A-Z]`).exec((await candidate.get(enrolment)).html)?.[0] ?? '';
  expect((await mailbox.take(/est enregistrée/, address)).text).toContain(number);
  const deposit = await candidate.deposit(`${enrolment}/justificatifs/DOMICIL`, makePdf('Domicile'), 'facture.pdf');
  expect([deposit.status, deposit.location || mainOf(deposit.html)]).toEqual([303, expect.stringContaining('recu=D-')]);
  const handed = await candidate.get(`${enrolment}/justificatifs/DOMICIL`);
  expect(handed.html).toContain('facture.pdf');

  // The officer of the speciality refuses it with a reason, which reaches the candidate.
  const officer = await answerInvitation('gestion@rectorat.example');
  await open(officer, at(`/gestion/dossiers?recherche=${number}`));
  await follow(officer, officer.getByRole('link', { name: new RegExp(number) }));
  await follow(officer, officer.locator('a[href^="/gestion/pieces/"]', { hasText: 'DOMICIL' }).first());
  await officer.getByLabel(/Commentaire/).fill('Le justificatif doit avoir moins de trois mois.');
  await follow(officer, button(officer, /^Non conforme/));
  const refused = await mailbox.take(/à refaire/, address);
  expect(refused.text).toContain('moins de trois mois');
  expect(linkIn(refused)).toMatch(new RegExp(`^${proxy.url}/`));

  // The candidate's mail box takes no more: the officer is told, and the log says so without the address.
  mailbox.refuse(address);
  await candidate.fill(`${enrolment}/identification`, { ...COIFFURE.identification, city: 'Riom' });
  expect((await candidate.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  await vi.waitFor(async () => expect(await toldUnreached(officer)).toBe(true), { timeout: 60_000, interval: 500 });
  // What a node says comes by a pipe, after what it did.
  await vi.waitFor(
    () => {
      const [told] = linesOf(nodes).filter(({ msg }) => msg === 'a mail is refused for good');
      expect(told).toMatchObject({ level: 'warn', err: { responseCode: 550 } });
    },
    { timeout: 60_000, interval: 200 },
  );

  // Nothing of the demonstration is there, and the doors that matter say so.
  for (const page of ['/demo', '/demo/courrier']) expect((await candidate.get(page)).status).toBe(404);
  expect((await candidate.get('/readyz')).status).toBe(200);
  const { headers } = await fetch(at('/'));
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  const lines = linesOf(nodes);
  for (const { level, time } of lines) expect([level, time]).toEqual([expect.any(String), expect.stringMatching(/Z$/)]);
  expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['The mail relay answers.']));
  expect(JSON.stringify(lines)).not.toMatch(/\.example|object Object|jeton=(?!\[)|__Host/);
  // One invitation, two heads named, a second factor set, and the draft of rules that waits for a second reader.
  const administrators = mailbox.all().filter((mail) => JSON.stringify(mail.to).includes(ADMINISTRATOR));
  // They are jobs: which comes first is nobody's promise.
  const invitations = administrators.filter(({ subject }) => /accès/.test(subject ?? ''));
  expect([invitations.length, administrators.length]).toEqual([1, 5]);
}, 600_000);

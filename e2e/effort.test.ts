import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takePhoto } from '../src/testing/documents/jpegFile.ts';
import { onlyWhere } from '../src/testing/leftOut.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { type Cost, type Counter, countEffort, type Photo } from './support/effort.ts';
import { linkIn, type Mailbox, openMailbox } from './support/mailbox.ts';
import type { Registre } from './support/registre.ts';
import { startSite } from './support/site.ts';

const PASSWORD = 'Volcan.15!';
const IS_WHOLE = process.env.REGISTRE_EFFORT === 'all';
const BY_EFFORT = onlyWhere(IS_WHOLE, '`npm run effort` walks it');
let mailbox: Mailbox;
let registre: Registre;
/** The same, where the account is read back and nothing typed twice. */
let readback: Registre | null = null;
let browser: Browser;
beforeAll(async () => {
  mailbox = await openMailbox();
  const environment = { SMTP_URL: mailbox.url, REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' };
  registre = await startSite(environment);
  if (IS_WHOLE) {
    // The shipped academy without what it asks for of its own.
    const laid = mkdtempSync(path.join(tmpdir(), 'relecture-'));
    mkdirSync(path.join(laid, 'academies'));
    const asked = readFileSync('catalogue/academies/clermont.yaml', 'utf8').replace(/^account: .*$/m, '');
    writeFileSync(path.join(laid, 'academies', 'clermont.yaml'), asked);
    readback = await startSite({ ...environment, CATALOGUE: `catalogue:${laid}` });
  }
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await registre?.stop();
  await readback?.stop();
  await mailbox?.close();
});

/** Photographs of nine sheets, as far as their bytes can tell: a comment of its own stands in each. */
function photoOf(sheet: Buffer, number: number): Photo {
  const comment = Buffer.from([0xff, 0xfe, 0, 3, number]);
  const buffer = Buffer.concat([sheet.subarray(0, 2), comment, sheet.subarray(2)]);
  return { name: `IMG_${number}.jpg`, mimeType: 'image/jpeg', buffer };
}

type Way = {
  readonly name: string;
  readonly script: boolean;
  readonly by: 'finger' | 'keyboard';
  /** The account is read back. */
  readonly readsBack?: true;
};

/** Zoé, 22, failed at Coiffure in 2022: keeps two marks, carries one, is exempted by her baccalauréat, and has nine pieces to give. */
async function walk({ script, by, readsBack }: Way, until: 'account' | 'end' = 'end'): Promise<Counter> {
  const page = await newPage(browser, {
    javaScriptEnabled: script,
    viewport: { width: 320, height: 640 },
    hasTouch: true,
  });
  const counter = countEffort(page, by);
  const { hand, open } = counter;
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
  const label = (name: string | RegExp, exact = false) => page.getByLabel(name, { exact }).first();
  const radio = (question: string | RegExp, answer: string | RegExp) =>
    page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer });
  const next = () => hand.press(button('Suivant'));
  const address = `zoe.${by}.${script}${readsBack === true ? '.relit' : ''}@exemple.fr`;
  const again = (field: RegExp, text: string) => (readsBack === true ? null : hand.type(label(field), text));

  await open((readsBack === true ? readback : registre)?.url ?? '');
  await hand.press(link("S'inscrire"));
  await hand.pick(label('Civilité'), 'Mme');
  await hand.type(label(/^Nom de famille/), "D'Ûrville-Nuñez");
  await again(/^Confirmation du nom de naissance/, "D'Ûrville-Nuñez");
  await hand.type(label(/^Prénoms/), 'Zoé, Anaïs');
  await hand.type(label(/^Date de naissance/), '30/05/2001');
  await again(/^Confirmation date de naissance/, '30/05/2001');
  await hand.pick(label(/^Pays de naissance/), 'France');
  await hand.type(label(/^Adresse mail/), address);
  await again(/^Confirmation de l'adresse mail/, address);
  if (readsBack === true) await hand.press(button('Continuer'));
  await hand.type(label(/^Mot de passe/), PASSWORD);
  await again(/^Confirmation du mot de passe/, PASSWORD);
  await hand.press(button('Créer le compte'));
  await open(linkIn(await mailbox.take(/Activez votre compte/, address)));
  await hand.press(button(/Activer/));
  if (until === 'account') return counter;

  await hand.press(link(/Commencer une inscription/));
  await hand.press(button(/Démarrer mon inscription.*session 2024/));
  await hand.type(label('Code postal'), '15000');
  await hand.type(label('Commune'), 'Aurillac');
  await hand.type(label('Adresse', true), '12, rue de l’Œuvre');
  await hand.type(label('Téléphone', true), '06 12 34 56 78');
  await hand.tick(radio(/nationalité française/, 'Oui'));
  await hand.pick(label(/catégorie socio-professionnelle/), 'Employés');
  await next();

  await hand.tick(radio('Type de candidature', /session précédente/));
  await hand.type(label('Session', true), '2022');
  await hand.tick(radio(/Forme de passage à cette session/, 'Progressive'));
  await hand.type(label('Établissement'), 'CFA des métiers, Aurillac');
  await hand.tick(radio(/passé toutes les épreuves/, 'Oui'));
  await hand.tick(radio(/deux années de formation en centre/, 'Oui'));
  await hand.tick(radio(/Quel diplôme/, /niveau 3/));
  await hand.type(label(/Intitulé exact/), 'CAP Coiffure');
  await hand.type(label('Employeur'), "Salon Coiff'Cantal");
  await hand.type(label('Métier exercé'), 'Coiffeuse');
  await hand.type(label('Date de début'), '01/09/2019');
  await hand.tick(radio(/Handicap/, 'Non'));
  await next();

  await hand.type(label(/Chercher par métier/), 'coiffeuse');
  await hand.press(button('Chercher'));
  await hand.press(link(/Choisir Coiffure/));
  await hand.tick(label(/forme de passage est définitive/));
  await next();

  await hand.press(link('Oui, je les recopie'));
  await hand.type(label('Date du relevé'), '05/07/2022');
  await hand.type(label(/^U10.*note sur 20/), '12,5');
  await hand.type(label(/^U20.*note sur 20/), '11');
  await hand.type(label(/^U41.*note sur 20/), '8,5');
  // Three screens of a phone, and the band that only a demonstration has; a little more where the fonts at hand are wider.
  if (script) expect(await heightOf(page)).toBeLessThanOrEqual(3.2 * 640);
  await hand.press(page.locator('summary', { hasText: 'Demander une dispense' }), 'stays');
  await hand.pick(page.locator('[name="ground-U60"]'), await labelOf(page, 'ground-U60', 'baccalaureate'));
  await next();

  for (const unit of [/U30A/, /U42/, /U51/]) await hand.tick(page.getByRole('checkbox', { name: unit }));
  await hand.tick(radio(/Épreuve E3/, /^U30B/));
  await next();
  await hand.press(button('Enregistrer'));
  await hand.press(page.locator('main .button').first());
  await hand.tick(page.locator('[name="accord"]'));
  await hand.type(label(/^Mot de passe|mot de passe/), PASSWORD);
  await hand.press(button(/^Signer/));
  await hand.press(link('Déposer mes justificatifs'));
  const codes = await page
    .locator('#reste-a-faire .piece')
    .evaluateAll((rows) => rows.map(({ id }) => id.replace('piece-', '')));
  expect(codes).toHaveLength(9);
  const sheet = await takePhoto({ width: 1800, height: 1350 });
  for (const [i, code] of codes.entries()) {
    await hand.photograph(page.locator(`#fichier-${code}`), photoOf(sheet, i));
    if (!script) await hand.press(page.locator(`#piece-${code} form.deposit button`));
    // The receipt of the server's page: the row says so a moment before, while it is fetched.
    await page.locator(`#piece-${code} .note`).getByText('Fichier déposé.').waitFor();
  }
  await hand.press(button(/^J'ai fourni toutes mes pièces/));
  expect(await page.getByRole('main').innerText()).toContain("Vous n'avez rien à faire");
  await page.context().close();
  return counter;
}

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** What the option of this value says. */
const labelOf = (page: Page, name: string, value: string): Promise<string> =>
  page.locator(`[name="${name}"] option[value="${value}"]`).innerText();

/** Aimed at for the first way. */
const AIMS: Cost = { screens: 24, clicks: 30, fields: 45, height: 45, minutes: 12 };

function print({ name }: Way, { cost, documents }: Counter): Cost {
  const reached = cost();
  const lines = documents().map(([path, height]) => `  ${height.toFixed(1).padStart(5)}  ${path}`);
  const figures = (Object.keys(AIMS) as (keyof Cost)[]).map(
    (key) => `${key} ${Number(reached[key].toFixed(1))} (aim ${AIMS[key]})`,
  );
  process.stdout.write(`${[`${name}: ${figures.join(', ')}`, ...(IS_WHOLE ? lines : [])].join('\n')}\n`);
  return reached;
}

/** What is reached is written below: whoever adds a screen, a click or a field to the path says so there. Height follows the fonts at hand. */
const FINGER: Way = { name: 'With a finger', script: true, by: 'finger' };
const KEYBOARD: Way = { name: 'By keyboard alone', script: true, by: 'keyboard' };
const PLAIN: Way = { name: 'Without JavaScript', script: false, by: 'finger' };
const READ_BACK: Way = { name: 'With a finger, the account read back', script: true, by: 'finger', readsBack: true };

describe('From the front page to « Vous n’avez rien à faire », signed on screen, nine pieces given, at 320 × 640', () => {
  it('with a finger', async () => {
    const { screens, clicks, fields, height, minutes } = print(FINGER, await walk(FINGER));
    expect({ screens, clicks, fields }).toEqual({ screens: 20, clicks: 28, fields: 51 });
    expect(height).toBeLessThanOrEqual(80);
    expect(minutes).toBeLessThanOrEqual(AIMS.minutes);
  });

  it('with a finger, where the account is read back instead of typed twice', BY_EFFORT, async () => {
    const { screens, clicks, fields } = print(READ_BACK, await walk(READ_BACK));
    expect({ screens, clicks, fields }).toEqual({ screens: 21, clicks: 29, fields: 47 });
  });

  it('without JavaScript', BY_EFFORT, async () => {
    const { screens, clicks, fields } = print(PLAIN, await walk(PLAIN));
    expect({ screens, clicks, fields }).toEqual({ screens: 29, clicks: 37, fields: 51 });
  });

  it(`by keyboard alone${IS_WHOLE ? '' : ', as far as the account'}`, async () => {
    const { fields, screens } = print(KEYBOARD, await walk(KEYBOARD, IS_WHOLE ? 'end' : 'account'));
    expect({ screens, fields }).toEqual(IS_WHOLE ? { screens: 20, fields: 51 } : { screens: 5, fields: 11 });
  });
});

import { expect, it } from 'vitest';
import { newPage, signInOn } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { handsOn } from './support/hands.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { tabComplaints } from './support/tabs.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn, untilRead } from './support/visitor.ts';

/** The office, walked by keyboard alone: by the menu to each of ten pages, and one act in each. Keys are counted. */
const site = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const browser = await ownBrowser();
/** On a page, with what is typed there: a centre has a name and an address. */
const MOST = 150;

/** A candidate of whom there is something to read, to check, to answer and to remind. */
async function somebody(): Promise<void> {
  const camille = createVisitor(site.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, 'bp-2024-clermont');
  expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
  for (const code of ['DOMICIL', 'DCSTID01'])
    expect((await camille.deposit(`${hub}/justificatifs/${code}`, makePdf(code), `${code}.pdf`)).status).toBe(303);
  expect((await camille.fill(`${hub}/messages`, { message: 'Où en est mon dossier ?' })).status).toBe(303);
  await untilRead(camille, hub);
}

it('ten pages are reached by the menu and worked, by keys alone', async () => {
  await somebody();
  const page = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await signInOn(page, site.url, 'head@demo.registre.fr');
  await page.waitForURL(/\/gestion$/);
  page.setDefaultTimeout(60_000);
  const { keys, press, to, enter, type, go, byMenu } = handsOn(page);
  const main = (): Promise<string> => page.locator('main').innerText();
  const counted: Record<string, number> = {};
  const on = async (name: string, work: () => Promise<void>): Promise<void> => {
    const before = keys();
    await work();
    counted[name] = keys() - before;
  };

  await on('Corbeille', async () => {
    await byMenu(/^Contrôle/, /^Corbeille/);
    await go(/^Commencer/);
    await page.locator('details[data-keys]').waitFor();
    const piece = page.url();
    await press('c');
    await page.waitForURL((url) => url.href !== piece);
    expect(await main()).toContain('onforme');
  });
  await on('Dossiers', async () => {
    await byMenu(/^Inscriptions/, /^Dossiers/);
    await to(/^Numéro, nom/);
    await type('Démonstration');
    await enter();
    await go(/^BP24-/);
    await go(/^Je m'en occupe/);
    expect(page.url()).toContain('message=');
  });
  await on('Messages', async () => {
    await byMenu(/^Inscriptions/, /^Messages/);
    await go(/Démonstration/);
    await to(/^Message au candidat/);
    await type('Vos pièces sont lues.');
    await go(/^Envoyer au candidat/);
    expect(await main()).toContain('Vos pièces sont lues.');
  });
  await on('Relances', async () => {
    await byMenu(/^Inscriptions/, /^Relances/);
    await go(/^BP24-/);
    await to(/^Motif/);
    await type('Hospitalisé.');
    await go(/^Retirer des relances/);
    expect(await main()).toContain('Hospitalisé.');
  });
  await on('Exports', async () => {
    await byMenu(/^Inscriptions/, /^Exports/);
    await to(/^Télécharger en CSV/);
    const [file] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
  });
  await on('Examen', async () => {
    await byMenu(/^Épreuves/, /^Examen/);
    await go(/^Centres et salles/);
    await go(/^(Ajouter|Nouveau|Enregistrer) un centre/);
    for (const [label, words] of [
      [/^Code du centre/, '0631234A'],
      [/^Nom du centre/, 'Lycée Essai'],
      [/^Code postal/, '63000'],
      [/^Commune/, 'Clermont-Ferrand'],
    ] as const) {
      await to(label);
      await type(words);
    }
    await go(/^Enregistrer/);
    expect(await main()).toContain('Lycée Essai');
  });
  await on('Jurys', async () => {
    await byMenu(/^Résultats/, /^Jurys/);
    // Unfolded as long as there is none.
    await to(/^Nom/);
    await type('Jury essai');
    await to(/[Jj]our/);
    await type('01/07/2024');
    await to(/Coiffure/);
    await press('Space');
    await go(/^(Ajouter|Ouvrir|Enregistrer)/);
    expect(await main()).toContain('Jury essai');
  });
  await on('Règles', async () => {
    await byMenu(/^Règles et personnes/, /^Règles$/);
    await to(/^Titre du brouillon/);
    await type('Un essai');
    await enter();
    expect(await main()).toContain('Un essai');
  });
  await on('Personnel', async () => {
    await byMenu(/^Règles et personnes/, /^Personnel/);
    await go(/^Inviter une personne/);
    await to(/^Adresse mail/);
    await type('essai@demo.registre.fr');
    await to(/^Nom et prénom/);
    await type('Essai Dominique');
    await to(/^Gestionnaire/);
    await press('Space');
    await to(/^G2/);
    await press('Space');
    await go(/^Envoyer l'invitation/);
    expect(await main()).toContain('Essai Dominique');
  });
  await on('Journal', async () => {
    await byMenu(/^Règles et personnes/, /^Journal/);
    await to(/^Acte/);
    await type('Consult');
    await go(/^Filtrer/);
    expect(page.url()).toContain('acte=readings');
    expect(await main()).toContain('Dossier consulté');
  });

  // The letters that are typed are keys too: 624 in all on 2 December 2026.
  expect(Object.keys(counted)).toHaveLength(10);
  for (const [name, count] of Object.entries(counted)) expect(count, name).toBeLessThanOrEqual(MOST);
  await page.context().close();
});

it('what the menu opens goes by Escape, gives the focus back, and goes as soon as one is elsewhere', async () => {
  const page = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await signInOn(page, site.url, 'head@demo.registre.fr');
  await page.waitForURL(/\/gestion$/);
  page.setDefaultTimeout(60_000);
  const { press, to, held } = handsOn(page);
  const open = page.locator('header nav details[open] > summary');
  await to(/^Épreuves/);
  await press('Enter');
  expect(await open.allInnerTexts()).toHaveLength(1);
  await press('Tab');
  expect(await held()).toMatch(/^Examen/);
  await press('Escape');
  expect([await open.count(), await held()]).toEqual([0, expect.stringMatching(/^Épreuves/)]);
  await to(/^Aide$/);
  await press('Enter');
  expect(await open.allInnerTexts()).toEqual(['Aide']);
  await page.getByRole('contentinfo').click({ position: { x: 4, y: 4 } });
  expect(await open.count()).toBe(0);
  await page.locator('header nav summary', { hasText: 'Aide' }).click();
  await page.locator('header nav summary', { hasText: 'Épreuves' }).click();
  expect(await open.allInnerTexts()).toEqual([expect.stringMatching(/^Épreuves/)]);
  for (let left = 0; left < 40 && (await open.count()) > 0; left += 1) await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('header nav'))).toBeNull();
  await page.context().close();
});

/** Where the office works, as the head sees it. */
const PAGES = [
  ...['', '/corbeille', '/dossiers', '/messages', '/relances', '/exports', '/cloture', '/tableau-de-bord', '/travaux'],
  ...['/journal', '/journal/effacements', '/journal/refus', '/logiciels', '/logiciels/cles/nouvelle'],
  ...['/logiciels/avis/nouveau', '/reprise', '/reprise/listes', '/personnel', '/personnel/inviter', '/delegations'],
  ...[
    '/appels',
    '/inscrire',
    '/editions',
    '/envois',
    '/envois/nouveau',
    '/modeles',
    '/doublons',
    '/confier',
    '/incident',
  ],
].map((at) => `/gestion${at}`);

it('Tab goes from the way in through all that can be worked and out again, in sight, on a screen and on a telephone', async () => {
  const page = await newPage(browser, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await signInOn(page, site.url, 'head@demo.registre.fr');
  await page.waitForURL(/\/gestion$/);
  const linkOn = async (at: string, link: RegExp): Promise<string> =>
    link.exec(await (await page.request.get(new URL(at, site.url).href)).text())?.[0] ?? `no ${link.source} on ${at}`;
  const file = await linkOn('/gestion/dossiers', /\/gestion\/dossiers\/[\da-f-]{36}/);
  const ofFile = ['dossiers', 'messages', 'relances'].map((room) => file.replace('dossiers', room));
  const piece = await linkOn(file, /\/gestion\/pieces\/[\da-f-]{36}/);
  const complaints: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const at of [...PAGES, ...ofFile, piece]) {
      expect((await page.goto(new URL(at, site.url).href))?.status(), at).toBe(200);
      for (const one of await tabComplaints(page)) complaints.push(`${at} at ${width} px: ${one}`);
    }
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('what Tab misses, hides or scrolls without is complained of', async () => {
  const page = await newPage(browser);
  const over = '<p style="position: absolute; inset: 200px 0 auto; height: 100px; background: white">Par-dessus</p>';
  await page.setContent(
    `<style>:focus-visible { outline: 3px solid }</style><button>Avant</button><main><a href="/" tabindex="-1">Jamais</a><button style="outline: none">Sans contour</button>
      <button style="position: absolute; top: 220px">Dessous</button>${over}
      <div style="overflow: auto; height: 20px" tabindex="-1"><p style="height: 90px">Grand</p></div></main>`,
  );
  expect(await tabComplaints(page)).toEqual([
    'no focus seen on button « Sans contour »',
    'focus out of sight on button « Dessous »',
    'the first stop is button « Avant »',
    'never reached: a « Jamais »',
    'scrolls out of reach: div « Grand »',
  ]);
  await page.context().close();
});

import { expect, it } from 'vitest';
import { newPage, signInOn } from './support/browser.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { tabComplaints } from './support/tabs.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, hiddenFields, mainOf, signIn } from './support/visitor.ts';

/** An annulment is proposed by keys, and never unread: the key that says « J'ai lu » first brings the motives to the screen. */
const site = await ownSite({ REGISTRE_CLOCK: '2023-11-30T10:00:00+01:00' });
const browser = await ownBrowser();
const OFFICER = 'officer.g2@demo.registre.fr';

async function moveClock(jour: string, heure: string): Promise<void> {
  const visitor = createVisitor(site.url);
  const fields = hiddenFields(mainOf((await visitor.get('/demo')).html));
  expect((await visitor.post('/demo/horloge', { ...fields, jour, heure })).status).toBe(303);
}

it('brings unseen motives to the screen before it ticks that they were read', async () => {
  const camille = createVisitor(site.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const enrolment = await fillDraft(camille, 'bp-2024-clermont');
  expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  const file = enrolment.replace('/candidatures', '/gestion/cloture');
  await moveClock('02/12/2023', '10:00');
  const officer = createVisitor(site.url);
  await signIn(officer, OFFICER, DEMONSTRATION_PASSWORD);
  expect((await officer.fill(file, { acte: 'inviter' })).status).toBe(303);
  await moveClock('02/01/2024', '10:00');

  const page = await newPage(browser, { viewport: { width: 640, height: 400 } });
  await signInOn(page, site.url, OFFICER);
  await page.waitForURL(/\/gestion$/);
  await page.goto(new URL(file, site.url).href);
  const [sure, motives] = [page.getByLabel("J'ai lu ce dossier"), page.getByLabel(/^Motifs/)];
  await page.locator('.key', { hasText: 'L' }).waitFor({ state: 'attached' });
  const shown = () =>
    motives.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
  expect(await shown()).toBe(false);
  await page.keyboard.press('l');
  await expect.poll(shown).toBe(true);
  expect(await sure.isChecked()).toBe(false);
  await expect
    .poll(async () => {
      await page.keyboard.press('l');
      return sure.isChecked();
    })
    .toBe(true);
  await page.keyboard.press('p');
  await page.waitForURL(/message=dernier-propose/);
  expect(await page.getByRole('main').innerText()).toContain('Proposées (1)');
  for (const at of [file, '/gestion/cloture', '/gestion/cloture/annulations']) {
    await page.goto(new URL(at, site.url).href);
    expect(await tabComplaints(page), at).toEqual([]);
  }
  await page.context().close();
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signingKey } from '../src/papers/verification/keys.ts';
import { writeSquare } from '../src/papers/verification/square.ts';
import { newPage } from './support/browser.ts';
import { browserThatSees } from './support/camera.ts';
import { ownSite } from './support/stage.ts';

const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });

/** A paper of another installation: its code is read here, and known to nobody. */
const signs = writeSquare(
  {
    day: Temporal.PlainDate.from('2023-11-15'),
    page: 2,
    code: '7K2MQ4ZT09AB',
    nameMark: '0011223344',
    reference: 'BP24-00127-K-C2',
  },
  signingKey('the secret of another installation', 2023),
);

async function atVerifier(seen: string, allowed: boolean, then: (page: Page) => Promise<void>): Promise<void> {
  const browser = await browserThatSees(seen, allowed);
  try {
    const page = await newPage(browser);
    const wrong: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())));
    await page.goto(new URL('/verifier', registre.url).href);
    await then(page);
    expect(wrong).toEqual([]);
  } finally {
    await browser.close();
  }
}
const start = (page: Page) => page.getByRole('button', { name: /Viser le code carré/ });

describe('The camera on « Vérifier un document »', () => {
  it('reads a square code and asks for it', async () => {
    await atVerifier(`HTTPS://REGISTRE.EXAMPLE/V/${signs}`, true, async (page) => {
      await start(page).click();
      await page.waitForURL(/\/verifier\?code=/);
      expect(new URL(page.url()).searchParams.get('code')).toBe(signs);
      expect(await page.getByRole('main').innerText()).toContain('Document inconnu');
    });
  });

  it('says that another square code is none of ours, and goes off when asked', async () => {
    await atVerifier('https://ailleurs.example/promotion', true, async (page) => {
      await start(page).click();
      await expect
        .poll(() => page.getByRole('status').innerText())
        .toContain("n'est pas celui d'un document délivré ici");
      await page.getByRole('button', { name: /Arrêter/ }).click();
      expect(await page.locator('video').isVisible()).toBe(false);
      expect(await start(page).isVisible()).toBe(true);
    });
  });

  it('that is refused is said in a sentence, and the form still answers', async () => {
    await atVerifier('x', false, async (page) => {
      await start(page).click();
      await expect.poll(() => page.getByRole('status').innerText()).toContain('tapez le code de vérification');
      await page.getByLabel('Code de vérification').fill('0000-0000-0000');
      await page.getByRole('button', { name: 'Vérifier', exact: true }).click();
      await page.waitForURL(/code=0000/);
      expect(await page.getByRole('main').innerText()).toContain('Document inconnu');
    });
  });
});

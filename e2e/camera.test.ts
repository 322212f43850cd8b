import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import encodeQR from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signingKey } from '../src/papers/verification/keys.ts';
import { writeSquare } from '../src/papers/verification/square.ts';
import { newPage, openBrowser } from './support/browser.ts';
import type { Registre } from './support/registre.ts';
import { startSite } from './support/site.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'registre-camera-'));
let registre: Registre;
beforeAll(async () => {
  registre = await startSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
});
afterAll(async () => {
  await registre?.stop();
  rmSync(folder, { recursive: true });
});

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

/** What a camera sees that looks at a grey desk with a square code on it: one picture in YUV 4:2:0 (Y4M), over and over. */
function filmOf(text: string): string {
  const [width, height, scale] = [640, 480, 6];
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const light = Buffer.alloc(width * height, 150);
  for (const [y, row] of modules.entries())
    for (const [x, dark] of row.entries())
      for (let line = 0; line < scale; line += 1) {
        const from = (60 + y * scale + line) * width + 130 + x * scale;
        light.fill(dark ? 30 : 225, from, from + scale);
      }
  const colour = Buffer.alloc((width * height) / 2, 128);
  const picture = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const film = path.join(folder, `${modules.length}.y4m`);
  writeFileSync(film, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip C420\n`), picture, picture]));
  return film;
}

async function atVerifier(film: string, allowed: boolean, then: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await openBrowser([
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  try {
    const page = await newPage(browser, allowed ? { permissions: ['camera'] } : {});
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
    await atVerifier(filmOf(`HTTPS://REGISTRE.EXAMPLE/V/${signs}`), true, async (page) => {
      await start(page).click();
      await page.waitForURL(/\/verifier\?code=/);
      expect(new URL(page.url()).searchParams.get('code')).toBe(signs);
      expect(await page.getByRole('main').innerText()).toContain('Document inconnu');
    });
  });

  it('says that another square code is none of ours, and goes off when asked', async () => {
    await atVerifier(filmOf('https://ailleurs.example/promotion'), true, async (page) => {
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
    await atVerifier(filmOf('x'), false, async (page) => {
      await start(page).click();
      await expect.poll(() => page.getByRole('status').innerText()).toContain('tapez le code de vérification');
      await page.getByLabel('Code de vérification').fill('0000-0000-0000');
      await page.getByRole('button', { name: 'Vérifier', exact: true }).click();
      await page.waitForURL(/code=0000/);
      expect(await page.getByRole('main').innerText()).toContain('Document inconnu');
    });
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
// @ts-expect-error: a list that scripts read too, before types are there.
import { PICTURES } from '../scripts/pictureList.mjs';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { follow, newPage, openBrowser, signInOn } from './support/browser.ts';
import { freePort } from './support/registre.ts';

type Picture = {
  readonly name: string;
  readonly who: string | null;
  readonly way: readonly string[];
  readonly at: { readonly width: number; readonly height: number };
};

/** Takes the pictures of `scripts/pictureList.mjs` into this folder, of a living demonstration that nobody else has seen. `npm run pictures`. */
const [folder = '', ...names] = process.argv.slice(2);
const ROOT = path.join(import.meta.dirname, '..');
/** What is printed at the pages' top, and so must be the same at each run: a Tuesday morning, ten days before the closing. */
const CLOCK = '2026-11-17T09:30:00+01:00';
/** Bytes of one picture; two at the top of a README must come at once over a telephone. */
const MOST = 120_000;
/** The line around a picture: a page is as white as the document that shows it. */
const EDGE = '#8a8f99';
const data = temporaryFolder('pictures');
const { url, server } = await startDemonstration();
const browser = await openBrowser();
let tooLarge = 0;
try {
  for (const picture of (PICTURES as readonly Picture[]).filter(({ name }) => names.includes(name)))
    await take(browser, picture);
} finally {
  await browser.close();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
}
process.exitCode = tooLarge === 0 ? 0 : 1;

/** `npm start` as whoever tries it has it, on a port and in a folder of its own. Returns once its office is filled. */
async function startDemonstration(): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: address, DATA_DIR: data };
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts', 'start.mjs')], {
    env: { ...env, REGISTRE_CLOCK: CLOCK, REGISTRE_LIVING_AT_ONCE: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error('The demonstration ended before it opened: why stands above.');
    const isOpen = await fetch(new URL('/readyz', address)).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isOpen) return { url: address, server: child };
    await sleep(500);
  }
}

/** In the page: its letters are drawn by chance, the one thing of a page that another run would have otherwise. */
function sayTheSameReceipt(): void {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode())
    words.currentNode.nodeValue =
      words.currentNode.nodeValue?.replace(/\bD-[\dA-Z]{4}-[\dA-Z]{4}\b/, 'D-K89T-F538') ?? '';
}

async function take(from: Browser, { name, who, way, at }: Picture): Promise<void> {
  const page = await newPage(from, {
    viewport: at,
    deviceScaleFactor: at.width < 500 ? 2 : 1.25,
    reducedMotion: 'reduce',
  });
  if (who !== null) {
    await signInOn(page, url, `${who}@demo.registre.fr`);
    await page.waitForURL((to) => to.pathname !== '/connexion');
  }
  const [address = '/', ...links] = way;
  await page.goto(new URL(address, url).href);
  for (const link of links) await follow(page, page.locator(link).first());
  await page.waitForLoadState('networkidle');
  await page.evaluate(sayTheSameReceipt);
  const file = path.join(folder, `${name}.png`);
  await sharp(await page.screenshot())
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: EDGE })
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(file);
  const { size } = statSync(file);
  if (size > MOST) tooLarge += 1;
  process.stdout.write(`${name}.png: ${Math.ceil(size / 1000)} kB${size > MOST ? `, ${MOST / 1000} at most` : ''}\n`);
  await page.context().close();
}

import type { Browser, Locator, Page, Response } from 'playwright-core';
import { follow, newPage } from '../../e2e/support/browser.ts';
import { DEMONSTRATION_PASSWORD } from '../../e2e/support/visitor.ts';

/** A member of staff at a screen, without JavaScript: what they do here, everybody can do. */
export type Desk = {
  readonly page: Page;
  readonly open: (address: string) => Promise<void>;
  readonly button: (name: string | RegExp) => Locator;
  /** Presses a button and waits for the page that answers. Errors: what that page says is wrong. */
  readonly press: (name: string | RegExp) => Promise<string>;
  /** The same of the one button that counts. */
  readonly pressMain: () => Promise<string>;
  /** The words of the page, with plain spaces. */
  readonly words: () => Promise<string>;
  /** A file that the site gives to whoever is signed in here. */
  readonly download: (address: string) => Promise<Buffer>;
};

/** A page or a file may be long to make while everything else works. */
const PATIENCE = 120_000;
const TRIES = 60;

/** Tries again as the page of a busy server tells people to. */
async function untilServed(page: Page, first: Response): Promise<Response> {
  let answer = first;
  for (let tried = 0; answer.status() === 503 && tried < TRIES; tried += 1) {
    await page.waitForTimeout(1_000);
    answer = (await page.reload()) ?? answer;
  }
  return answer;
}

export async function sitDown(browser: Browser, url: string, address: string): Promise<Desk> {
  const page = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  const at = (address: string): string => new URL(address, url).href;
  const words = async (): Promise<string> =>
    ((await page.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
  const button = (named: string | RegExp): Locator => page.locator('main').getByRole('button', { name: named }).first();
  const pressed = async (one: Locator, named: string): Promise<string> => {
    const [first] = await Promise.all([
      page.waitForResponse((some) => some.request().isNavigationRequest() && some.status() !== 303),
      follow(page, one),
    ]);
    const answer = await untilServed(page, first);
    const said = await words();
    if (answer.status() >= 400) throw new Error(`${page.url()}, ${named}: ${answer.status()}\n${said.slice(0, 3_000)}`);
    return said;
  };
  const desk: Desk = {
    page,
    words,
    button,
    open: async (address) => {
      const first = await page.goto(at(address));
      const answer = first === null ? null : await untilServed(page, first);
      if (answer !== null && answer.status() >= 400)
        throw new Error(`${address}: ${answer.status()}\n${await words()}`);
    },
    press: (named) => pressed(button(named), String(named)),
    pressMain: () => pressed(page.locator('main button.primary').first(), 'primary'),
    download: async (address) => {
      const answer = await page.request.get(at(address), { timeout: PATIENCE });
      if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
      return answer.body();
    },
  };
  await desk.open('/connexion');
  await page.getByLabel(/^Adresse mail/).fill(address);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await desk.press('Se connecter');
  return desk;
}

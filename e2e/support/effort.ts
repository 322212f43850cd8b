import type { Locator, Page } from 'playwright-core';

/**
 * What a path asks of the person who walks it: a screen is a document loaded, a click any activation of a link or button or the choice of
 * a file, a field each question answered. Height is what stands under each screen's top when it is left, in screens of this device.
 *
 * The time is a keystroke-level model (Card, Moran, Newell, 1980; a thumb on glass: El Batran, Dunlop, 2014): what hands and decisions
 * take of somebody who knows the answers, without reading, and without the photograph's own seconds, which are said apart.
 */
export type Effort = {
  readonly screens: number;
  readonly clicks: number;
  readonly fields: number;
  /** Screens of height in all. */
  readonly height: number;
  /** Seconds by the model. */
  readonly seconds: number;
  readonly each: readonly { readonly address: string; readonly title: string; readonly height: number }[];
};

/** Seconds: a decision, a press, a sign typed by thumb, a flick of one screen, a page that comes, a paper photographed. */
const TIMES = { decide: 1.35, press: 1.1, sign: 0.28, flick: 0.5, load: 1, photograph: 8 } as const;

export type Walker = {
  readonly press: (target: Locator) => Promise<void>;
  /** Presses what leads to another document, and waits for it. */
  readonly follow: (target: Locator) => Promise<void>;
  readonly type: (field: Locator, text: string) => Promise<void>;
  /** One question answered by a press: a radio button, a box, an entry of a list. */
  readonly answer: (act: () => Promise<unknown>) => Promise<void>;
  readonly photograph: (field: Locator, file: string) => Promise<void>;
  /** A document that another program opens: the link of a mail. */
  readonly open: (address: string) => Promise<void>;
  /** What stands on the screen now counts with what came by itself. */
  readonly effort: () => Promise<Effort>;
};

export function walk(page: Page): Walker {
  let [clicks, fields, seconds] = [0, 0, 0];
  const each: { address: string; title: string; height: number }[] = [];
  const screenHeight = page.viewportSize()?.height ?? 640;
  /** Called before a document is left: it is as high then as the person saw it. */
  const leave = async (): Promise<void> => {
    const seen = await page.evaluate(() => ({
      title: document.title,
      height: document.documentElement.scrollHeight,
    }));
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/${String(each.length).padStart(2, '0')}.png`,
        fullPage: true,
      });
    const height = Math.max(1, seen.height / screenHeight);
    each.push({ address: new URL(page.url()).pathname, title: seen.title, height });
    seconds += TIMES.load + (height - 1) * TIMES.flick;
  };
  const toAnother = async (act: () => Promise<unknown>): Promise<void> => {
    if (page.url() !== 'about:blank') await leave();
    await Promise.all([page.waitForEvent('domcontentloaded'), act()]);
  };
  const pressed = (): void => {
    clicks += 1;
    seconds += TIMES.decide + TIMES.press;
  };
  return {
    press: async (target) => {
      pressed();
      await target.click();
    },
    follow: async (target) => {
      pressed();
      await toAnother(() => target.click());
    },
    type: async (field, text) => {
      fields += 1;
      seconds += TIMES.decide + TIMES.press + text.length * TIMES.sign;
      await field.fill(text);
    },
    answer: async (act) => {
      fields += 1;
      seconds += TIMES.decide + TIMES.press;
      await act();
    },
    photograph: async (field, file) => {
      pressed();
      fields += 1;
      seconds += TIMES.photograph;
      await field.setInputFiles(file);
    },
    open: (address) => toAnother(() => page.goto(address)),
    effort: async () => {
      await leave();
      const height = each.reduce((sum, one) => sum + one.height, 0);
      return { screens: each.length, clicks, fields, height, seconds, each: [...each] };
    },
  };
}

export function inWords({ screens, clicks, fields, height, seconds, each }: Effort): string {
  const lines = each.map((one) => `${one.height.toFixed(1).padStart(6)}  ${one.address}  ${one.title}`);
  const total = `${screens} screens, ${clicks} clicks, ${fields} fields, ${height.toFixed(1)} screens of height, ${(seconds / 60).toFixed(1)} minutes`;
  return [...lines, total].join('\n');
}

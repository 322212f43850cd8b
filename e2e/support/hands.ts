import type { Page } from 'playwright-core';

/** From the top of a page to anything on it. */
const FAR = 90;

type Hands = {
  /** How many were pressed. */
  readonly keys: () => number;
  readonly press: (key: string) => Promise<void>;
  readonly type: (words: string) => Promise<void>;
  /** The name of what has the focus. */
  readonly held: () => Promise<string>;
  /** By Tab, to the next that bears this name. */
  readonly to: (name: RegExp) => Promise<void>;
  /** Enter, and the page that follows. */
  readonly enter: () => Promise<void>;
  /** To a link or a button, and what it leads to. */
  readonly go: (name: RegExp) => Promise<void>;
  /** To a page by the menu, whose phase is opened where it isn't. */
  readonly byMenu: (phase: RegExp, name: RegExp) => Promise<void>;
};

/** Hands on a keyboard: each key is counted, and nothing else is touched. */
export function handsOn(page: Page): Hands {
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const held = (): Promise<string> =>
    page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return '';
      const labels = 'labels' in one && one.labels instanceof NodeList ? one.labels[0]?.textContent : null;
      return (labels ?? one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
  const to = async (name: RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let away = 0; away < FAR; away += 1) {
      await press('Tab');
      const at = await held();
      if (name.test(at)) return;
      passed.push(at);
    }
    throw new Error(`${name} is out of the keyboard's reach at ${page.url()}: ${passed.join(' | ')}`);
  };
  const enter = async (): Promise<void> => {
    await Promise.all([page.waitForEvent('domcontentloaded'), press('Enter')]);
    await page.waitForLoadState('load');
  };
  return {
    keys: () => keys,
    press,
    held,
    to,
    enter,
    type: async (words: string): Promise<void> => {
      keys += words.length;
      await page.keyboard.type(words);
    },
    go: async (name: RegExp): Promise<void> => {
      await to(name);
      await enter();
    },
    byMenu: async (phase: RegExp, name: RegExp): Promise<void> => {
      await to(new RegExp(`${phase.source}|${name.source}`));
      if (!name.test(await held())) {
        await press('Enter');
        await to(name);
      }
      await enter();
    },
  };
}

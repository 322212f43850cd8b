import type { ElementHandle, Locator, Page } from 'playwright-core';

/**
 * What a path costs a person: documents loaded, activations (choosing a file is one), controls answered, height of all documents in
 * screens of a phone, and seconds by a keystroke-level model (Card, Moran and Newell, 1980), whose operators are `SECONDS`.
 */
export type Cost = {
  readonly screens: number;
  readonly clicks: number;
  readonly fields: number;
  readonly height: number;
  readonly minutes: number;
};

/** Nobody's reading is in it: the model is of somebody who knows what they will answer. */
const SECONDS = {
  /** K: a key of who types as most do; on a telephone too. */
  key: 0.28,
  /** P and B: a finger, or a mouse, goes to what it presses. */
  press: 1.2,
  /** M: before each answer and each act. */
  thought: 1.35,
  /** Of who swipes one screen further. */
  swipe: 1.1,
  /** R: from the press to the next page. */
  answer: 1,
  /** A sheet laid flat, aimed at, taken, accepted. */
  photo: 12,
} as const;

export type Photo = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** How a person acts on what a page shows. Each waits until what it leads to is there. */
export type Hand = {
  readonly type: (field: Locator, text: string) => Promise<void>;
  readonly pick: (select: Locator, label: string) => Promise<void>;
  /** A radio or a box. */
  readonly tick: (control: Locator) => Promise<void>;
  /** `stays`: the page answers in place. */
  readonly press: (control: Locator, stays?: 'stays') => Promise<void>;
  readonly photograph: (chooser: Locator, photo: Photo) => Promise<void>;
};

export type Counter = {
  readonly hand: Hand;
  /** Opens an address that the person has from elsewhere, as the link of a mail. */
  readonly open: (address: string) => Promise<void>;
  readonly cost: () => Cost;
  /** Of each document, in its order: where, and how many screens high. */
  readonly documents: () => readonly (readonly [path: string, height: number])[];
};

/** Counts on a page from now on; `by`: a finger (or a mouse), or the keyboard alone, which reaches everything with Tab. */
export function countEffort(page: Page, by: 'finger' | 'keyboard'): Counter {
  const documents: (readonly [string, number])[] = [];
  let [clicks, fields, seconds] = [0, 0, 0];
  /** As high as it ever was: what an answer unfolds counts. */
  const measure = async (path: string): Promise<void> => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight / window.innerHeight);
    documents.push([path, Math.max(height, documents.at(-1)?.[0] === path ? (documents.pop()?.[1] ?? 0) : 0)]);
  };
  const leads = async (act: () => Promise<unknown>): Promise<void> => {
    const left = documents.at(-1);
    if (left !== undefined) {
      await measure(left[0]);
      seconds += by === 'finger' ? SECONDS.swipe * Math.max(0, (documents.at(-1)?.[1] ?? 1) - 1) : 0;
    }
    await Promise.all([page.waitForEvent('load'), act()]);
    seconds += SECONDS.answer;
    documents.push([new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, '…'), 0]);
    await measure(documents.at(-1)?.[0] ?? '');
  };
  const keys = (count: number): void => {
    seconds += SECONDS.key * count;
  };
  const reach = async (control: Locator): Promise<void> => {
    if (by === 'finger') {
      seconds += SECONDS.press;
      return;
    }
    keys(await tabTo(page, await control.elementHandle()));
  };
  const thinks = async (control: Locator): Promise<void> => {
    seconds += SECONDS.thought;
    await reach(control);
  };
  const isFinger = by === 'finger';
  const activate = (control: Locator, key = 'Enter'): Promise<void> => {
    if (isFinger) return control.click();
    keys(1);
    return page.keyboard.press(key);
  };
  const hand: Hand = {
    type: async (field, text) => {
      fields += 1;
      await thinks(field);
      keys(text.length);
      await (isFinger ? field.fill(text) : page.keyboard.insertText(text));
    },
    pick: async (select, label) => {
      fields += 1;
      await thinks(select);
      if (isFinger) {
        seconds += SECONDS.press;
        await select.selectOption({ label });
        return;
      }
      // What a keyboard has of it: the list goes to what begins so.
      const typed = /^[ -~]*/.exec(label)?.[0] ?? '';
      keys(typed.length);
      await page.keyboard.type(typed);
      const chosen = await select.locator('option:checked').innerText();
      if (chosen !== label) throw new Error(`« ${typed} » chose « ${chosen} »`);
    },
    tick: async (control) => {
      fields += 1;
      if (isFinger) {
        await thinks(control);
        return control.check();
      }
      seconds += SECONDS.thought;
      keys(await tickByKeys(page, control));
    },
    press: async (control, stays) => {
      clicks += 1;
      await thinks(control);
      await (stays === undefined ? leads(() => activate(control)) : activate(control));
    },
    photograph: async (chooser, photo) => {
      clicks += 1;
      fields += 1;
      seconds += SECONDS.photo;
      await thinks(chooser);
      const opening = page.waitForEvent('filechooser');
      await activate(chooser, 'Space');
      const opened = await opening;
      await opened.setFiles({ ...photo });
    },
  };
  return {
    hand,
    open: (address) => leads(() => page.goto(address)),
    cost: () => ({
      screens: documents.length,
      clicks,
      fields,
      height: documents.reduce((all, [, height]) => all + height, 0),
      minutes: seconds / 60,
    }),
    documents: () => documents,
  };
}

const FURTHEST = 200;

/** Presses Tab until the control has the focus; gives how often. Errors: it can't be reached so. */
async function tabTo(page: Page, control: ElementHandle<Node> | null): Promise<number> {
  const isThere = (): Promise<boolean> => page.evaluate((one) => one === document.activeElement, control);
  for (let count = 0; count < FURTHEST; count += 1) {
    if (await isThere()) return count;
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `Not reached by ${FURTHEST} tabs at ${page.url()}: ${await control?.evaluate((one) => (one as Element).outerHTML)}`,
  );
}

/** A box by Space; a radio by Tab to its group, then the arrows. */
async function tickByKeys(page: Page, control: Locator): Promise<number> {
  const group = control.page().locator(`input[name="${await control.getAttribute('name')}"]`);
  const isRadio = (await control.getAttribute('type')) === 'radio';
  const stop = isRadio
    ? (await group.locator(':scope:checked').count()) > 0
      ? group.locator(':scope:checked')
      : group.first()
    : control;
  let count = await tabTo(page, await stop.first().elementHandle());
  if (!isRadio) {
    await page.keyboard.press('Space');
    return count + 1;
  }
  for (let moved = 0; moved < FURTHEST; moved += 1) {
    if (await control.isChecked()) return count;
    const onIt = await control.evaluate((one) => one === document.activeElement);
    await page.keyboard.press(onIt ? 'Space' : 'ArrowDown');
    count += 1;
  }
  throw new Error(`Not reached by arrows at ${page.url()}`);
}

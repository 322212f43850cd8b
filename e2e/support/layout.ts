import type { Page } from 'playwright-core';

/** What a window may be wide, each 20 px from a phone to a laptop. */
export const WIDTHS: readonly number[] = Array.from({ length: 49 }, (_, index) => 320 + 20 * index);

/** Where text at 200 % has the least room that isn't a phone's. */
const LARGE_FROM = 640;

/** A sheet A4 less its margins, in CSS pixels. */
const SHEET = 718;

/** What WCAG 2.2, 1.4.12 lets a reader set, in a sheet that the policy can't refuse. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

/** Text at 200 % (1.4.4), the window's own size unchanged; the pages of the staff have a size of their own. */
const LARGE_TEXT = ':root { font-size: 200% !important }';

/**
 * Where a page is wider than its window, cuts its text, crushes a column or scrolls where no key reaches: on a phone, with a reader's own
 * spacing too, with text twice as large, on paper, and at this width.
 */
export async function layoutComplaints(page: Page, width = 820): Promise<readonly string[]> {
  const looks = lookAt(page);
  await looks.at(1_280, LARGE);
  await looks.at(820, LARGE);
  await looks.at(width, AS_IT_IS);
  await looks.at(320, AS_IT_IS, SPACED);
  await looks.onPaper();
  return looks.complaints;
}

/** The same at each width, each as it is, spaced, and with text twice as large where it is no phone's. */
export async function complaintsAtEveryWidth(page: Page): Promise<readonly string[]> {
  const looks = lookAt(page);
  for (const width of WIDTHS) await looks.at(width, AS_IT_IS, SPACED, ...(width < LARGE_FROM ? [] : [LARGE]));
  await looks.onPaper();
  return looks.complaints;
}

type Dress = { readonly name: string; readonly css: string };
const AS_IT_IS: Dress = { name: '', css: '' };
const SPACED: Dress = { name: ', spaced', css: SPACING };
const LARGE: Dress = { name: ', text at 200 %', css: LARGE_TEXT };

function lookAt(page: Page) {
  const complaints: string[] = [];
  const look = async (how: string, dresses: readonly Dress[]): Promise<void> => {
    const found = await page.evaluate(
      overflows,
      dresses.map(({ css }) => css),
    );
    for (const [index, { name }] of dresses.entries())
      complaints.push(...(found[index] ?? []).map((one) => `${one} at ${how}${name}`));
  };
  return {
    complaints,
    at: async (width: number, ...dresses: readonly Dress[]): Promise<void> => {
      await page.setViewportSize({ width, height: 800 });
      await look(`${width} px`, dresses);
    },
    onPaper: async (): Promise<void> => {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: SHEET, height: 1_000 });
      await look('a sheet of paper', [AS_IT_IS]);
      await page.emulateMedia({ media: 'screen' });
    },
  };
}

/**
 * In the page, dressed in each of these sheets of style; in one call, since each takes the browser as long as what it looks at. What
 * is wrong is so in the next frames too: a busy browser gives the new size before it has drawn everything in it.
 */
async function overflows(sheets: readonly string[]): Promise<string[][]> {
  const measured = (): string[] => {
    const found: string[] = [];
    const root = document.documentElement;
    const NARROW = 110;
    const wide = root.scrollWidth - root.clientWidth;
    const lines = (range: Range): number => new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    const brokenIn = (one: Element): string | undefined => {
      for (const node of one.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/(?<!\p{L})\p{L}{2,14}(?!\p{L})/gu)) {
          const range = new Range();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (lines(range) > 1) return word;
        }
      }
      return undefined;
    };
    const named = (one: Element): string =>
      `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} « ${(one.textContent ?? '').trim().slice(0, 60)} »`;
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      if (wide > 0 && one.getBoundingClientRect().right > root.clientWidth + 0.5 && one.children.length === 0)
        found.push(`${wide} px too wide by ${named(one)}`);
      const room = one.clientWidth;
      if (room > 4 && room < NARROW && one.checkVisibility()) {
        const word = brokenIn(one);
        if (word !== undefined) found.push(`« ${word} » broken in ${room} px of ${named(one)}`);
      }
      const [isCut, isTall] = [one.scrollWidth > one.clientWidth + 1, one.scrollHeight > one.clientHeight + 1];
      // Most hold what is in them: to ask each for its style would take as long as all the rest.
      if (!isCut && !isTall) continue;
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      // A pane has a height of its own.
      if (one.matches('.pane') && overflowY === 'visible' && isTall)
        found.push(`${one.scrollHeight - one.clientHeight} px over what follows by ${named(one)}`);
      // What can be moved sideways is so by the keyboard too, and says what it is.
      const isNamed = one.hasAttribute('aria-label') || one.hasAttribute('aria-labelledby');
      if (
        isCut &&
        /auto|scroll/.test(overflowX) &&
        !one.matches('input, select, textarea') &&
        (one.tabIndex < 0 || !isNamed)
      )
        found.push(`out of the keyboard's reach: ${named(one)}`);
      if (
        isCut &&
        one.tagName !== 'INPUT' &&
        one.closest('[title]') === null &&
        clipPath === 'none' &&
        (overflowX === 'hidden' || overflowX === 'clip')
      )
        found.push(`cut ${named(one)}`);
    }
    return wide > 0 && found.length === 0 ? [`${wide} px too wide`] : found.slice(0, 3);
  };
  const all: string[][] = [];
  for (const css of sheets) {
    if (css !== '') {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }
    let found = measured();
    if (found.length > 0) {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      found = measured();
    }
    document.adoptedStyleSheets = [];
    all.push(found);
  }
  return all;
}

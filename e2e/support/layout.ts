import type { Page } from 'playwright-core';

/** A phone, the widest column of a candidate's page, an old laptop. */
const WIDTHS = [820, 1_024, 320] as const;

/** Where text at 200 % has the least room that isn't a phone's. */
const LARGE_TOO = 820;

/** What WCAG 2.2, 1.4.12 lets a reader set, in a sheet that the policy can't refuse. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

/** Text at 200 % (1.4.4), the window's own size unchanged; the pages of the staff have a size of their own. */
const LARGE = ':root { font-size: 200% !important }';

/** Where a page is wider than its window, cuts its text or scrolls where no key reaches: at each width, with text twice as large, and on a phone with a reader's own spacing. */
export async function layoutComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  const look = async (how: string, css = ''): Promise<void> => {
    complaints.push(...(await page.evaluate(overflows, css)).map((one) => `${one} at ${how}`));
  };
  await page.setViewportSize({ width: 1_280, height: 800 });
  await look('1280 px, text at 200 %', LARGE);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await look(`${width} px`);
    if (width === LARGE_TOO) await look(`${width} px, text at 200 %`, LARGE);
  }
  await look('320 px, spaced', SPACING);
  return complaints;
}

/**
 * In the page, dressed in a sheet of its own where one is given; in one call, since each takes the browser as long as what it looks at. What
 * is wrong is so in the next frames too: a busy browser gives the new size before it has drawn everything in it.
 */
async function overflows(css: string): Promise<string[]> {
  const measured = (): string[] => {
    const found: string[] = [];
    const root = document.documentElement;
    const wide = root.scrollWidth - root.clientWidth;
    const named = (one: Element): string =>
      `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} « ${(one.textContent ?? '').trim().slice(0, 60)} »`;
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      if (wide > 0 && one.getBoundingClientRect().right > root.clientWidth + 0.5 && one.children.length === 0)
        found.push(`${wide} px too wide by ${named(one)}`);
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
      if (isCut && one.tagName !== 'INPUT' && clipPath === 'none' && (overflowX === 'hidden' || overflowX === 'clip'))
        found.push(`cut ${named(one)}`);
    }
    return wide > 0 && found.length === 0 ? [`${wide} px too wide`] : found.slice(0, 3);
  };
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
  return found;
}

import type { Page } from 'playwright-core';

/**
 * What the Tab key misses on a page, from its top to its end: what can be worked and isn't reached, what shows no focus or holds it behind
 * something else, a way in that isn't the skip link, a focus that doesn't get out again. What is folded in the page is unfolded first.
 */
export async function tabComplaints(page: Page): Promise<readonly string[]> {
  const stops = await page.evaluate(watchFocus);
  await Promise.all(Array.from({ length: stops + 1 }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => globalThis.tabbed());
}

declare global {
  /** In the page, once the keys were pressed. */
  var tabbed: () => string[];
}

/** In the page. Gives how many stops it should have; each is looked at as the next key goes down, when it stands where it was brought. */
function watchFocus(): number {
  const SHOWN = { contentVisibilityAuto: true, opacityProperty: false, visibilityProperty: true };
  for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
  const scrolls = (one: Element): boolean => {
    if (one.scrollWidth <= one.clientWidth + 1 && one.scrollHeight <= one.clientHeight + 1) return false;
    const { overflowX, overflowY } = getComputedStyle(one);
    return /auto|scroll/.test(overflowX + overflowY);
  };
  const isChosen = (one: Element): boolean => {
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    const group = [...document.getElementsByName(one.name)].filter(
      (other): other is HTMLInputElement => other instanceof HTMLInputElement && other.form === one.form,
    );
    return one === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const WORKED =
    ':is(a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [contenteditable], [tabindex="0"])';
  const worked = [...document.body.querySelectorAll(`${WORKED}:not(:disabled)`)].filter(
    (one) => one.checkVisibility(SHOWN) && isChosen(one),
  );
  const named = (one: Element): string => {
    const words = one.getAttribute('aria-label') ?? (one.textContent?.trim() || one.getAttribute('name')) ?? '';
    return `${one.localName} « ${words.replace(/\s+/g, ' ').slice(0, 50)} »`;
  };
  const complaints: string[] = [];
  const held = new Set<Element>();
  const look = (one: Element): void => {
    held.add(one);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 || /^rgba.*, 0\)$/.test(outlineColor))
      complaints.push(`no focus seen on ${named(one)}`);
    const within = (top: number, left: number): boolean => {
      const found = document.elementFromPoint(left, top);
      return found !== null && (one.contains(found) || found.contains(one) || found.closest('label')?.control === one);
    };
    const SHARES = [0.1, 0.5, 0.9];
    const seen = [...one.getClientRects()].some(({ top, right, bottom, left }) => {
      // Of what is taller than the window, the part in it.
      const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
      return (
        to - from > 1 &&
        right - left > 1 &&
        SHARES.some((down) => SHARES.some((along) => within(from + (to - from) * down, left + (right - left) * along)))
      );
    });
    if (!seen) complaints.push(`focus out of sight on ${named(one)}`);
  };
  let first: Element | null = null;
  let isOut = false;
  addEventListener(
    'keydown',
    ({ key }) => {
      const one = document.activeElement;
      isOut ||= first !== null && (one === document.body || one === first);
      if (key !== 'Tab' || isOut || one === null || one === document.body) return;
      first ??= one;
      look(one);
    },
    { capture: true },
  );
  const all = [...document.body.querySelectorAll('*')];
  globalThis.tabbed = () => {
    if (first === null || !(first.matches('a[href^="#"]') || first.closest('main') !== null))
      complaints.push(`the first stop is ${first === null ? 'nothing' : named(first)}`);
    for (const one of worked) if (!held.has(one)) complaints.push(`never reached: ${named(one)}`);
    for (const one of all)
      if (scrolls(one) && ![...held].some((other) => one.contains(other)))
        complaints.push(`scrolls out of reach: ${named(one)}`);
    const last = document.activeElement;
    if (!isOut && last !== null && last !== document.body && last !== first)
      complaints.push(`no way out after ${named(last)}`);
    return complaints;
  };
  // A browser gives the focus to what scrolls and holds nothing that takes it: not each browser does.
  return worked.length + all.filter((one) => scrolls(one) && !worked.includes(one)).length;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  /** As the page sees it once injected. */
  var axe: { run(within: Document | Element[], options: RunOptions): Promise<{ violations: Result[] }> };
}

/** Half as long for the browser to read as the readable one that the library gives. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Pairs of colours that were looked at: what is on paper in the light is so on every page. */
export type SeenColours = Set<string>;

/**
 * What axe has against this page, in words: every rule of WCAG 2.2 AA and of good practice, and the contrast of each pair of
 * colours not yet `seen`, in the light and in the dark. Contrasts cost three times the rest, and hang on the colours, the size
 * and the weight alone. Injected here: the builder for playwright opens a page of its own for each analysis, which takes five
 * times as long.
 */
export async function axeComplaints(page: Page, seen: SeenColours = new Set()): Promise<readonly string[]> {
  for (const frame of page.frames()) await frame.evaluate(SOURCE);
  await page.emulateMedia({ colorScheme: 'light' });
  const rules = await page.evaluate(
    async (runOnly) =>
      (
        await globalThis.axe.run(document, {
          runOnly,
          rules: { 'color-contrast': { enabled: false } },
          resultTypes: ['violations'],
          preload: false,
        })
      ).violations,
    TAGS,
  );
  const complaints = rules.map((one) => inWords('light', one));
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations, keys } = await page.evaluate(contrasts, [...seen]);
    for (const key of keys) seen.add(key);
    complaints.push(...violations.map((one) => inWords(scheme, one)));
  }
  return complaints;
}

function inWords(scheme: string, { id, nodes }: Result): string {
  const where = nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3);
  return `${scheme} ${id}: ${where.join(' | ')}`;
}

/** In the page. One element for each pair of colours, size and weight that isn't known. */
async function contrasts(known: readonly string[]): Promise<{ violations: Result[]; keys: string[] }> {
  const groundOf = (one: Element | null): string => {
    if (one === null) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    if (backgroundImage !== 'none') return backgroundImage;
    return /, 0\)$/.test(backgroundColor) ? groundOf(one.parentElement) : backgroundColor;
  };
  const found = new Map<string, Element>();
  for (const one of document.body.querySelectorAll('*')) {
    const speaks = [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    if (!speaks && !one.matches('input, select, textarea')) continue;
    const { color, opacity, fontSize, fontWeight } = getComputedStyle(one);
    const key = [color, groundOf(one), opacity, fontSize, fontWeight, one.matches(':disabled, :disabled *')].join(' ');
    if (!found.has(key) && one.checkVisibility()) found.set(key, one);
  }
  for (const key of known) found.delete(key);
  if (found.size === 0) return { violations: [], keys: [] };
  const { violations } = await globalThis.axe.run([...found.values()], {
    runOnly: ['color-contrast'],
    resultTypes: ['violations'],
    preload: false,
  });
  return { violations, keys: [...found.keys()] };
}

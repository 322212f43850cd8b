import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

declare global {
  /** As the page sees it once injected. */
  var axe: { run(within: Document | Element[], options: RunOptions): Promise<{ violations: Result[] }> };
}

/** Half as long for the browser to read as the readable one that the library gives. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What was looked at on earlier pages: pairs of colours, forms of elements. What is on paper in the light is so on every page. */
export type Looked = { readonly colours: Set<string>; readonly shapes: Set<number> };

export const lookedAtNothing = (): Looked => ({ colours: new Set(), shapes: new Set() });

/**
 * Whether this page has an element of a form that none before it had, in which case axe has something to say; what it has is
 * seen from now on. Axe is two thirds of what a page costs, and judges forms: the words of another file change nothing for it.
 */
export async function hasNewShapes(page: Page, { shapes }: Looked): Promise<boolean> {
  const known = shapes.size;
  for (const shape of await page.evaluate(shapesOf)) shapes.add(shape);
  return shapes.size > known;
}

/**
 * What axe has against this page, in words: every rule of WCAG 2.2 AA and of good practice, and the contrast of each pair of
 * colours not yet looked at, in the light and in the dark. Contrasts, of text and of links within it, cost
 * more than the rest together, and hang on the colours, the size and the weight alone. Injected here: the builder for playwright opens a page of its own for each analysis, which takes five
 * times as long.
 */
export async function axeComplaints(
  page: Page,
  { colours: seen }: Looked = lookedAtNothing(),
): Promise<readonly string[]> {
  await inject(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const rules = await page.evaluate(
    async (runOnly) =>
      (
        await globalThis.axe.run(document, {
          runOnly,
          rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } },
          resultTypes: ['violations'],
          preload: false,
        })
      ).violations,
    TAGS,
  );
  const complaints = rules.map((one) => inWords('light', one));
  for (const scheme of ['light', 'dark'] as const) {
    if (scheme === 'dark') await page.emulateMedia({ colorScheme: scheme });
    const { violations, keys } = await page.evaluate(contrasts, [...seen]);
    for (const key of keys) seen.add(key);
    complaints.push(...violations.map((one) => inWords(scheme, one)));
  }
  return complaints;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** By the browser's own protocol it is compiled once for the pages of a site; as an expression of playwright's, in each of them anew. */
async function inject(page: Page): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  await (await session).send('Runtime.evaluate', { expression: SOURCE });
  for (const frame of page.frames().filter((one) => one !== page.mainFrame())) await frame.evaluate(SOURCE);
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
    const { color, opacity, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one);
    const around = one.matches('a') && one.parentElement !== null ? getComputedStyle(one.parentElement).color : '';
    const disabled = one.matches(':disabled, :disabled *');
    const key = [color, groundOf(one), opacity, fontSize, fontWeight, textDecorationLine, around, disabled].join(' ');
    if (!found.has(key) && one.checkVisibility()) found.set(key, one);
  }
  for (const key of known) found.delete(key);
  if (found.size === 0) return { violations: [], keys: [] };
  const { violations } = await globalThis.axe.run([...found.values()], {
    runOnly: ['color-contrast', 'link-in-text-block'],
    resultTypes: ['violations'],
    preload: false,
  });
  return { violations, keys: [...found.keys()] };
}

/**
 * In the page. What axe's rules lean on, as a number for each form: the chain of elements down to it with their classes, the
 * attributes that they bear and what those lead to, whether they speak or scroll; which heading follows which; ids said twice.
 */
function shapesOf(): number[] {
  const VALUES =
    /^(class|role|type|scope|lang|autocomplete|tabindex|aria-(?!label|describe|controls|owns|details|activedescendant).*)$/;
  const REFERENCES = /^(for|headers|list|aria-(labelledby|describedby|controls|owns|details))$/;
  const said = new Set<string>();
  const chains = new Map<string, number>();
  const numbers = new Set<number>();
  const numberOf = (text: string): number => {
    let [one, two] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at += 1) {
      one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(at), 1597334677);
    }
    return 4294967296 * (two & 0x1fffff) + (one >>> 0);
  };
  const add = (text: string): number => {
    const number = chains.get(text) ?? numberOf(text);
    chains.set(text, number);
    numbers.add(number);
    return number;
  };
  const worded = ({ name, value }: Attr): string => {
    if (VALUES.test(name)) return `${name}=${value}`;
    if (REFERENCES.test(name)) return `${name}:${value.split(' ').every((id) => document.getElementById(id) !== null)}`;
    return `${name}${value === '' ? '-' : ''}`;
  };
  const visit = (one: Element, above: number): void => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const scrolls =
      /auto|scroll/.test(overflowX + overflowY) &&
      (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);
    const attributes = [...one.attributes].map(worded).sort().join(' ');
    const speaks = (one.textContent ?? '').trim() !== '';
    const own = add(`${above} ${one.localName} ${attributes} ${speaks} ${scrolls}`);
    if (one.id !== '') add(said.has(one.id) ? `${one.id} twice` : 'an id');
    said.add(one.id);
    if (one.localName !== 'svg') for (const child of one.children) visit(child, own);
  };
  visit(document.documentElement, 0);
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName);
  for (const [rank, level] of levels.entries()) add(`${levels[rank - 1]} then ${level}`);
  return [...numbers];
}

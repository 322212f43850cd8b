import { type Result, type RunOptions, source } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  /** As the page sees it once injected. */
  var axe: { run(options: RunOptions): Promise<{ violations: Result[] }> };
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe has against this page, in words: every rule of WCAG 2.2 AA and of good practice in the light, contrasts once more
 * in the dark (nothing else depends on it). Injected here: the builder for playwright opens a page of its own for each
 * analysis, which takes five times as long.
 */
export async function axeComplaints(page: Page): Promise<readonly string[]> {
  for (const frame of page.frames()) await frame.evaluate(source);
  const complaints: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(
      async (runOnly) => (await globalThis.axe.run({ runOnly, resultTypes: ['violations'] })).violations,
      colorScheme === 'light' ? TAGS : ['color-contrast'],
    );
    for (const { id, nodes } of violations)
      complaints.push(
        `${colorScheme} ${id}: ${nodes
          .map(({ html }) => html.slice(0, 120))
          .slice(0, 3)
          .join(' | ')}`,
      );
  }
  return complaints;
}

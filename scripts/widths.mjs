// npm run widths: every page that links lead to, for each role, at each 20 px from 320 to 1,280, with a reader's spacing and with text at 200 %
// too, and on paper: nothing wider than its window, cut or crushed. About ten minutes; `npm test` draws each page at one of these widths.
import { readArguments } from './arguments.mjs';
import { bin, ensureBuilt, ensureInstalled, runLong } from './lib.mjs';

readArguments('widths', []);
await ensureInstalled();
await ensureBuilt();
const browser = await (await import('./browser.mjs')).ensureBrowser();
const { code } = await runLong('Every width', [bin('vitest/vitest.mjs'), 'run', 'e2e/everyPage.test.ts'], {
  env: { REGISTRE_BROWSER: browser, REGISTRE_WIDTHS: 'all' },
});
process.exit(code);

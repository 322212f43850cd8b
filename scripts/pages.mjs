// npm run pages: every page that links lead to, for each role, drawn by a browser and judged by axe. `npm test` draws a sixth of
// them, another after each commit, and reads the others as they are sent.
import { readArguments } from './arguments.mjs';
import { bin, ensureBuilt, ensureInstalled, runLong } from './lib.mjs';

readArguments('pages', []);
await ensureInstalled();
await ensureBuilt();
const browser = await (await import('./browser.mjs')).ensureBrowser();
const { code } = await runLong('Every page, drawn', [bin('vitest/vitest.mjs'), 'run', 'e2e/everyPage.test.ts'], {
  env: { REGISTRE_BROWSER: browser },
});
process.exit(code);

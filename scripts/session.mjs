// npm run session: a whole session by invented people, from account to transcript, with its counts (living/session).
import path from 'node:path';
import { readArguments, whole } from './arguments.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, must, node, root } from './lib.mjs';
import { bringTools, howToHave, isHere } from './tools.mjs';

// What reads the papers at its end needs as many to read.
readArguments('session', [whole('candidates', { from: 20 })]);
await ensureInstalled();
await bringTools(['chromium-headless-shell', 'poppler-utils']);
const browser = await ensureBrowser();
if (!isHere('pdfinfo')) {
  process.stderr.write(`A session's papers are read back by pdfinfo, which is not here (${howToHave('pdfinfo')}).\n`);
  process.exit(1);
}
await must(node, [path.join(root, 'scripts', 'build.mjs')]);
const run = path.join(root, 'living', 'session', 'run.ts');
await must(node, ['--import', path.join(root, 'scripts', 'jsx.mjs'), run, ...process.argv.slice(2)], {
  env: { NODE_ENV: 'production', REGISTRE_BROWSER: browser },
});

// npm run session: a whole session by invented people, from account to transcript, with its counts (living/session).
// It begins anew each time, in a folder that goes with it, so that one that was stopped isn't taken up; with DATA_DIR, which must be empty, it stays.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readArguments, whole } from './arguments.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, must, node, root, runLong } from './lib.mjs';
import { needTools } from './tools.mjs';

// What reads the papers at its end needs as many to read.
readArguments('session', [whole('candidates', { from: 20 })]);
const { DATA_DIR: kept } = process.env;
if (kept !== undefined && existsSync(kept) && readdirSync(kept).length > 0) {
  process.stderr.write(
    `DATA_DIR (${kept}) holds something: a session begins in an empty folder, and isn't taken up again.\n`,
  );
  process.exit(2);
}
await ensureInstalled();
// At its end papers are read back.
await needTools('session', 'pdfinfo');
const browser = await ensureBrowser();
await must(node, [path.join(root, 'scripts', 'build.mjs')]);
const run = path.join(root, 'living', 'session', 'run.ts');
const args = ['--import', path.join(root, 'scripts', 'jsx.mjs'), run, ...process.argv.slice(2)];
const { code } = await runLong(['A session', ...process.argv.slice(2)].join(' '), args, {
  env: { NODE_ENV: 'production', REGISTRE_BROWSER: browser },
});
process.exit(code);

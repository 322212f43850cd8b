// npm run session: a whole session by invented people, from account to the file for the national systems, with its counts (living/session).
// One that was stopped is taken up again where it was. It goes once it ended; with DATA_DIR, which must be empty at first, it stays.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readArguments, whole } from './arguments.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, must, node, root, runLong } from './lib.mjs';
import { needTools } from './tools.mjs';

// What reads the papers at its end needs as many to read.
const [candidates] = readArguments('session', [whole('candidates', { from: 20, usual: 2000 })]);
const { DATA_DIR: kept } = process.env;
const folder = kept ?? path.join(root, '.dev', `session-${candidates}`);
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(path.join(folder, 'session.json'))) {
  process.stderr.write(
    `DATA_DIR (${folder}) holds something else than a session: a session begins in an empty folder.\n`,
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
await ensureInstalled();
// At its end papers are read back.
await needTools('session', 'pdfinfo');
const browser = await ensureBrowser();
await must(node, [path.join(root, 'scripts', 'build.mjs')]);
const run = path.join(root, 'living', 'session', 'run.ts');
const args = ['--import', path.join(root, 'scripts', 'jsx.mjs'), run, String(candidates)];
const { code } = await runLong(`A session ${candidates}`, args, {
  env: { NODE_ENV: 'production', REGISTRE_BROWSER: browser, DATA_DIR: folder },
});
if (code === 0 && kept === undefined) rmSync(folder, { recursive: true, force: true });
process.exit(code);

// npm run session -- [candidates]: a whole session by invented people, from account to transcript, with its counts (living/session).
import path from 'node:path';
import { ensureInstalled, must, node, root } from './lib.mjs';

await ensureInstalled();
await must(node, [path.join(root, 'scripts', 'build.mjs')]);
const run = path.join(root, 'living', 'session', 'run.ts');
await must(node, ['--import', path.join(root, 'scripts', 'jsx.mjs'), run, ...process.argv.slice(2)], {
  env: { NODE_ENV: 'production' },
});

// npm run journal [-- <day>=<seal> …]: computes the whole journal again (src/checkJournal.ts).
import path from 'node:path';
import { ensureBuilt, ensureInstalled, must, node, root } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
await must(node, [path.join(root, 'dist', 'checkJournal.js'), ...process.argv.slice(2)]);

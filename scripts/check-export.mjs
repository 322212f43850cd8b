// npm run check-export -- file…: says all that is wrong with files of results for the national systems (src/checkExport.ts).
import path from 'node:path';
import { ensureBuilt, ensureInstalled, must, node, root } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
await must(node, [path.join(root, 'dist', 'checkExport.js'), ...process.argv.slice(2)]);

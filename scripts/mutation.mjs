// npm run mutation: breaks the rules one line at a time; the tests beside them must notice.
// Every part of every file must have 85 % of its mutants noticed. --slice takes one part of what the last commit changed (less than a minute).
import path from 'node:path';
import { ensureInstalled, node, ownScratch, root, run } from './lib.mjs';

await ensureInstalled();
ownScratch();
const { code } = await run(node, [path.join(root, 'scripts', 'mutate.mjs'), ...process.argv.slice(2)]);
process.exit(code);

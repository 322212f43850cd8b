// npm run mutation: breaks the rules one line at a time; the tests beside them must notice.
// Every part of every file must have 85 % of its mutants noticed. --slice takes one part of what the last commit changed (less than a minute).
import path from 'node:path';
import { ensureInstalled, root, runLong } from './lib.mjs';

await ensureInstalled();
const told = process.argv.slice(2);
const { code } = await runLong(['Mutation', ...told].join(' '), [path.join(root, 'scripts', 'mutate.mjs'), ...told]);
process.exit(code);

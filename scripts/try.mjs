// npm run try: the tests of a room (or of any part of a path) while it is worked on. Of what they stand on, whatever the edit
// didn't touch is that of the last try: a PostgreSQL with its empty tables, and what runs in threads. `npm test` keeps nothing.
import path from 'node:path';
import { many, needed, readArguments } from './arguments.mjs';
import { bin, ensureInstalled, node, ownScratch, root, run, TESTS } from './lib.mjs';

const [files] = readArguments('try', [many(needed(TESTS))]);
await ensureInstalled();
ownScratch();
// One process: each other would read the code anew.
const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'PostgreSQL 18', '--maxWorkers=1', ...files];
const env = { REGISTRE_KEPT: path.join(root, 'node_modules', '.registre-tests') };
process.exit((await run(node, args, { env })).code);

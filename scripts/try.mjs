// npm run try: the tests of a room (or of any part of a path) while it is worked on. Of what they stand on, whatever the edit
// didn't touch is that of the last try: a PostgreSQL with its empty tables, and what runs in threads. `npm test` keeps nothing.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { many, needed, place, readArguments } from './arguments.mjs';
import { bin, ensureInstalled, node, root, run } from './lib.mjs';

const [rooms] = readArguments('try', [
  many(needed(place('rooms', 'a room, or part of the path of tests', () => true))),
]);
await ensureInstalled();
const files = rooms.map((word) => (existsSync(path.join(root, 'src', word)) ? `src/${word}/` : word));
// One process: each other would read the code anew.
const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'PostgreSQL 18', '--maxWorkers=1', ...files];
const env = { REGISTRE_KEPT: path.join(root, 'node_modules', '.registre-tests') };
process.exit((await run(node, args, { env })).code);

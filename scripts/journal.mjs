// npm run journal: computes the whole journal again (src/checkJournal.ts).
import path from 'node:path';
import { many, readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, must, node, root } from './lib.mjs';

const read = (word) => (/^\d{4}-\d{2}-\d{2}=[0-9a-f]{16,64}$/.test(word) ? word : null);
readArguments('journal', [
  many({ name: 'day=seal', rule: 'a day and its seal, such as 2026-11-25=3f2a90c41b7d5e68', read }),
]);
await ensureInstalled();
await ensureBuilt();
await must(node, [path.join(root, 'dist', 'checkJournal.js'), ...process.argv.slice(2)]);

// npm run load: how fast, beside a baseline of the same run. About two minutes; talks to 127.0.0.1 only; stops by itself.
import path from 'node:path';
import { ensureBuilt, ensureInstalled, must, node, root } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
await must(node, [path.join(root, 'load', 'run.ts'), ...process.argv.slice(2)], { env: { NODE_ENV: 'production' } });

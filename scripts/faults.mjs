// npm run faults [-- kills clients seed]: forty kills of the process and of its database under ten clients. Some minutes; 127.0.0.1 only; stops by itself.
import path from 'node:path';
import { ensureBuilt, ensureInstalled, node, root, run } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const { code } = await run(node, [path.join(root, 'faults', 'run.ts'), ...process.argv.slice(2)]);
process.exit(code);

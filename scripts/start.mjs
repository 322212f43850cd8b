import path from 'node:path';
import { accompany, ensureBuilt, ensureInstalled, root } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
accompany(['--enable-source-maps', path.join(root, 'dist', 'main.js')]);

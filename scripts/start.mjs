// npm start -- [--empty]: the site, with an office at work in it at the first start, or nobody; PORT, DATA_DIR and others in docs/operations.md.
import path from 'node:path';
import { flag, readArguments } from './arguments.mjs';
import { accompany, ensureBuilt, ensureInstalled, root } from './lib.mjs';

const [empty] = readArguments('start', [flag('--empty')]);
process.env.REGISTRE_BEGINNING ??= empty === undefined ? 'living' : 'empty';
await ensureInstalled();
await ensureBuilt();
accompany(['--enable-source-maps', path.join(root, 'dist', 'main.js')]);

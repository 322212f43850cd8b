// npm run check-export: says all that is wrong with files of results for the national systems (src/checkExport.ts).
import { statSync } from 'node:fs';
import path from 'node:path';
import { many, needed, place, readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, must, node, root } from './lib.mjs';

const isFile = (name) => statSync(name, { throwIfNoEntry: false })?.isFile() === true;
readArguments('check-export', [many(needed(place('file', 'a file that is there', isFile)))]);
await ensureInstalled();
await ensureBuilt();
await must(node, [path.join(root, 'dist', 'checkExport.js'), ...process.argv.slice(2)]);

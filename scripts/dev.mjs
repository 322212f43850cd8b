// npm run dev: the site, which follows every edit (scripts/workshop.mjs).
import path from 'node:path';
import { readArguments } from './arguments.mjs';
import { accompany, ensureInstalled, root } from './lib.mjs';

readArguments('dev', []);
await ensureInstalled();
accompany([path.join(root, 'scripts', 'workshop.mjs')]);

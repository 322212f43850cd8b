// npm run freeze: writes the checksums of new migrations into src/migrations.lock.json. Those that stand there never change:
// a database somewhere has them.
import { readArguments } from './arguments.mjs';
import { drawByTest, ensureInstalled } from './lib.mjs';

readArguments('freeze', []);
await ensureInstalled();
await drawByTest('src/migrations.test.ts', 'REGISTRE_FREEZE');

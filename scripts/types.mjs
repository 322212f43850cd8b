// npm run types: writes the types of the tables from a migrated database, into src/<room>/tables.d.ts.
import { readArguments } from './arguments.mjs';
import { drawByTest, ensureInstalled } from './lib.mjs';

readArguments('types', []);
await ensureInstalled();
await drawByTest('src/tables.test.ts', 'REGISTRE_TYPES');

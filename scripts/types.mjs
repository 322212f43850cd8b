// npm run types: writes the types of the tables from a migrated database, into src/<room>/tables.d.ts.
import { bin, ensureInstalled, node, run } from './lib.mjs';

await ensureInstalled();
const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'PostgreSQL 18', 'src/tables.test.ts'];
const { code } = await run(node, args, { env: { REGISTRE_TYPES: 'yes' } });
process.exit(code);

// npm run freeze: writes the checksums of new migrations into src/migrations.lock.json. Those that stand there never change:
// a database somewhere has them.
import { bin, ensureInstalled, node, run } from './lib.mjs';

await ensureInstalled();
const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'PostgreSQL 18', 'src/migrations.test.ts'];
const { code } = await run(node, args, { env: { REGISTRE_FREEZE: 'yes' } });
process.exit(code);

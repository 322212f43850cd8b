// npm run acts: draws docs/acts.md from the acts that the rooms declare.
import { bin, ensureInstalled, node, run } from './lib.mjs';

await ensureInstalled();
const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'PostgreSQL 18', 'src/acts.test.ts'];
const { code } = await run(node, args, { env: { REGISTRE_DRAW: 'yes' } });
process.exit(code);

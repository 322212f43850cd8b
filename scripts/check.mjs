// npm run check: the fast half of `npm test`: types, format and lint, borders, dead code.
import { readArguments } from './arguments.mjs';
import { failedChecks } from './checks.mjs';
import { ensureInstalled } from './lib.mjs';

readArguments('check', []);
await ensureInstalled();
const failed = await failedChecks();
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);

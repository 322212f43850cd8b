// npm run rehearsal -- <session> [candidates] [day]: an office tries a session with its own rules and staff (DATABASE_URL) and invented candidates; no mail leaves, and all is thrown away at the end (living/rehearsal.ts).
import path from 'node:path';
import { day, needed, place, readArguments, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, node, ownScratch, root, run } from './lib.mjs';

readArguments('rehearsal', [
  needed(place('session', 'the code of a session of the rules in force', (name) => /^[\w-]+$/.test(name))),
  whole('candidates'),
  day('day'),
]);
await ensureInstalled();
await ensureBuilt();
const rehearsal = path.join(root, 'living', 'rehearsal.ts');
const args = ['--import', path.join(root, 'scripts', 'jsx.mjs'), rehearsal, ...process.argv.slice(2)];
ownScratch();
const { code } = await run(node, args, { env: { NODE_ENV: 'production' } });
process.exit(code);

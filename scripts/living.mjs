// npm run living -- [enrolments] [day] [session]: a demonstration office at work, with thousands of invented candidates (living/fill.ts).
// Its people have the same addresses at each run: begin in an empty DATA_DIR, also after a run that was stopped.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { day, place, readArguments, whole } from './arguments.mjs';
import { ensureInstalled, root, runLong } from './lib.mjs';

const hasSession = (code) => existsSync(path.join(root, 'catalogue', 'sessions', `${code}.yaml`));
readArguments('living', [
  whole('enrolments'),
  day('day'),
  place('session', 'a session of catalogue/sessions', hasSession),
]);
await ensureInstalled();
const fill = path.join(root, 'living', 'fill.ts');
const args = ['--import', path.join(root, 'scripts', 'jsx.mjs'), fill, ...process.argv.slice(2)];
const { code } = await runLong(['A living office', ...process.argv.slice(2)].join(' '), args, {
  env: { NODE_ENV: 'production' },
});
process.exit(code);

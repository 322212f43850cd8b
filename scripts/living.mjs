// npm run living -- [enrolments] [day] [session]: a demonstration office at work, with thousands of invented candidates (living/fill.ts).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { day, place, readArguments, whole } from './arguments.mjs';
import { ensureInstalled, must, node, root } from './lib.mjs';

const hasSession = (code) => existsSync(path.join(root, 'catalogue', 'sessions', `${code}.yaml`));
readArguments('living', [
  whole('enrolments'),
  day('day'),
  place('session', 'a session of catalogue/sessions', hasSession),
]);
await ensureInstalled();
const fill = path.join(root, 'living', 'fill.ts');
await must(node, ['--import', path.join(root, 'scripts', 'jsx.mjs'), fill, ...process.argv.slice(2)], {
  env: { NODE_ENV: 'production' },
});

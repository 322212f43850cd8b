// npm run living -- [enrolments] [day]: a demonstration office at work, with thousands of invented candidates (living/fill.ts).
import path from 'node:path';
import { ensureInstalled, must, node, root } from './lib.mjs';

await ensureInstalled();
const fill = path.join(root, 'living', 'fill.ts');
await must(node, ['--import', path.join(root, 'scripts', 'jsx.mjs'), fill, ...process.argv.slice(2)], {
  env: { NODE_ENV: 'production' },
});

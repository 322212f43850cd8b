// npm run faults [-- kills clients seed]: forty kills of the process and of its database under ten clients. Some minutes; 127.0.0.1 only; stops by itself.
// npm run faults -- exam [times candidates seed]: the same in the midst of each act of an exam, from the published plan to the results.
// npm run faults -- closing [seconds people seed crowd]: the hour before a closing in so many seconds, with two nodes; in its last 25 minutes a crowd looks on.
// npm run faults -- nginx [seconds people seed crowd]: schools come at once to two nodes behind nginx, beside a network that asks for far too much.
import path from 'node:path';
import { oneOf, readArguments, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, node, root, run } from './lib.mjs';
import { bringTools } from './tools.mjs';

const seed = whole('seed', { from: 0 });
const CAMPAIGNS = {
  exam: { file: 'runExam.ts', told: [whole('times'), whole('candidates'), seed] },
  closing: { file: 'runClosing.ts', told: [whole('seconds'), whole('people'), seed, whole('crowd', { from: 0 })] },
  nginx: { file: 'runRush.ts', told: [whole('seconds'), whole('people'), seed, whole('crowd', { from: 0 })] },
};
const named = CAMPAIGNS[process.argv[2]];
if (named === undefined) readArguments('faults', [whole('kills'), whole('clients'), seed]);
else readArguments('faults', [oneOf('campaign', Object.keys(CAMPAIGNS)), ...named.told]);
await ensureInstalled();
await ensureBuilt();
if (process.argv[2] === 'nginx') await bringTools(['nginx']);
const campaign = [
  '--import',
  path.join(root, 'scripts', 'jsx.mjs'),
  path.join(root, 'faults', named?.file ?? 'run.ts'),
];
const { code } = await run(node, campaign.concat(process.argv.slice(named === undefined ? 2 : 3)));
process.exit(code);

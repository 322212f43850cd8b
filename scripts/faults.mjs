// npm run faults [-- kills clients seed]: forty kills of the process and of its database under ten clients. Some minutes; 127.0.0.1 only; stops by itself.
// npm run faults -- exam [times candidates seed]: the same in the midst of each act of an exam, from the published plan to the results.
// npm run faults -- closing [seconds people seed]: the hour before a closing in so many seconds, with two nodes.
import path from 'node:path';
import { oneOf, readArguments, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, node, root, run } from './lib.mjs';

const seed = whole('seed', { from: 0 });
const CAMPAIGNS = {
  exam: { file: 'runExam.ts', told: [whole('times'), whole('candidates'), seed] },
  closing: { file: 'runClosing.ts', told: [whole('seconds'), whole('people'), seed] },
};
const named = CAMPAIGNS[process.argv[2]];
if (named === undefined) readArguments('faults', [whole('kills'), whole('clients'), seed]);
else readArguments('faults', [oneOf('campaign', Object.keys(CAMPAIGNS)), ...named.told]);
await ensureInstalled();
await ensureBuilt();
const campaign = [
  '--import',
  path.join(root, 'scripts', 'jsx.mjs'),
  path.join(root, 'faults', named?.file ?? 'run.ts'),
];
const { code } = await run(node, campaign.concat(process.argv.slice(named === undefined ? 2 : 3)));
process.exit(code);

// npm run faults [-- kills clients seed]: forty kills of the process and of its database under ten clients. Some minutes; 127.0.0.1 only; stops by itself.
// npm run faults -- exam [times candidates seed]: the same in the midst of each act of an exam, from the published plan to the results.
import path from 'node:path';
import { oneOf, readArguments, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, node, root, run } from './lib.mjs';

const seed = whole('seed', { from: 0 });
const isExam = process.argv[2] === 'exam';
if (isExam) readArguments('faults', [oneOf('exam', ['exam']), whole('times'), whole('candidates'), seed]);
else readArguments('faults', [whole('kills'), whole('clients'), seed]);
await ensureInstalled();
await ensureBuilt();
const campaign = isExam
  ? ['--import', path.join(root, 'scripts', 'jsx.mjs'), path.join(root, 'faults', 'runExam.ts')]
  : [path.join(root, 'faults', 'run.ts')];
const { code } = await run(node, campaign.concat(process.argv.slice(isExam ? 3 : 2)));
process.exit(code);

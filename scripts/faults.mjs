// npm run faults: kills under clients that write down what they were answered. Without a word as `-- kills`.
// npm run faults -- kills: forty of the process and of its database under ten clients. Some minutes; 127.0.0.1 only; stops by itself.
// npm run faults -- exam: the same in the midst of each act of an exam, from the published plan to the results.
// npm run faults -- closing: the hour before a closing in so many seconds, with two nodes; in its last 25 minutes a crowd looks on.
// npm run faults -- nginx: schools come at once to two nodes behind nginx, beside a network that asks for far too much.
import path from 'node:path';
import { readArguments, way, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, root, runLong } from './lib.mjs';
import { needTools } from './tools.mjs';

const seed = whole('seed', { from: 0 });
const CAMPAIGNS = {
  kills: [whole('kills'), whole('clients'), seed],
  exam: [whole('times'), whole('candidates'), seed],
  closing: [whole('seconds'), whole('people'), seed, whole('crowd', { from: 0 })],
  nginx: [whole('seconds'), whole('people'), seed, whole('crowd', { from: 0 })],
};
const PROGRAMS = { kills: 'run', exam: 'runExam', closing: 'runClosing', nginx: 'runRush' };
const [campaign = 'kills'] = readArguments('faults', [way('campaign', CAMPAIGNS)]);
if (campaign === 'nginx') await needTools('faults', 'nginx');
await ensureInstalled();
await ensureBuilt();
const program = path.join(root, 'faults', `${PROGRAMS[campaign]}.ts`);
const told = process.argv.slice(3);
const args = ['--import', path.join(root, 'scripts', 'jsx.mjs'), program, ...told];
const { code } = await runLong(['Faults', campaign, ...told].join(' '), args);
process.exit(code);

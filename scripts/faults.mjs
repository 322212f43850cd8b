// npm run faults [-- kills clients seed]: forty kills of the process and of its database under ten clients. Some minutes; 127.0.0.1 only; stops by itself.
// npm run faults -- exam [times candidates seed]: the same in the midst of each act of an exam, from the published plan to the results.
import path from 'node:path';
import { ensureBuilt, ensureInstalled, node, root, run } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const [first, ...others] = process.argv.slice(2);
const campaign =
  first === 'exam'
    ? ['--import', path.join(root, 'scripts', 'jsx.mjs'), path.join(root, 'faults', 'runExam.ts'), ...others]
    : [path.join(root, 'faults', 'run.ts'), ...process.argv.slice(2)];
const { code } = await run(node, campaign);
process.exit(code);

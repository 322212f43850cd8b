// node --import ./scripts/ours.mjs …: for what reads the sources in its own process. It goes on in our Node, with the libraries, where an older
// one began before they were installed.
import { ensureInstalled, node, run } from './lib.mjs';

await ensureInstalled();
const here = import.meta.filename;
if (Number.parseInt(process.versions.node, 10) < 26)
  process.exit((await run(node, ['--import', here, ...process.argv.slice(1)])).code);
await import('./jsx.mjs');

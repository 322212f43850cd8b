import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, node, root } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();

// The channel tells the server when we are gone, even by SIGKILL: it then drains and stops its database.
const server = spawn(node, ['--enable-source-maps', path.join(root, 'dist', 'main.js')], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
server.on('exit', (code) => process.exit(code ?? 1));

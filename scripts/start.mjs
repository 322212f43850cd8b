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
// npm that is killed takes its shell along, and not us: a server that nobody holds any more stops.
const { ppid, env } = process;
if (env.npm_lifecycle_event === 'start')
  setInterval(() => process.ppid !== ppid && server.kill('SIGTERM'), 500).unref();
server.on('exit', (code) => process.exit(code ?? 1));

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WHOLE_PATH } from '../../src/testing/leftOut.ts';
import type { Certificate } from './tlsProxy.ts';

const PROGRAM = 'nginx';
const FILE = path.join(import.meta.dirname, '..', '..', 'ops', 'nginx.conf');

export type Nginx = { readonly output: () => string; readonly stop: () => Promise<void> };

/** The file of ops/ as it stands, but for what an office changes too: name, certificate, ports, folders. `more`: of the block around it. */
export async function startNginx(
  folder: string,
  ports: { readonly plain: number; readonly tls: number; readonly nodes: readonly [number, number] },
  certificate: Certificate,
  more = '',
): Promise<Nginx> {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('fullchain.pem'), certificate.cert);
  writeFileSync(at('privkey.pem'), certificate.key, { mode: 0o600 });
  const site = readFileSync(FILE, 'utf8')
    .replaceAll('/etc/letsencrypt/live/inscriptions.example.fr', folder)
    .replaceAll('/var/log/nginx', folder)
    .replace('/var/lib/nginx', folder)
    .replaceAll('inscriptions.example.fr', 'localhost')
    .replace('listen 80;', `listen 127.0.0.1:${ports.plain};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${ports.tls} ssl;`)
    .replaceAll(/^ *listen \[::\].*$/gm, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${ports.nodes[0]}`)
    .replace('127.0.0.1:3001', `127.0.0.1:${ports.nodes[1]}`);
  writeFileSync(at('site.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${at(name)};`,
  );
  writeFileSync(
    at('nginx.conf'),
    `pid ${at('nginx.pid')};\nevents { worker_connections 4096; }\nhttp {\n${temporary.join('\n')}\n${more}\ninclude ${at('site.conf')};\n}\n`,
  );
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  const child = spawn(
    PROGRAM,
    ['-e', 'stderr', '-p', folder, '-c', at('nginx.conf'), '-g', `${user}daemon off; worker_processes 1;`],
    { env: { ...process.env, PATH: WHOLE_PATH }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const isHere = () =>
    fetch(`http://127.0.0.1:${ports.plain}/`, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
  for (let waited = 0; !(await isHere()); waited += 1) {
    if (child.exitCode !== null || waited === 1200) throw new Error(`nginx did not start: ${output}`);
    await sleep(50);
  }
  return { output: () => output, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

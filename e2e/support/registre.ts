import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../src/testing/temporaryFolder.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The whole server as its users have it: built, its own process, its own embedded database in a folder of its own. */
export type Registre = {
  readonly url: string;
  readonly output: () => string;
  readonly child: ChildProcess;
  readonly folder: string;
  readonly stop: () => Promise<void>;
  /** SIGKILL, and gone when it returns. The folder stays. */
  readonly kill: () => Promise<void>;
};

export async function startRegistre(
  environment: Readonly<Record<string, string>> = {},
  folder = temporaryFolder('e2e'),
): Promise<Registre> {
  for (;;) {
    const port = await freePort();
    try {
      return await startOn(port, environment, folder);
    } catch (error) {
      // Free a moment ago, and another test's now.
      if (!String(error).includes(`PORT ${port} is taken`)) throw error;
    }
  }
}

async function startOn(port: number, environment: Readonly<Record<string, string>>, folder: string): Promise<Registre> {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'main.js')], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: folder,
      // Decisions are told at once, though not in the middle of the officer's clicks.
      DECISION_MAIL_SECONDS: '2',
      // What a busy machine does to it says nothing of us: who waits when is shown by `load/admission.ts`.
      PUT_OFF: 'nothing',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const url = await addressIn(() => output, child);
  return {
    url,
    output: () => output,
    child,
    folder,
    kill: () => end(child, 'SIGKILL'),
    stop: async () => {
      await end(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function addressIn(output: () => string, child: ChildProcess): Promise<string> {
  for (let waited = 0; waited < 6000; waited++) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output());
    if (found !== null) return found[0];
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`Registre did not start:\n${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

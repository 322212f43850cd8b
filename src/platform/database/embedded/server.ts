import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, copyBinaries, installedBinaries } from './binaries.ts';
import { claimCluster, releaseCluster } from './owner.ts';
import { reachableFolder, type SystemUser, systemUser } from './systemUser.ts';

/** A PostgreSQL of our own, a child of this process: started, watched, drained and stopped with it. */
export type EmbeddedServer = {
  /** Where to connect; stays the same when the server is restarted. */
  readonly connection: pg.PoolConfig;
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly folder: string;
  readonly database: string;
  readonly say: (line: string) => void;
  /** Another version than the one that Registre brings (tests). */
  readonly binaries?: Binaries;
  readonly settings?: Readonly<Record<string, string>>;
};

const SUPERUSER = 'registre';
const SETTINGS = { fsync: 'on', jit: 'off', timezone: 'UTC', log_timezone: 'UTC', max_connections: '60' };

export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = systemUser();
  const installed = options.binaries ?? (await installedBinaries());
  const binaries = user === null ? installed : await copyBinaries(installed, user.home);
  const folder = reachableFolder(path.resolve(options.folder), user);
  mkdirSync(folder, { recursive: true });
  if (folder !== path.resolve(options.folder))
    options.say(`The database stands in ${folder}: the system user that runs it can't enter ${options.folder}.`);
  const cluster = path.join(folder, 'postgres');
  await claimCluster(folder, cluster);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    options.say('First start: making the database…');
    createCluster(binaries, folder, cluster, user);
  }
  const server = await runServer(binaries, folder, cluster, user, options);
  await createDatabase(server.connection, options.database);
  return { ...server, connection: { ...server.connection, database: options.database } };
}

/** initdb in a draft folder, renamed when complete: a cut leaves nothing that looks like a cluster. */
function createCluster(binaries: Binaries, folder: string, cluster: string, user: SystemUser | null): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user !== null) for (const file of [draft, passwordFile]) chownSync(file, user.uid, user.gid);
  // Without LANG initdb would choose SQL_ASCII; PostgreSQL 15 to 16 know no built-in provider.
  const builtIn = Number.parseInt(binaries.version, 10) >= 17;
  const locale = builtIn
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8'];
  const made = spawnSync(
    path.join(binaries.folder, 'bin', 'initdb'),
    ['-D', draft, '-U', SUPERUSER, '--encoding=UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale],
    { cwd: '/', encoding: 'utf8', ...(user && { uid: user.uid, gid: user.gid }) },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  renameSync(draft, cluster);
}

type Running = {
  readonly connection: pg.PoolConfig;
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
};

async function runServer(
  binaries: Binaries,
  folder: string,
  cluster: string,
  user: SystemUser | null,
  options: EmbeddedOptions,
): Promise<Running> {
  const address = await chooseAddress(user);
  const password = readFileSync(path.join(folder, 'password'), 'utf8').trim();
  const connection: pg.PoolConfig = { host: address.host, port: address.port, user: SUPERUSER, password };
  const settings = { ...SETTINGS, ...address.settings, ...options.settings };
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = openSync(path.join(folder, 'postgres.log'), 'a');
  let child: ChildProcess;
  let stopping = false;

  const launch = async (): Promise<void> => {
    child = spawnUnder(user, path.join(binaries.folder, 'bin', 'postgres'), args, log);
    await waitUntilReady(connection, child, folder);
    // Killed after it answered: it ended before anybody listened, and whoever launches it tries again.
    if (hasEnded(child)) throw new Error('The embedded PostgreSQL ended as soon as it answered.');
    child.once('exit', () => {
      if (!stopping) void relaunch();
    });
  };
  /** Killed under our feet: its orphans must end before a new server may take the shared memory, so try again for a while. */
  const relaunch = async (): Promise<void> => {
    options.say('The database server ended unexpectedly; starting it again…');
    for (let attempt = 0; !stopping; attempt++) {
      try {
        await launch();
        options.say('The database server is back.');
        return;
      } catch (error) {
        if (attempt > 600) throw error;
        await sleep(Math.min(100 * (attempt + 1), 2000));
      }
    }
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    await endChild(child);
    closeSync(log);
    releaseCluster(folder);
    address.remove();
  };
  await launch();
  return {
    connection,
    pid: () => (hasEnded(child) ? null : (child.pid ?? null)),
    stop,
  };
}

/** A Unix socket in a folder of its own, or a free port where there are none (Windows). */
async function chooseAddress(
  user: SystemUser | null,
): Promise<{ host: string; port: number; settings: Record<string, string>; remove: () => void }> {
  if (process.platform === 'win32') {
    const port = await freePort();
    return {
      host: '127.0.0.1',
      port,
      settings: { listen_addresses: '127.0.0.1', port: String(port) },
      remove: () => undefined,
    };
  }
  const host = mkdtempSync(path.join(tmpdir(), 'registre-pg-'));
  if (user !== null) chownSync(host, user.uid, user.gid);
  const remove = (): void => rmSync(host, { recursive: true, force: true });
  return { host, port: 5432, settings: { listen_addresses: '', unix_socket_directories: host, port: '5432' }, remove };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * In a session of its own, so that Ctrl-C reaches us first and we drain; where `setpriv` exists, the kernel sends a fast
 * shutdown to the server when we die, even by SIGKILL.
 */
function spawnUnder(user: SystemUser | null, program: string, args: readonly string[], log: number): ChildProcess {
  const common: SpawnOptions = { cwd: '/', detached: true, stdio: ['ignore', log, log] };
  if (process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0) {
    const identity = user === null ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
    return spawn('setpriv', ['--pdeathsig', 'INT', ...identity, '--', program, ...args], common);
  }
  return spawn(program, args, { ...common, ...(user && { uid: user.uid, gid: user.gid }) });
}

async function waitUntilReady(connection: pg.PoolConfig, child: ChildProcess, folder: string): Promise<void> {
  for (let waited = 0; waited < 6000; waited++) {
    if (hasEnded(child)) break;
    const client = new pg.Client({ ...connection, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(20);
    }
  }
  const tail = readFileSync(path.join(folder, 'postgres.log'), 'utf8').split('\n').slice(-12).join('\n');
  throw new Error(`The embedded PostgreSQL did not start. Its last words (${folder}/postgres.log):\n${tail}`);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Fast shutdown, then immediate, then the end. */
async function endChild(child: ChildProcess): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (hasEnded(child)) return;
    child.kill(signal);
    for (let waited = 0; waited < seconds * 50; waited++) {
      if (hasEnded(child)) return;
      await sleep(20);
    }
  }
}

/** The same as an address, for a process of its own. `host` is a folder or a name. */
export function addressOf({ host, port, user, password, database }: pg.PoolConfig): string {
  return `postgres://${user}:${password}@localhost:${port}/${database}?host=${host}`;
}

/** Throws away the database that this leads to, and makes it anew. */
export async function remakeDatabase(connection: pg.PoolConfig): Promise<void> {
  const { database = '' } = connection;
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
  } finally {
    await client.end();
  }
  await createDatabase(connection, database);
}

async function createDatabase(connection: pg.PoolConfig, name: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

import type { ChildProcess } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import path from 'node:path';
import type pg from 'pg';
import { type Application, composeApplication } from './application.ts';
import { builtAssets } from './assets.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { beginLiving } from './living.ts';
import { isForTheOperator } from './platform/cannotStart.ts';
import { type EmbeddedServer, startEmbeddedServer } from './platform/database/embedded/server.ts';
import { createLog } from './platform/log.ts';
import { setAssets } from './ui/index.ts';

const inProduction = process.env.REGISTRE_MODE === 'production';
let log = createLog('info');
/** To whoever starts the server: lines to read in a demonstration, lines of the log in production. */
const say = (line: string): void => (inProduction ? log.info(line) : void process.stdout.write(`${line}\n`));
/** Why it ends. */
const complain = (line: string): void => (inProduction ? log.fatal(line) : say(line));
const ROOT = path.join(import.meta.dirname, '..');

/** Reads the configuration, composes the parts, listens, and stops cleanly: requests first, then jobs, then the database. */
async function main(): Promise<void> {
  const read = readConfiguration(process.env, ROOT);
  if (!read.ok) {
    for (const { variable, message } of read.error) complain(`${variable} ${message}`);
    process.exit(1);
  }
  log = createLog(read.value.logLevel);
  const { server, connection } = await openDatabase(read.value);
  const assets = builtAssets();
  setAssets(assets.manifest);
  let application: Application | null = null;
  let maker: ChildProcess | null = null;
  let stopping = false;
  const stop = async (code = 0): Promise<never> => {
    if (stopping) return new Promise(() => undefined);
    stopping = true;
    say('Stopping: requests are answered first…');
    maker?.kill();
    await application?.stop();
    await server?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // Started by scripts/start.mjs: when it is gone, even by SIGKILL, nobody would stop us.
  process.on('disconnect', () => void stop());

  const host = await knownHost(read.value.host);
  const { port } = read.value;
  const untaken = async (error: NodeJS.ErrnoException): Promise<never> => {
    const taken = error.code === 'EADDRINUSE';
    // Who stops us stops what we began: that it ended is no news.
    if (stopping) return stop(1);
    complain(
      taken
        ? `PORT ${port} is taken by another program: stop it, or choose another, such as PORT=${port + 1}.`
        : isForTheOperator(error)
          ? error.message
          : String(error),
    );
    return stop(1);
  };
  const { configuration, giveWay } = await beginLiving({
    ...{ configuration: read.value, connection, root: ROOT, staticFolder: assets.folder, host, say },
    follow: (one) => {
      maker = one;
    },
  }).catch(untaken);
  application = await composeApplication({ configuration, connection, staticFolder: assets.folder, say, log });
  await giveWay();
  const address = await application.listen(host, port).catch(untaken);
  say(`Registre is ready: ${shownAddress(address)}`);
  if (application.demonstrationAccounts.length > 0) {
    say('Demonstration accounts, all with the password shown (also at /demo):');
    for (const { role, address: mail, password } of application.demonstrationAccounts)
      say(`  ${role.padEnd(14)} ${mail.padEnd(34)} ${password}`);
  }
}

async function openDatabase(
  configuration: Configuration,
): Promise<{ readonly server: EmbeddedServer | null; readonly connection: pg.PoolConfig }> {
  if (configuration.databaseUrl !== null)
    return { server: null, connection: { connectionString: configuration.databaseUrl } };
  const server = await startEmbeddedServer({ folder: configuration.dataFolder, database: 'registre', say });
  return { server, connection: server.connection };
}

/** « localhost » is a name that a bare container without a hosts file doesn't know. */
async function knownHost(host: string): Promise<string> {
  if (host !== 'localhost') return host;
  return lookup(host).then(
    () => host,
    () => '127.0.0.1',
  );
}

/** Listening on every address, one that can be opened is shown. */
function shownAddress(address: string): string {
  return address.replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost').replace('[::]', 'localhost');
}

/** What nobody awaited, or a start that failed. A supervisor starts us again. */
function end(error: unknown, what: string): never {
  const sentence = isForTheOperator(error) ? `${what}: ${error.message}` : null;
  if (inProduction) log.fatal(sentence === null ? { err: error } : {}, sentence ?? what);
  else if (sentence !== null) process.stderr.write(`${sentence}\n`);
  else process.stderr.write(`${what}.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

process.on('uncaughtException', (error) => end(error, 'Registre ends on a fault of ours'));
main().catch((error: unknown) => end(error, 'Registre could not start'));

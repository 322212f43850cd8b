import { fork } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lastPublication, readPublished } from '../src/catalogue/publish.ts';
import type { PackFile } from '../src/catalogue/yamlFile.ts';
import { migrations } from '../src/migrations.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { addressOf, startEmbeddedServer } from '../src/platform/database/embedded/server.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { keepToMode } from '../src/platform/installation.ts';
import { PARIS } from '../src/platform/time.ts';
import { fillOffice } from './office.ts';
import { bringStaff } from './rehearsal/bringStaff.ts';
import { openWorld } from './world.ts';

/**
 * An office rehearses a session: its rules in force and its staff are read from its database, which is asked for nothing else; candidates
 * are invented, in a database and a folder of their own; no mail leaves. The site stays open until it is stopped, then all is thrown away.
 * `npm run rehearsal`, or `node dist/rehearsal.js` in a bundle: the code of a session, how many candidates, until which day.
 */
const [code = '', asked = '200', day] = process.argv.slice(2);
const ROOT = path.join(import.meta.dirname, '..');
/** Before the register closes: when most have come, and the office is at work. */
const DAYS_LEFT = 10;
/** What of the office's own surroundings has no place here: relay, store, scanner, seal, its own list of people. */
const LEFT_OUT = [
  ...['SMTP_URL', 'FILES_URL', 'CLAMD_URL', 'SEAL_KEY', 'SEAL_CERTIFICATES', 'TIME_STAMP_URL'],
  ...['REGISTRE_SECRET', 'REGISTRE_ADMIN', 'REGISTRE_HEADS', 'REGISTRE_CLOCK', 'PUBLIC_URL', 'REGISTRE_WORK', 'HOST'],
];

const office = process.env.DATABASE_URL ?? '';
if (code === '' || office === '') {
  console.error(
    'A rehearsal needs the code of a session, and DATABASE_URL: the database of the office, from which its rules and staff are read.',
  );
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'registre-rehearsal-'));
// The system user that runs PostgreSQL enters it.
chmodSync(folder, 0o755);
const server = await startEmbeddedServer({ folder, database: 'registre', say: () => undefined });
const end = async (status: number): Promise<never> => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(status);
};
try {
  const rules = await readRules();
  for (const name of LEFT_OUT) delete process.env[name];
  Object.assign(process.env, {
    REGISTRE_MODE: 'demonstration',
    REGISTRE_BEGINNING: 'rehearsal',
    DATABASE_URL: addressOf(server.connection),
    DATA_DIR: folder,
    CATALOGUE: rules,
    PORT: process.env.REHEARSAL_PORT ?? '3001',
  });
  const count = await bring();
  console.log(`The rules in force and ${count} members of staff were read from the office.`);
  await fill();
  await open();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await end(1);
}

/** The rules in force, as files. Answers their folder. */
async function readRules(): Promise<string> {
  const pool = connectDatabase({ connectionString: office, max: 1 }, () => undefined);
  const last = await lastPublication(pool.db).catch(() => null);
  const found = last === null ? null : await readPublished(pool.db, last);
  await pool.close();
  if (found?.ok !== true)
    throw new Error('DATABASE_URL leads to no database in which rules of this version are in force.');
  const rules = path.join(folder, 'rules');
  for (const { file, text } of found.value.files) write(path.join(rules, file), text);
  return rules;
}

function write(file: string, text: PackFile['text']): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function bring(): Promise<number> {
  const [from, to] = [office, process.env.DATABASE_URL ?? ''].map((connectionString) =>
    connectDatabase({ connectionString, max: 1 }, () => undefined),
  );
  if (from === undefined || to === undefined) throw new Error('Two databases are needed');
  try {
    await migrate(to.db, migrations);
    await keepToMode(to.db, 'demonstration', async () => null);
    return await bringStaff(from.db, to.db);
  } finally {
    await from.close();
    await to.close();
  }
}

async function fill(): Promise<void> {
  const world = await openWorld(ROOT, () => undefined);
  try {
    const session = world.catalogue.session(code);
    if (session === undefined) {
      const known = world.catalogue.sessions().map((one) => one.code);
      throw new Error(`« ${code} » is no session of these rules: ${known.join(', ')}.`);
    }
    const closes = session.window.closesAt.toZonedDateTimeISO(PARIS).toPlainDate();
    const until = day === undefined ? closes.subtract({ days: DAYS_LEFT }) : Temporal.PlainDate.from(day);
    const counts = new Map([[code, Number(asked)]]);
    const refused = await fillOffice(world, { counts, until, specialities: null, diligent: false, ownStaff: true });
    for (const [reason, times] of refused) console.log(`${times} × ${reason}`);
    console.log(`${asked} invented candidates until ${until}, 9:00.`);
  } finally {
    await world.close();
  }
}

/** The site, until it ends. */
async function open(): Promise<void> {
  const site = fork(path.join(ROOT, 'dist', 'main.js'), { env: process.env, execArgv: ['--enable-source-maps'] });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => site.kill('SIGTERM'));
  const status = await new Promise<number>((resolve) => site.once('exit', (left) => resolve(left ?? 0)));
  console.log('The rehearsal is over: its database and its files are thrown away.');
  await end(status);
}

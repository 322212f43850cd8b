// node --import ./scripts/jsx.mjs src/testing/oldest.ts FOLDER: does the oldest PostgreSQL that we promise understand what tests
// ran on the newest (src/testing/statements.ts)? With every table of ours and of pg-boss it reads and plans each statement, as
// it would at the first use of it. Refused by the newest too, it is about something that a test made for itself.
import { globSync, readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { migrations } from '../migrations.ts';
import { connectDatabase } from '../platform/database/database.ts';
import { startEmbeddedServer } from '../platform/database/embedded/server.ts';
import { migrate } from '../platform/database/migrate.ts';
import { oldestBinaries } from './cluster.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Those that have a plan. The others are the migrations' (run on both), transactions and what tests do to databases. */
const PLANNED = /^\s*(?:--.*\n\s*)*(?:with|select|insert|update|delete|merge|values)\b/i;
/** Below this, statements weren't recorded and nothing is proven. */
const LEAST = 800;

type Planner = { readonly refusal: (statement: string) => Promise<string | null>; readonly stop: () => Promise<void> };

async function startPlanner(oldest: boolean): Promise<Planner> {
  const folder = temporaryFolder('oldest');
  const server = await startEmbeddedServer({
    folder,
    database: 'registre',
    say: () => undefined,
    settings: { fsync: 'off', plan_cache_mode: 'force_generic_plan' },
    ...(oldest ? { binaries: await oldestBinaries() } : {}),
  });
  const pool = connectDatabase(server.connection, () => undefined);
  await migrate(pool.db, migrations);
  await pool.close();
  const boss = new PgBoss({ ...(server.connection as object), supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client(server.connection);
  await client.connect();
  return {
    refusal: async (statement) => {
      try {
        await client.query(`prepare asked as ${statement}`);
        const { rows } = await client.query('select cardinality(parameter_types) as count from pg_prepared_statements');
        const nulls = Array.from({ length: rows[0].count }, () => 'null').join();
        await client.query(`explain execute asked${nulls === '' ? '' : `(${nulls})`}`);
        return null;
      } catch (error) {
        return String(error);
      } finally {
        await client.query('deallocate all');
      }
    },
    stop: async () => {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

const [recorded = ''] = process.argv.slice(2);
const ran = new Set(
  globSync(`${recorded}/*.jsonl`).flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line)),
  ),
);
const planned = [...ran].filter((statement) => PLANNED.test(statement));
const [oldest, newest] = await Promise.all([startPlanner(true), startPlanner(false)]);
const faults: string[] = [];
let others = 0;
for (const statement of planned) {
  const refusal = await oldest.refusal(statement);
  if (refusal === null) continue;
  if ((await newest.refusal(statement))?.endsWith('does not exist') === true) others += 1;
  else faults.push(`${refusal}: ${statement.replace(/\s+/g, ' ').trim()}`);
}
await Promise.all([oldest.stop(), newest.stop()]);
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (planned.length < LEAST)
  process.stderr.write(`Only ${planned.length} statements were recorded: that proves nothing.\n`);
process.stdout.write(
  `${planned.length - others} statements planned on PostgreSQL 15; ${others} are about tables of a test's own.\n`,
);
process.exit(faults.length === 0 && planned.length >= LEAST ? 0 : 1);

import path from 'node:path';
import type pg from 'pg';
import { readConfiguration } from './configuration.ts';
import { isForTheOperator } from './platform/cannotStart.ts';
import { checkDatabase } from './platform/database/checkDatabase.ts';
import { connectDatabase } from './platform/database/database.ts';
import { startEmbeddedServer } from './platform/database/embedded/server.ts';
import { verifyChains } from './platform/journal.ts';
import { listSeals, verifySeals } from './platform/journalSeal.ts';
import { endWith, programWords } from './programWords.ts';

/**
 * `npm run journal [-- <day>=<seal> …]`, or `node dist/checkJournal.js` where an office runs: reads the whole journal again, computes
 * every hash outside the database, and compares the seals with those that were kept elsewhere. Ends with 1 where anything differs.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const KEPT = /^(\d{4}-\d{2}-\d{2})=([0-9a-f]{16,64})$/;
/** Named one by one. */
const SHOWN = 20;

const words = programWords('node dist/checkJournal.js [day=seal …]: reads the whole journal again.', (said) => {
  const unreadable = said.filter((one) => !KEPT.test(one));
  if (unreadable.length === 0) return null;
  return `${unreadable.join(' ')}: expected a day and its seal, such as 2026-11-25=3f2a90c41b7d5e68.`;
});
const kept = words.map((one) => KEPT.exec(one)).map((found) => [found?.[1] ?? '', found?.[2] ?? ''] as const);
const { connection, stop } = await databaseOf().catch(inASentence);
const { db, close } = connectDatabase({ ...connection, max: 2 }, (error) => say(String(error)));
const { entries, chains, broken } = await verifyChains(db).catch(async (error: Error) => {
  await checkDatabase(connection).catch(inASentence);
  return endWith(`The journal can't be read: ${error.message}`);
});
say(
  `${entries} entries in ${chains} chains: ${broken.length === 0 ? 'each follows the one before.' : `${broken.length} BROKEN`}`,
);
if (broken.length > 0) say(`  entries ${broken.slice(0, SHOWN).join(', ')}${broken.length > SHOWN ? '…' : ''}`);
const seals = await listSeals(db);
const wrong = await verifySeals(db, seals);
say(`${seals.length} seals: ${wrong.length === 0 ? 'each is what the journal says.' : `${wrong.length} BROKEN`}`);
for (const day of wrong.slice(0, SHOWN)) say(`  the seal of ${day} is not what the journal of that time says now`);
let unlike = 0;
for (const [day, hash] of kept) {
  const seal = seals.find((one) => one.day.toString() === day)?.hash.toString('hex');
  const same = seal?.startsWith(hash) ?? false;
  if (!same) unlike += 1;
  say(
    `${day}: ${same ? 'the seal that you kept' : `NOT the seal that you kept, ${seal === undefined ? 'there is none of that day' : `it is now ${seal}`}`}`,
  );
}
await close();
await stop();
process.exit(broken.length + wrong.length + unlike === 0 ? 0 : 1);

/** What whoever runs it can mend; all else is a fault of ours. */
function inASentence(error: unknown): never {
  if (isForTheOperator(error)) return endWith(error.message);
  throw error;
}

async function databaseOf(): Promise<{ readonly connection: pg.PoolConfig; readonly stop: () => Promise<void> }> {
  const read = readConfiguration(process.env, path.join(import.meta.dirname, '..'));
  if (!read.ok) return endWith(read.error.map(({ variable, message }) => `${variable} ${message}`).join('\n'));
  const { databaseUrl, dataFolder } = read.value;
  if (databaseUrl !== null) return { connection: { connectionString: databaseUrl }, stop: async () => undefined };
  const server = await startEmbeddedServer({ folder: dataFolder, database: 'registre', say });
  return { connection: server.connection, stop: server.stop };
}

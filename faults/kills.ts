import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { startRegistre } from '../e2e/support/registre.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { verifyJournal } from '../src/platform/journal.ts';
import { createClient } from './client.ts';
import { type Acknowledged, faultsIn } from './ledger.ts';
import { PRINT_NOW } from './printing.ts';
import { killDatabase, openSurroundings, startAgain, untilReady } from './victims.ts';

export type Campaign = {
  readonly kills: number;
  readonly clients: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

export type Outcome = {
  readonly acknowledged: Readonly<Record<Acknowledged['act'], number>>;
  /** From the kill to the first page that says it can serve, in milliseconds. */
  readonly awayMs: readonly number[];
  readonly mails: number;
  /** Of those, how many left twice, by whose kill came between: no relay can be asked what it took from a process that is gone. */
  readonly mailsTwice: Readonly<Record<Victim, number>>;
  /** What was acknowledged and is lost, or was done twice; a chain of the journal that is broken; work that nobody finishes. */
  readonly faults: readonly string[];
};

/**
 * Kills the process or its database (SIGKILL) at odd moments while clients work, starts it again, and then reads in the
 * database and the files all that was acknowledged. Nothing of it may be lost, nothing done twice. Real fsync, real SMTP.
 */
export async function killCampaign({ kills, clients, seed, say }: Campaign): Promise<Outcome> {
  const surroundings = await openSurroundings('kills');
  const { folder, database, mailbox, connection, environment } = surroundings;
  let registre = await startRegistre(environment, folder);
  const people = Array.from({ length: clients }, (_, rank) => createClient(registre.url, connection, rank));
  let over = false;
  const lives = Promise.all(people.map((one) => one.live(() => over)));
  lives.catch(() => undefined);
  const awayMs: number[] = [];
  const killed: { readonly victim: Victim; readonly mails: number }[] = [];
  try {
    for (const { victim, after } of scheduleOf(kills, seed)) {
      await Promise.race([sleep(after), lives]);
      const from = performance.now();
      if (victim === 'process') {
        await registre.kill();
        registre = await startAgain(environment, folder);
      } else killDatabase(database);
      killed.push({ victim, mails: mailbox.all().length });
      await untilReady(registre);
      awayMs.push(performance.now() - from);
      say(`${awayMs.length} of ${kills}: ${victim} killed, back in ${Math.round(awayMs.at(-1) ?? 0)} ms`);
    }
    // A slow machine may not have got to every act yet.
    const everyAct = async (): Promise<void> => {
      while (!over && Object.values(countByAct(people.flatMap((one) => one.ledger))).includes(0)) await sleep(100);
    };
    await Promise.race([everyAct(), lives]);
    over = true;
    await lives;
    const ledger = people.flatMap((one) => one.ledger);
    const faults = await readWhatStands(connection, ledger, path.join(folder, 'files'));
    const ids = mailbox.all().map((mail) => mail.messageId);
    return {
      acknowledged: countByAct(ledger),
      awayMs,
      mails: new Set(ids).size,
      mailsTwice: twiceBy(ids, killed),
      faults,
    };
  } finally {
    over = true;
    await registre.stop();
    await surroundings.close();
  }
}

/** The kill that came after the first copy is what the second is laid to. */
function twiceBy(
  ids: readonly (string | undefined)[],
  killed: readonly { readonly victim: Victim; readonly mails: number }[],
): Outcome['mailsTwice'] {
  const copies = ids.filter((id, index) => ids.indexOf(id) !== index);
  const victims = copies.map((id) => killed.find(({ mails }) => mails > ids.indexOf(id))?.victim);
  const count = (one: Victim): number => victims.filter((victim) => victim === one).length;
  return { process: count('process'), database: count('database') };
}

type Victim = 'process' | 'database';
type Kill = { readonly victim: Victim; readonly after: number };

/** Drawn once from the seed: two kinds in turn, after 0.1 to 2.5 s of work. */
function scheduleOf(kills: number, seed: number): readonly Kill[] {
  const moments = fc.sample(fc.integer({ min: 100, max: 2_500 }), { seed, numRuns: kills });
  return moments.map((after, index) => ({ victim: index % 2 === 0 ? 'process' : 'database', after }));
}

export async function readWhatStands(
  connection: pg.PoolConfig,
  ledger: readonly Acknowledged[],
  files: string,
): Promise<readonly string[]> {
  const pool = connectDatabase(connection, () => undefined);
  const client = new pg.Client(connection);
  await client.connect();
  try {
    // What waits to be read is in the quarantine, encrypted: its bytes are compared once it is where it stays.
    const unfinished = await untilWorkIsDone(client);
    const broken = await verifyJournal(pool.db);
    return [
      ...(await faultsIn(client, ledger, files)),
      ...unfinished,
      ...(broken.length === 0 ? [] : [`the journal is broken at ${broken.join(', ')}`]),
    ];
  } finally {
    await client.end();
    await pool.close();
  }
}

/** Every file read, every paper printed and every mail gone: what a kill interrupted is taken up again by itself, within two minutes. */
async function untilWorkIsDone(client: pg.Client): Promise<readonly string[]> {
  await client.query(PRINT_NOW);
  for (let waited = 0; ; waited++) {
    const { rows } = await client.query(
      `select (select count(*)::int from paper where pdf_key is null) as papers,
              (select count(*)::int from mail where state <> 'sent') as mails,
              (select count(*)::int from unread_file where kept_until is null) as files`,
    );
    const { papers, mails, files } = rows[0] as { papers: number; mails: number; files: number };
    if (papers + mails + files === 0) return [];
    if (waited === 240) return [`after two minutes ${papers} papers, ${mails} mails and ${files} files still wait`];
    await sleep(500);
  }
}

function countByAct(ledger: readonly Acknowledged[]): Outcome['acknowledged'] {
  const count = { 'signed up': 0, registered: 0, deposited: 0, withdrawn: 0 };
  for (const { act } of ledger) count[act] += 1;
  return count;
}

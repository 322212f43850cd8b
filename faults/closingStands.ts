import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Stranger } from './closingCrowd.ts';
import type { Entry, Person, Try } from './closingPerson.ts';
import { readWhatStands } from './kills.ts';
import type { Acknowledged } from './ledger.ts';

export type Found = {
  /** One sentence for each thing that is not as it must be. */
  readonly faults: readonly string[];
  /** What each wanted, by how it ended. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Rows that no client has a receipt of: their answer was lost, and nobody came back for it. */
  readonly unheard: number;
  /** Files that no row names: of who was killed between the two. */
  readonly orphans: number;
  readonly waited: Waited;
};

/** Places in the waiting room. `overtaken`: how many saw one who came later let in before, and by how much at most. */
export type Waited = {
  readonly places: number;
  readonly longestMs: number;
  readonly overtaken: number;
  readonly byMs: number;
};

type Asked = {
  readonly connection: pg.PoolConfig;
  readonly files: string;
  readonly ledger: readonly Entry[];
  readonly people: readonly Person[];
  readonly strangers: readonly Stranger[];
  readonly closesAt: number;
};

/** On the way to a node, and between what two of them read of the database's clock. */
const CLOCKS_MS = 1_000;
const HALF_HOUR_MS = 30 * 60_000;
const BUSY = /n'a pas pu être lu|trop vite|Trop de/;

/** What everybody was told, beside what is in the database and in the store, both ways. */
export async function closingFaults(asked: Asked): Promise<Found> {
  const { connection, files, ledger, people, strangers, closesAt } = asked;
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    const faults = [
      ...(await readWhatStands(connection, acknowledgedIn(ledger, people), files)),
      ...(await savesLost(client, ledger, people)),
    ];
    for (const entry of ledger) faults.push(...judge(entry, closesAt));
    const { unheard, faults: unexplained } = await depositsBothWays(client, ledger, people, closesAt);
    const orphans = await filesOfNobody(client, files);
    const waits = waitsOf([...people, ...strangers]);
    const never = strangers.flatMap((one) => one.ledger).filter(({ outcome }) => outcome === 'never');
    return {
      faults: [
        ...faults,
        ...unexplained,
        ...never.map((one) => `never let in: ${JSON.stringify(one)}`),
        ...overtaken(waits),
      ],
      outcomes: countOf(ledger),
      unheard,
      orphans,
      waited: waitedIn(waits),
    };
  } finally {
    await client.end();
  }
}

/** As the campaign of kills keeps it. */
function acknowledgedIn(ledger: readonly Entry[], people: readonly Person[]): readonly Acknowledged[] {
  return ledger.flatMap((entry): readonly Acknowledged[] => {
    if (entry.outcome !== 'done') return [];
    const id = idOf(people, entry.who);
    if (entry.proof.startsWith('D-')) return [{ act: 'deposited', id, receipt: entry.proof }];
    if (entry.what !== 'sign' || entry.proof === 'no number') return [];
    const saved = ledger.find((one) => one.who === entry.who && one.what === 'save')?.proof ?? '';
    return [{ act: 'registered', id, number: entry.proof, phone: saved, version: 1 }];
  });
}

function idOf(people: readonly Person[], who: number): string {
  return people[who]?.hub.split('/').at(-1) ?? '';
}

/** Nothing late taken, nothing in time refused, nobody sent away because others are there. */
function judge(entry: Entry, closesAt: number): readonly string[] {
  const { tries, outcome, begunAt, said, what } = entry;
  const told = (fault: string): readonly string[] => [`${fault}: ${JSON.stringify({ ...entry, closesAt })}`];
  // Answered before the closing, it had come before it; a line that was cut tells nobody when they came.
  const first = tries.find(({ status }) => status !== 'cut');
  const inTime = first !== undefined && first.at + first.ms < closesAt - CLOCKS_MS;
  const isAct = what !== 'look';
  if (tries.some(({ status }) => status !== 'cut' && status >= 500 && status !== 503)) return told('a fault of ours');
  if (tries.some(({ raw }) => raw)) return told('a page that is not ours');
  if (tries.some(({ status }) => status === 429) || BUSY.test(said)) return told('told « busy »');
  if (isAct && outcome === 'done' && ((begunAt ?? 0) >= closesAt + CLOCKS_MS || last(tries) > closesAt + HALF_HOUR_MS))
    return told('late, and taken');
  if (isAct && outcome === 'closed' && inTime) return told('in time, and refused');
  if (outcome === 'never') return told('never answered');
  return outcome === 'refused' && isAct ? told('refused') : [];
}

function last(tries: readonly Try[]): number {
  return tries.at(-1)?.at ?? 0;
}

/** The telephone that somebody saved stands in their file. */
async function savesLost(
  client: pg.Client,
  ledger: readonly Entry[],
  people: readonly Person[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { who, proof } of ledger.filter(({ what, outcome }) => what === 'save' && outcome === 'done')) {
    const { rows } = await client.query(
      `select coalesce(working, registered) #>> '{identification,phone}' as phone from enrolment where id = $1`,
      [idOf(people, who)],
    );
    if (rows[0]?.phone !== proof) faults.push(`saved, and not there: ${proof} of ${who}, but ${rows[0]?.phone}`);
  }
  return faults;
}

/** Each row has its receipt with somebody, or an answer that was lost; each receipt the bytes that were sent, and a beginning in time. */
async function depositsBothWays(
  client: pg.Client,
  ledger: readonly Entry[],
  people: readonly Person[],
  closesAt: number,
): Promise<{ readonly unheard: number; readonly faults: readonly string[] }> {
  const { rows } = await client.query<Row>(
    `select receipt, enrolment_id as id, sent_sha256 as sent, state, unread,
       extract(epoch from begun_at - (select shift from clock))::float8 * 1000 as begun from deposit`,
  );
  const sent = new Map(ledger.filter(({ proof }) => proof.startsWith('D-')).map((one) => [one.proof, one]));
  const faults: string[] = [];
  let unheard = 0;
  for (const row of rows) {
    const entry = sent.get(row.receipt);
    if (row.begun >= closesAt) faults.push(`begun after the closing: ${JSON.stringify(row)}`);
    if (row.unread || row.state !== 'stored') faults.push(`not as it was given: ${JSON.stringify(row)}`);
    if (entry !== undefined && entry.sha256 !== row.sent) faults.push(`other bytes: ${JSON.stringify([row, entry])}`);
    if (entry !== undefined) continue;
    unheard += 1;
    const lost = ledger.some(
      (one) =>
        idOf(people, one.who) === row.id &&
        one.sha256 === row.sent &&
        one.tries.some(({ status }) => status === 'cut' || (status as number) >= 500),
    );
    if (!lost) faults.push(`a row that nobody knows of: ${JSON.stringify(row)}`);
  }
  return { unheard, faults };
}

type Row = {
  readonly receipt: string;
  readonly id: string;
  readonly sent: string | null;
  readonly state: string;
  readonly unread: boolean;
  readonly begun: number;
};

async function filesOfNobody(client: pg.Client, files: string): Promise<number> {
  const { rows } = await client.query<{ key: string }>(
    `select file_key as key from deposit union select file_key from deposit_sheet union select file_key from deposit_upload_part
     union select pdf_key from paper where pdf_key is not null
     union select p ->> 'key' from unread_file, jsonb_array_elements(parts) p`,
  );
  const named = new Set(rows.map(({ key }) => key));
  return readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(files, path.join(entry.parentPath, entry.name)))
    .filter((key) => !key.startsWith('drafts/') && !key.startsWith('trials/') && !named.has(key)).length;
}

/** `place`: the order in which they are to be let in. */
type Wait = {
  readonly what: string;
  readonly place: number;
  readonly at: number;
  readonly inAt: number;
  readonly told: number;
};

/** Who was told to wait for their turn, until they were let in. */
function waitsOf(people: readonly Stranger[]): readonly Wait[] {
  return people.flatMap(({ who, ledger }) =>
    ledger.flatMap(({ what, tries }): readonly Wait[] => {
      const from = tries.findIndex(({ place }) => place > 0);
      const until = tries.findLast(({ status }) => status !== 'cut' && status < 500);
      if (from < 0 || until === undefined) return [];
      const { at, place } = tries[from] as Try;
      const told = Math.max(...tries.map(({ again }) => again)) * 1000;
      return [{ what: who < 0 ? 'browse' : what === 'look' ? 'continue' : 'deliver', place, at, inAt: until.at, told }];
    }),
  );
}

/** Who of those that came later, and wait for the same, was let in first. */
function firstPast(wait: Wait, waits: readonly Wait[]): Wait | null {
  const past = waits.filter(({ what, place, inAt }) => what === wait.what && place > wait.place && inAt < wait.inAt);
  return past.toSorted((one, other) => one.inAt - other.inAt)[0] ?? null;
}

/** Beyond the time between two questions of theirs: whose turn comes hears of it when they ask again. */
function overtaken(waits: readonly Wait[]): readonly string[] {
  return waits.flatMap((wait) => {
    const past = firstPast(wait, waits);
    const isTold = past === null || wait.inAt - past.inAt <= Math.max(wait.told, past.told) + 2_000;
    return isTold ? [] : [`overtaken: ${JSON.stringify([wait, past])}`];
  });
}

function waitedIn(waits: readonly Wait[]): Waited {
  const by = waits.flatMap((wait) => {
    const past = firstPast(wait, waits);
    return past === null ? [] : [wait.inAt - past.inAt];
  });
  return {
    places: waits.length,
    longestMs: Math.max(0, ...waits.map(({ at, inAt }) => inAt - at)),
    overtaken: by.length,
    byMs: Math.max(0, ...by),
  };
}

function countOf(ledger: readonly Entry[]): Found['outcomes'] {
  const counts: Record<string, number> = {};
  for (const { what, outcome } of ledger) counts[`${what}, ${outcome}`] = (counts[`${what}, ${outcome}`] ?? 0) + 1;
  return counts;
}

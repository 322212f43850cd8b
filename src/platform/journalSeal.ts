import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import { bytes, columns, day, instant, integer, nullable, type RowOf, text } from './database/columns.ts';
import type { Database } from './database/database.ts';
import { PARIS, parisDay } from './time.ts';

const SEAL = columns({
  day,
  fromAt: nullable(instant),
  untilAt: instant,
  entries: integer,
  chains: integer,
  previousHash: nullable(bytes),
  hash: bytes,
  madeAt: instant,
});
/** What stood at the ends of the chains that grew in a day, and since the seal before. */
export type Seal = RowOf<typeof SEAL>;

const SPAN = columns({ first: nullable(integer), last: nullable(integer), entries: integer });
const HEAD = columns({ id: integer, stream: text, hash: bytes });
const TODAY = columns({ now: instant });
const READ_AT_ONCE = 5_000;

/**
 * Seals what was written before a day of Paris, today unless said (the real one, never the exam's), since the seal before. For the night: an
 * entry is timed when it is written, and its transaction has long been over. Without a lock of the journal; null: done already.
 */
export function sealJournal(db: Database, before?: Temporal.PlainDate): Promise<Seal | null> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('journal seal', 0))`.execute(tx);
    const last = await lastSeal(tx);
    const today = before ?? parisDay((await TODAY.one(tx, sql`select now() as now`)).now);
    const untilAt = today.toZonedDateTime(PARIS).toInstant();
    if (last !== null && Temporal.Instant.compare(last.untilAt, untilAt) >= 0) return null;
    const span = { fromAt: last?.untilAt ?? null, untilAt, previousHash: last?.hash ?? null };
    const made = await contentsOf(tx, span);
    return SEAL.one(
      tx,
      sql`insert into journal_seal (day, from_at, until_at, entries, chains, previous_hash, hash)
        values (${today.subtract({ days: 1 })}, ${span.fromAt}, ${untilAt}, ${made.entries}, ${made.chains}, ${span.previousHash}, ${made.hash})
        returning ${SEAL}`,
    );
  });
}

export function lastSeal(db: Database): Promise<Seal | null> {
  return SEAL.first(db, sql`select ${SEAL} from journal_seal order by day desc limit 1`);
}

/** In the order of their days. */
export function listSeals(db: Database): Promise<readonly Seal[]> {
  return SEAL.all(db, sql`select ${SEAL} from journal_seal order by day`);
}

/** The days whose seal isn't what the journal says now, or doesn't follow the one before. */
export async function verifySeals(db: Database, seals: readonly Seal[]): Promise<readonly Temporal.PlainDate[]> {
  const broken: Temporal.PlainDate[] = [];
  let before: Seal | null = null;
  for (const seal of seals) {
    const { hash } = await contentsOf(db, seal);
    const follows =
      hexOf(seal.previousHash) === hexOf(before?.hash ?? null) &&
      seal.fromAt?.epochNanoseconds === before?.untilAt.epochNanoseconds;
    if (!hash.equals(seal.hash) || !follows) broken.push(seal.day);
    before = seal;
  }
  return broken;
}

type Span = Pick<Seal, 'fromAt' | 'untilAt' | 'previousHash'>;

/** The seal before, the hours, then a line for each chain: its last entry of that time, in the order of entries. */
async function contentsOf(
  db: Database,
  { fromAt, untilAt, previousHash }: Span,
): Promise<{ readonly entries: number; readonly chains: number; readonly hash: Buffer }> {
  const within = sql`at >= ${fromAt ?? sql`'-infinity'`}::timestamptz and at < ${untilAt}`;
  const { first, last, entries } = await SPAN.one(
    db,
    sql`select min(id) as first, max(id) as last, count(*)::integer as entries from journal where ${within}`,
  );
  const hash = createHash('sha256').update(`${hexOf(previousHash)}\n${fromAt ?? ''}\n${untilAt}\n${entries}\n`);
  let chains = 0;
  for (let from = (first ?? 0) - 1; last !== null && from < last; ) {
    const heads = await HEAD.all(
      db,
      sql`select ${HEAD.of('j')} from journal j where id > ${from} and id <= ${last} and ${within}
          and not exists (select from journal later where later.stream = j.stream and later.id > j.id and later.at < ${untilAt})
        order by id limit ${READ_AT_ONCE}`,
    );
    for (const head of heads) addHead(hash, head);
    chains += heads.length;
    from = heads.length < READ_AT_ONCE ? last : (heads.at(-1)?.id ?? last);
  }
  return { entries, chains, hash: hash.digest() };
}

function addHead(hash: Hash, head: RowOf<typeof HEAD>): void {
  hash.update(`${head.id} ${head.stream} ${hexOf(head.hash)}\n`);
}

function hexOf(hash: Buffer | null): string {
  return hash?.toString('hex') ?? '';
}

import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { API_KEY, type ApiKey, type KeyScope } from '../apiKey.ts';

/** Shown at once: those of years add up slowly, and the journal has all. */
const MOST_LISTED = 100;

/** Of an academy, those that stand first, the latest first. */
export function listKeys(db: Database, academy: string): Promise<readonly ApiKey[]> {
  return API_KEY.all(
    db,
    sql`select ${API_KEY} from api_key where academy = ${academy}
    order by revoked_at is not null, made_at desc, id limit ${MOST_LISTED}`,
  );
}

export async function findKey(db: Database, academy: string, id: string | undefined): Promise<ApiKey | null> {
  if (!isUuid(id)) return null;
  return API_KEY.first(db, sql`select ${API_KEY} from api_key where id = ${id} and academy = ${academy}`);
}

/** Whatever became of it; null: none was ever made that has this hash. */
export function keyOfHash(db: Database, hash: Buffer): Promise<ApiKey | null> {
  return API_KEY.first(db, sql`select ${API_KEY} from api_key where hash = ${hash}`);
}

const COUNT = columns({ count: integer });

/** How many stand. Two heads who make one at once wait for each other. */
export async function countStanding(tx: Tx, academy: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('keys of ' || ${academy}::text, 0))`.execute(tx);
  const standing = sql`select count(*) as count from api_key where academy = ${academy} and revoked_at is null and expires_at > now()`;
  return (await COUNT.one(tx, standing)).count;
}

export async function insertKey(
  tx: Tx,
  key: {
    readonly id: string;
    readonly academy: string;
    readonly name: string;
    readonly shown: string;
    readonly hash: Buffer;
    readonly scopes: readonly KeyScope[];
    readonly madeBy: string;
    readonly expiresAt: Temporal.Instant;
  },
): Promise<void> {
  const { id, academy, name, shown, hash, scopes, madeBy, expiresAt } = key;
  await sql`insert into api_key (id, academy, name, shown, hash, scopes, made_by, expires_at)
    values (${id}, ${academy}, ${name}, ${shown}, ${hash}, ${scopes}::text[], ${madeBy}, ${expiresAt})`.execute(tx);
}

/** False: it was revoked before. */
export async function endKey(tx: Tx, { id, academy }: Pick<ApiKey, 'id' | 'academy'>, by: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update api_key set revoked_at = now(), revoked_by = ${by}
    where id = ${id} and academy = ${academy} and revoked_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** To the minute: a program that asks often writes no row each time. */
export async function noteUse(db: Database, { id }: Pick<ApiKey, 'id'>): Promise<void> {
  await sql`update api_key set last_used_at = now() where id = ${id}
    and (last_used_at is null or last_used_at < now() - interval '1 minute')`.execute(db);
}

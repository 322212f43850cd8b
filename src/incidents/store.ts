import { sql } from 'kysely';
import { columns, instant, integer, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { type Due, dueRows } from '../platform/database/due.ts';
import type { Banner } from './incident.ts';

const STANDING = columns({ academy: text, words: text, until: instant, version: integer, headId: uuid, at: instant });
export type StandingBanner = RowOf<typeof STANDING>;

/** Of all academies, those that stand. */
export function listBanners(db: Database): Promise<readonly Banner[]> {
  return STANDING.all(db, sql`select ${STANDING} from banner where until > business_now() order by academy`);
}

/** The last of an academy, over or not; null: none is on record. */
export function findBanner(db: Database, academy: string): Promise<StandingBanner | null> {
  return STANDING.first(db, sql`select ${STANDING} from banner where academy = ${academy}`);
}

const VERSION = columns({ version: integer });

/** Null: somebody wrote one since that version; two who write at once wait for each other. */
export async function writeBanner(
  tx: Tx,
  { academy, words, until }: Banner,
  { headId, seen }: { readonly headId: string; readonly seen: number },
): Promise<number | null> {
  const written = sql`insert into banner as old (academy, words, until, version, head_id)
    select ${academy}, ${words}, ${until}, 1, ${headId} where ${seen}::int = 0 or exists (select from banner where academy = ${academy})
    on conflict (academy) do update set words = excluded.words, until = excluded.until, version = old.version + 1, head_id = excluded.head_id,
      at = business_now() where old.version = ${seen}::int returning ${VERSION}`;
  return (await VERSION.first(tx, written))?.version ?? null;
}

/** Null: it is another, or it is over. */
export async function endBanner(tx: Tx, academy: string, seen: number): Promise<number | null> {
  const ended = sql`update banner set until = date_trunc('minute', business_now()), version = version + 1
    where academy = ${academy} and version = ${seen}::int and until > business_now() returning ${VERSION}`;
  return (await VERSION.first(tx, ended))?.version ?? null;
}

export const oldBanners: Due = dueRows('banner', sql`until < business_now() - interval '1 day'`);

import { sql } from 'kysely';
import { columns, instant, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { readTally, type Scope, SOUGHT, sumOf, type Tallied } from '../../scope/index.ts';

/** What the files of a session are, each under one of these. `draft`: begun, never registered; such a file is in nobody's group. */
const PARTS = [...SOUGHT, 'draft'] as const;
type Part = (typeof PARTS)[number];

export type FilesOfSession = Readonly<Partial<Record<Part, number>>>;

/** How many there are of each, by session; drafts are told to who reads the whole academy. Each number is that of the list it opens. */
export async function readParts(db: Database, scope: Scope): Promise<ReadonlyMap<string, FilesOfSession>> {
  const rows = await readTally(db, scope, ['state', 'draft']);
  const sessions = Map.groupBy(rows, ({ session }) => session);
  return new Map([...sessions].map(([session, some]) => [session, partsOf(some)]));
}

function partsOf(rows: readonly Tallied[]): FilesOfSession {
  const counts = PARTS.map(
    (part) => [part, sumOf(rows.filter((row) => part === (row.what === 'draft' ? 'draft' : row.item)))] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const PUBLISHED = columns({ session: text, at: instant });

/** When the results of each session were first to be read; none of one whose results nobody reads yet. */
export async function readPublished(
  db: Database,
  { academy, sessions }: Scope,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const rows = await PUBLISHED.all(
    db,
    sql`select p.session, min(p.announced_at) as at from reached_publication p
      where p.academy = ${academy} and p.session = any(${sessions}::text[]) group by p.session`,
  );
  return new Map(rows.map(({ session, at }) => [session, at]));
}

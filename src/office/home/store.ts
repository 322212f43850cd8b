import { type RawBuilder, sql } from 'kysely';
import { columns, instant, integer, oneOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { inFiles, isMissing, keptCount, type Scope, SOUGHT, type Sought } from '../../scope/index.ts';

/** What the files of a session are, each under one of these. `draft`: begun, never registered; such a file is in nobody's group. */
const PARTS = [...SOUGHT, 'draft'] as const;
const PART = columns({ session: text, part: oneOf(PARTS), count: integer });

export type FilesOfSession = Readonly<Partial<Record<Sought | 'draft', number>>>;

/** How many there are of each, by session; drafts are told to who reads the whole academy. Each number is that of the list it opens. */
export async function readParts(db: Database, scope: Scope): Promise<ReadonlyMap<string, FilesOfSession>> {
  const { reader: _, ...same } = scope;
  const work = () => PART.all(db, sql`${filesOf(scope)} ${scope.portfolios === null ? draftsOf(scope) : sql``}`);
  const rows = await keptCount(db, `parts ${JSON.stringify(same)}`, work, (all) =>
    all.reduce((sum, { count }) => sum + count, 0),
  );
  return new Map(
    [...Map.groupBy(rows, ({ session }) => session)].map(([session, some]) => [
      session,
      Object.fromEntries(some.map(({ part, count }) => [part, count])),
    ]),
  );
}

function filesOf(scope: Scope): RawBuilder<unknown> {
  return sql`select f.session, case when f.state <> 'signed' then f.state when ${isMissing(sql`f`)} then 'missing-pieces' else 'all-given' end as part,
      count(*) as count from listed_file f where ${inFiles(scope)} group by f.session, part`;
}

function draftsOf({ academy, sessions }: Scope): RawBuilder<unknown> {
  return sql`union all select e.session, 'draft', count(*) from enrolment_file e
    where e.academy = ${academy} and e.session = any(${sessions}::text[]) and e.status = 'draft' group by e.session`;
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

import { CompiledQuery, sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';

/** The plans of the statements that `work` sends, made as if each table were large. */
export async function plansOn(db: Database, work: (db: Database) => Promise<unknown>): Promise<string> {
  const statements: CompiledQuery[] = [];
  const noting = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await work(noting);
  const plans = await db.connection().execute(async (one) => {
    await sql`set enable_seqscan = off`.execute(one);
    const lines: string[] = [];
    for (const statement of statements.filter((one) => /^\s*(select|with)/i.test(one.sql))) {
      const { rows } = await one.executeQuery<{ 'QUERY PLAN': string }>(
        CompiledQuery.raw(`explain ${statement.sql}`, [...statement.parameters]),
      );
      lines.push(...rows.map((row) => row['QUERY PLAN']));
    }
    await sql`reset enable_seqscan`.execute(one);
    return lines;
  });
  if (plans.length === 0) throw new Error('nothing was asked');
  return plans.join('\n');
}

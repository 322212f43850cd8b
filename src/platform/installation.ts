import { sql } from 'kysely';
import { cannotStart } from './cannotStart.ts';
import { columns, oneOf } from './database/columns.ts';
import type { Database } from './database/database.ts';

export type Mode = 'demonstration' | 'production';

const REFUSALS: Readonly<Record<Mode, string>> = {
  production:
    'DATABASE_URL leads to a database that has been a demonstration: its accounts bear a password that everybody can read. A production begins on an empty one: name another database.',
  demonstration:
    "DATABASE_URL leads to an office's own database: a demonstration would add accounts with a public password to it and move its clock. Set REGISTRE_MODE=production, or name another database.",
};

const MARK = columns({ mode: oneOf(['demonstration', 'production']) });

/**
 * A database is a demonstration or an office's, for ever: the first start writes which. `guess` says what one without the mark
 * has been until now, null when it is new. Throws when it is the other.
 */
export async function keepToMode(db: Database, mode: Mode, guess: () => Promise<Mode | null>): Promise<void> {
  const read = async (): Promise<Mode | undefined> =>
    (await MARK.first(db, sql`select ${MARK} from installation`))?.mode;
  if ((await read()) === undefined)
    await sql`insert into installation (mode) values (${(await guess()) ?? mode}) on conflict do nothing`.execute(db);
  const marked = await read();
  if (marked !== mode) throw cannotStart(REFUSALS[mode]);
}

import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

/** Makes the series of numbers of a session, once; two nodes may do it together. */
export async function openSeries(db: Database, academy: string, session: string): Promise<void> {
  const sequence = `enrolment_number_${session.replace(/[^a-z0-9]/gi, '_')}`;
  await sql
    .raw(`create sequence if not exists ${sequence}`)
    .execute(db)
    .catch((error: unknown) => {
      // Two nodes creating it at the same instant: the loser finds it made.
      if (!(error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '42P07')))
        throw error;
    });
  await db
    .insertInto('enrolment_serial')
    .values({ academy, session, sequence })
    .onConflict((taken) => taken.doNothing())
    .execute();
}

const SERIAL = columns({ serial: integer });

export async function nextSerial(tx: Tx, academy: string, session: string): Promise<number> {
  const asked = sql`select nextval(sequence) as serial from enrolment_serial where academy = ${academy} and session = ${session}`;
  return (await SERIAL.one(tx, asked)).serial;
}

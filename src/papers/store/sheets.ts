import { sql } from 'kysely';
import { columns, json, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { SheetReading } from '../rules/sheetReading.ts';

export type NewReading = {
  readonly depositId: string;
  readonly enrolment: { readonly id: string; readonly academy: string; readonly session: string };
  readonly reading: SheetReading;
};

/** The first reading stays. */
export async function insertReading(db: Database, { depositId, enrolment, reading }: NewReading): Promise<void> {
  await sql`insert into sheet_reading (deposit_id, academy, session, enrolment_id, reading)
    values (${depositId}, ${enrolment.academy}, ${enrolment.session}, ${enrolment.id}, ${JSON.stringify(reading)}::jsonb)
    on conflict do nothing`.execute(db);
}

const READ = columns({ depositId: uuid, reading: json<SheetReading>() });

/** What was read on the files of an enrolment, by deposit. */
export async function listReadings(db: Database, enrolmentId: string): Promise<ReadonlyMap<string, SheetReading>> {
  const asked = sql`select ${READ} from sheet_reading where enrolment_id = ${enrolmentId}`;
  return new Map((await READ.all(db, asked)).map(({ depositId, reading }) => [depositId, reading]));
}

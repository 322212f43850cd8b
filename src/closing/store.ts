import { sql } from 'kysely';
import { type Enrolment, type EnrolmentId, enrolmentStream } from '../enrolment/index.ts';
import { listHearings } from '../hearings/index.ts';
import { columns, text } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { GRANTED, type GrantedTime, type Regularisation, type TurnedAway } from './closing.ts';

/** The invitations of these enrolments, the one that ends last first. */
export async function listRegularisations(
  db: Database,
  enrolments: readonly string[],
): Promise<readonly Regularisation[]> {
  const all = (await listHearings(db, enrolments)).filter(({ kind }) => kind === 'regularisation');
  return all.toSorted((a, b) => Temporal.Instant.compare(b.until, a.until));
}

/** The time that was granted to one candidate, the last first. */
export function listGrantedTime(db: Database, enrolmentId: string): Promise<readonly GrantedTime[]> {
  return GRANTED.all(
    db,
    sql`select ${GRANTED} from granted_time where enrolment_id = ${enrolmentId} order by at desc, event_id`,
  );
}

export async function writeGrantedTime(
  tx: Tx,
  { id: enrolment_id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  { codes, until, reason, officerId, eventId }: Omit<GrantedTime, 'at'> & { readonly eventId: string },
): Promise<void> {
  await sql`insert into granted_time (event_id, academy, session, enrolment_id, codes, until, reason, officer_id)
    values (${eventId}, ${academy}, ${session}, ${enrolment_id}, ${codes}::text[], ${until}, ${reason}, ${officerId})`.execute(
    tx,
  );
}

const ENTRY = columns({ stream: text, data: text });

/** The files that these candidates began to send and that the service couldn't take, of pieces that anybody may read of. */
export async function listTurnedAway(db: Database, enrolments: readonly EnrolmentId[]): Promise<readonly TurnedAway[]> {
  const streams = enrolments.map(enrolmentStream);
  const rows = await ENTRY.all(
    db,
    sql`select ${ENTRY} from journal_entry where stream = any(${streams}::text[]) and name = 'piece.turnedAway' order by id`,
  );
  return rows.flatMap(({ stream, data }) => {
    const enrolmentId = enrolments[streams.indexOf(stream)];
    const { code, begunAt, confidential } = JSON.parse(data) as {
      readonly code: string;
      readonly begunAt: string;
      readonly confidential: boolean;
    };
    return enrolmentId === undefined || confidential
      ? []
      : [{ enrolmentId, code, begunAt: Temporal.Instant.from(begunAt) }];
  });
}

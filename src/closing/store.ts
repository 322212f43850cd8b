import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type EnrolmentId, enrolmentStream } from '../enrolment/index.ts';
import { columns, id, instant, integer, nullable, text, texts, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import type { GrantedTime, Observation, Regularisation, TurnedAway } from './closing.ts';

type Of = { readonly id: EnrolmentId; readonly academy: string; readonly session: string };

const REGULARISATION = columns({
  enrolmentId: id<EnrolmentId>(),
  codes: texts,
  until: instant,
  officerId: uuid,
  at: instant,
  reference: text,
  openedAt: nullable(instant),
});

/** The invitations of these enrolments, the last first. */
export function listRegularisations(db: Database, enrolments: readonly string[]): Promise<readonly Regularisation[]> {
  return REGULARISATION.all(
    db,
    sql`select r.enrolment_id as "enrolmentId", r.codes, r.until, r.officer_id as "officerId", r.at, p.reference, p.opened_at as "openedAt"
      from regularisation r join paper_outcome p on p.id = r.paper_id
      where r.enrolment_id = any(${enrolments}::uuid[]) order by r.until desc, r.at desc`,
  );
}

export async function writeRegularisation(
  tx: Tx,
  { id: enrolment_id, academy, session }: Of,
  {
    codes,
    until,
    officerId,
    eventId,
    paperId,
  }: Pick<Regularisation, 'codes' | 'until' | 'officerId'> & {
    readonly eventId: string;
    readonly paperId: string;
  },
): Promise<void> {
  await sql`insert into regularisation (event_id, academy, session, enrolment_id, codes, until, officer_id, paper_id)
    values (${eventId}, ${academy}, ${session}, ${enrolment_id}, ${codes}::text[], ${until}, ${officerId}, ${paperId})`.execute(
    tx,
  );
}

const GRANTED = columns({ codes: texts, until: instant, reason: text, officerId: uuid, at: instant });

/** The time that was granted to one candidate, the last first. */
export function listGrantedTime(db: Database, enrolmentId: string): Promise<readonly GrantedTime[]> {
  return GRANTED.all(
    db,
    sql`select ${GRANTED} from granted_time where enrolment_id = ${enrolmentId} order by at desc, event_id`,
  );
}

export async function writeGrantedTime(
  tx: Tx,
  { id: enrolment_id, academy, session }: Of,
  { codes, until, reason, officerId, eventId }: Omit<GrantedTime, 'at'> & { readonly eventId: string },
): Promise<void> {
  await sql`insert into granted_time (event_id, academy, session, enrolment_id, codes, until, reason, officer_id)
    values (${eventId}, ${academy}, ${session}, ${enrolment_id}, ${codes}::text[], ${until}, ${reason}, ${officerId})`.execute(
    tx,
  );
}

const OBSERVATION = columns({ words: text, at: instant });

/** What the candidate wrote, the first first. */
export function listObservations(db: Database, enrolmentId: string): Promise<readonly Observation[]> {
  return OBSERVATION.all(
    db,
    sql`select ${OBSERVATION} from observation where enrolment_id = ${enrolmentId} order by at, id`,
  );
}

export async function writeObservation(
  tx: Tx,
  { id: enrolment_id, academy, session }: Of,
  words: string,
): Promise<void> {
  await tx.insertInto('observation').values({ id: randomUUID(), academy, session, enrolment_id, words }).execute();
}

const WROTE = columns({ id: uuid, count: integer });

/** Of these enrolments, how many times each candidate wrote. */
export async function countObservations(
  db: Database,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await WROTE.all(
    db,
    sql`select enrolment_id as id, count(*) as count from observation where enrolment_id = any(${enrolments}::uuid[]) group by enrolment_id`,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
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

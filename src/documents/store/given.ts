import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { GivenDocument } from '../document.ts';

const LINE = columns({
  id: uuid,
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  title: text,
  todo: text,
  dueOn: nullable(day),
  fileKey: text,
  size: integer,
  scan: nullable(oneOf(['waiting', 'clean', 'infected'])),
  withdrawnAt: nullable(instant),
  reason: nullable(text),
  givenAt: present(instant),
  openedAt: nullable(instant),
});

const GIVEN = sql`select p.id, r.academy, r.session, r.enrolment_id as "enrolmentId", p.title, p.todo, p.due_on as "dueOn", p.file_key as "fileKey",
    p.size, p.scan, p.withdrawn_at as "withdrawnAt", p.reason, r.settled_at as "givenAt", r.opened_at as "openedAt"
  from publication_recipient r join publication p on p.id = r.publication_id where r.state = 'given'`;

/** The documents of the office that an enrolment was given, the newest first, those withdrawn since among them. */
export function listGiven(db: Database, enrolmentId: string): Promise<readonly GivenDocument[]> {
  return LINE.all(db, sql`${GIVEN} and r.enrolment_id = ${enrolmentId} order by r.settled_at desc, p.id`);
}

/** One of them; another's doesn't exist. */
export async function findGiven(
  db: Database,
  enrolmentId: string,
  publicationId: string | undefined,
): Promise<GivenDocument | null> {
  if (!isUuid(publicationId)) return null;
  return LINE.first(db, sql`${GIVEN} and r.enrolment_id = ${enrolmentId} and p.id = ${publicationId}`);
}

/** True the first time. */
export async function markOpened(tx: Tx, enrolmentId: string, publicationId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update publication_recipient set opened_at = business_now()
    where enrolment_id = ${enrolmentId} and publication_id = ${publicationId} and state = 'given' and opened_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

const ENCLOSED = columns({ title: text, fileKey: text });

/** Documents that were given at the instant of a letter to who has no mail box, as long as they may be read: they go with it. */
export function enclosedWith(db: Database, letterId: string): Promise<readonly RowOf<typeof ENCLOSED>[]> {
  return ENCLOSED.all(
    db,
    sql`select p.title, p.file_key as "fileKey" from file_letter l
        join publication_recipient r on r.enrolment_id = l.enrolment_id and r.settled_at = l.at and r.state = 'given'
        join publication p on p.id = r.publication_id
      where l.id = ${letterId} and not l.confidential and p.withdrawn_at is null and p.scan is distinct from 'infected' order by p.title, p.id`,
  );
}

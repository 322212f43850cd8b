import { sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  id,
  instant,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/uuid.ts';
import { type ExaminerId, LINKS, type Link } from '../examiners.ts';

/** Whom they don't examine. Said twice it is once; said after it was taken back, it stands again. */
export async function insertLink(
  tx: Tx,
  academy: string,
  link: {
    readonly person: ExaminerId;
    readonly enrolment: string;
    readonly kind: Link;
    readonly words: string;
    readonly by: string;
  },
): Promise<void> {
  await sql`insert into examiner_link as l (id, academy, examiner_id, enrolment_id, kind, words, said_by)
    values (${newId()}, ${academy}, ${link.person}, ${link.enrolment}, ${link.kind}, ${link.words}, ${link.by})
    on conflict (examiner_id, enrolment_id) do update set kind = excluded.kind, words = excluded.words, said_by = excluded.said_by,
      said_at = business_now(), ended_at = null, ended_by = null, ended_words = null where l.ended_at is not null`.execute(
    tx,
  );
}

/** Takes one back, with why. False: it doesn't stand. */
export async function endLink(
  tx: Tx,
  { person, enrolment, words, by }: Pick<Parameters<typeof insertLink>[2], 'person' | 'enrolment' | 'words' | 'by'>,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update examiner_link set ended_at = business_now(), ended_by = ${by}, ended_words = ${words}
    where examiner_id = ${person} and enrolment_id = ${enrolment} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

const STATED = columns({
  enrolmentId: id<EnrolmentId>(),
  number: nullable(text),
  session: present(text),
  kind: oneOf(LINKS),
  words: text,
  saidBy: uuid,
  saidAt: instant,
  ...PERSON_NAMES.shape,
});
/** A link that stands, with whom it is. */
export type StatedLink = RowOf<typeof STATED>;

/** Those of one person, the last first. */
export function listLinks(db: Database, academy: string, person: ExaminerId): Promise<readonly StatedLink[]> {
  return STATED.all(
    db,
    sql`select l.enrolment_id as "enrolmentId", e.number, e.session, l.kind, l.words, l.said_by as "saidBy", l.said_at as "saidAt", ${PERSON_NAMES.of('c')}
    from examiner_link l join enrolment_file e on e.id = l.enrolment_id join candidate_identity c on c.account_id = e.candidate_id
    where l.academy = ${academy} and l.examiner_id = ${person} and l.ended_at is null order by l.said_at desc, l.id`,
  );
}

const NUMBERED = columns({ enrolmentId: id<EnrolmentId>() });

/** Whose number that is in the academy; null: nobody's. */
export async function numberedEnrolment(tx: Tx, academy: string, number: string): Promise<EnrolmentId | null> {
  const found = await NUMBERED.first(
    tx,
    sql`select id as "enrolmentId" from enrolment_file where academy = ${academy} and number = ${number}`,
  );
  return found?.enrolmentId ?? null;
}

const LINKED = columns({ examinerId: id<ExaminerId>(), enrolmentId: id<EnrolmentId>() });

/** Which candidates some people don't examine, and leave the room for. */
export function listLinksOf(
  db: Database,
  academy: string,
  people: readonly string[],
): Promise<readonly RowOf<typeof LINKED>[]> {
  return LINKED.all(
    db,
    sql`select ${LINKED} from examiner_link where academy = ${academy} and ended_at is null and examiner_id = any(${people}::uuid[])`,
  );
}

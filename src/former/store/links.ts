import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
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
import { type FormerProof, PROOFS } from '../former.ts';

/** Whose a number is. */

const LINK = columns({
  id: uuid,
  number: text,
  candidateId: uuid,
  enrolmentId: id<EnrolmentId>(),
  proof: oneOf(PROOFS),
  words: nullable(text),
  at: instant,
});
export type PersonLink = RowOf<typeof LINK>;

/** What stands of an account in an academy. */
export function listLinks(db: Database, academy: string, candidateId: string): Promise<readonly PersonLink[]> {
  return LINK.all(
    db,
    sql`select ${LINK} from former_link where academy = ${academy} and candidate_id = ${candidateId} and undone_at is null order by at, number`,
  );
}

/** Whose these numbers are. */
export function linksOf(db: Database, academy: string, numbers: readonly string[]): Promise<readonly PersonLink[]> {
  return LINK.all(
    db,
    sql`select ${LINK} from former_link where academy = ${academy} and number = any(${numbers}::text[]) and undone_at is null`,
  );
}

/** Those whose results a file speaks of. */
export function linksIn(db: Database, academy: string, importId: string): Promise<readonly PersonLink[]> {
  return LINK.all(
    db,
    sql`select ${LINK.of('k')} from former_link k where k.academy = ${academy} and k.undone_at is null
      and exists (select from former_line l where l.import_id = ${importId} and l.number = k.number) order by k.number`,
  );
}

/** False: the number is another account's. */
export async function insertLink(
  tx: Tx,
  link: {
    readonly academy: string;
    readonly number: string;
    readonly candidateId: string;
    readonly enrolmentId: EnrolmentId;
    readonly proof: FormerProof;
    readonly words: string | null;
    readonly by: string;
  },
): Promise<boolean> {
  const { academy, number, candidateId, enrolmentId, proof, words, by } = link;
  const { numAffectedRows } =
    await sql`insert into former_link (id, academy, number, candidate_id, enrolment_id, proof, words, by)
    values (${randomUUID()}, ${academy}, ${number}, ${candidateId}, ${enrolmentId}, ${proof}, ${words}, ${by})
    on conflict (academy, number) where undone_at is null do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

const UNDONE = columns({ words: present(text) });

/** Why the last link of an account was undone; null: none ever was. */
export async function lastUndone(db: Database, academy: string, candidateId: string): Promise<string | null> {
  const row = await UNDONE.first(
    db,
    sql`select undone_words as words from former_link
    where academy = ${academy} and candidate_id = ${candidateId} and undone_at is not null order by undone_at desc limit 1`,
  );
  return row?.words ?? null;
}

/** False: it was undone already. */
export async function undoLink(
  tx: Tx,
  { id: linkId, by, words }: { readonly id: string; readonly by: string; readonly words: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update former_link set undone_at = business_now(), undone_by = ${by}, undone_words = ${words}
    where id = ${linkId} and undone_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

import { sql } from 'kysely';
import {
  bytes,
  columns,
  flag,
  instant,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { SEAL_LEVELS } from '../../platform/pdf/seal/seal.ts';
import type { PaperContent } from '../content.ts';
import { PAPER_KINDS } from '../paper.ts';
import type { SigningKey } from '../verification/keys.ts';

/** The public half stands for ever beside what was signed with the other. */
export async function publishKey(db: Database, { id, publicKey, year }: SigningKey): Promise<void> {
  await db
    .insertInto('verification_key')
    .values({ id, public_key: publicKey, year })
    .onConflict((published) => published.doNothing())
    .execute();
}

const KEY = columns({ id: text, publicKey: bytes });
export type PublishedKey = RowOf<typeof KEY>;

/** Those that prove something, newest first. */
export function listKeys(db: Database): Promise<readonly PublishedKey[]> {
  return KEY.all(db, sql`select ${KEY} from verification_key where revoked_at is null order by year desc, id`);
}

export function findKey(db: Database, id: string): Promise<PublishedKey | null> {
  return KEY.first(db, sql`select ${KEY} from verification_key where id = ${id} and revoked_at is null`);
}

const COPY = columns({
  kind: oneOf(PAPER_KINDS),
  reference: text,
  issuedAt: instant,
  content: json<PaperContent>(),
  /** A later version of the same paper was issued. */
  superseded: flag,
  /** Its enrolment no longer counts: it was ended by that decision, for the notice of it. */
  ended: flag,
  /** With the publication of results that it follows; null: it stands. */
  withheld: nullable(oneOf(['suspended', 'withdrawn'])),
  /** Null: it bears none, or isn't printed yet. */
  sealLevel: nullable(oneOf(SEAL_LEVELS)),
  sealedBy: nullable(text),
  selfMade: nullable(flag),
});
export type VerifiedPaper = RowOf<typeof COPY>;

export function findByCode(db: Database, code: string): Promise<VerifiedPaper | null> {
  return COPY.first(
    db,
    sql`select p.kind, p.reference, p.issued_at as "issuedAt", p.content,
      -- A reminder or an invitation is of its day: one that came after takes nothing back.
      p.kind not in ('reminder', 'invitation') and exists (select 1 from paper later
        where later.enrolment_id = p.enrolment_id and later.kind = p.kind and later.version > p.version) as superseded,
      case when p.kind = 'cancellation' then e.status = 'cancelled' when p.kind = 'set-aside' then e.reserve is not distinct from 'upheld' and e.status in ('registered', 'set-aside')
        else e.ended_at is not null end as ended, p.withheld,
      p.seal_level as "sealLevel", s.subject as "sealedBy", s.self_made as "selfMade"
    from paper p join enrolment_file e on e.id = p.enrolment_id left join seal_certificate s on s.id = p.seal_certificate where p.code = ${code}`,
  );
}

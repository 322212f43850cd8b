import { sql } from 'kysely';
import type { AccountId } from '../../accounts/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Due, lasting } from '../../platform/database/due.ts';
import { amongWords } from '../../platform/database/listed.ts';
import { TOLD_MEMBER, type Told, type ToldMember } from '../convening.ts';
import {
  type BoardId,
  CONVENED,
  EXAMINER,
  type Examiner,
  type ExaminerId,
  type MemberState,
  SEATED,
} from '../examiners.ts';

/** Places on boards with what their people were told and what stands, in the order of hours: of a session, of one person, or of both. */
export function listTold(
  db: Database,
  { academy, session, person }: { readonly academy: string; readonly session?: string; readonly person?: ExaminerId },
): Promise<readonly ToldMember[]> {
  return TOLD_MEMBER.all(
    db,
    sql`select m.id as "memberId", m.examiner_id as "examinerId", m.board_id as "boardId", m.session, m.state, m.row_version as "rowVersion", m.told,
      m.told_at as "toldAt", case when b.id is not null then jsonb_build_object('startsAt', to_char(b.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'endsAt', to_char(b.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'held', b.held, 'name', b.name, 'centre', b.centre,
        'address', b.address, 'city', b.city, 'room', b.room, 'specialities', b.specialities, 'units', b.units) end as stands
    from board_member m left join examiner_place b on b.academy = m.academy and b.session = m.session and b.id = m.board_id
    where m.academy = ${academy} and (${session ?? null}::text is null or m.session = ${session ?? null}::text)
      and (${person ?? null}::uuid is null or m.examiner_id = ${person ?? null}::uuid)
    order by coalesce(b.starts_at, (m.told ->> 'startsAt')::timestamptz), m.id`,
  );
}

/** Nobody else tells them anything meanwhile. */
export async function lockExaminer(tx: Tx, academy: string, person: string): Promise<Examiner | null> {
  return EXAMINER.first(
    tx,
    sql`select ${EXAMINER} from examiner where academy = ${academy} and id = ${person} for update`,
  );
}

/** What they were told, and what becomes of their place by it. */
export async function writeTold(
  tx: Tx,
  { memberId }: Pick<ToldMember, 'memberId'>,
  told: Told,
  { state, words }: { readonly state: MemberState; readonly words: string | null },
): Promise<void> {
  await sql`update board_member set told = ${JSON.stringify(told)}::jsonb, told_at = business_now(), state = ${state},
      words = coalesce(${words}::text, words), row_version = row_version + 1 where id = ${memberId}`.execute(tx);
}

const CODE = columns({ examinerId: id<ExaminerId>(), session: text, signing: text });

/** What signs for each of them, by « person session ». */
export async function readSigningCodes(
  db: Database,
  academy: string,
  people: readonly ExaminerId[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await CODE.all(
    db,
    sql`select ${CODE} from examiner_code where academy = ${academy} and examiner_id = any(${people}::uuid[])`,
  );
  return new Map(rows.map(({ examinerId, session, signing }) => [`${examinerId} ${session}`, signing]));
}

/** Theirs at this session: the one they have, or a new one. Of forty bits: where two draw the same, once in many thousand sessions, the job draws again. */
export async function ensureSigningCode(tx: Tx, { academy, session }: ExamPlace, person: ExaminerId): Promise<void> {
  await sql`insert into examiner_code (examiner_id, academy, session) values (${person}, ${academy}, ${session})
    on conflict (examiner_id, session) do nothing`.execute(tx);
}

/** The days on which they can't come, as they say themselves. */
export async function writeAway(tx: Tx, person: ExaminerId, away: readonly string[]): Promise<void> {
  await sql`update examiner set away = ${away}::text[], row_version = row_version + 1 where id = ${person}`.execute(tx);
}

const LEFT = columns({
  id: present(id<BoardId>()),
  session: present(text),
  held: present(oneOf(CONVENED)),
  startsAt: present(instant),
});
/** A board or a jury that somebody left, and nobody was seated on since. */
export type LeftBoard = RowOf<typeof LEFT>;

const MAY_BE_LEFT = columns({ boardId: id<BoardId>() });

/**
 * Those of an academy that aren't over, in the order of their hours. The first page of a head asks it, so that the published plans are read only where
 * somebody left of late.
 */
export async function listLeft(db: Database, academy: string): Promise<readonly LeftBoard[]> {
  const left = await MAY_BE_LEFT.all(
    db,
    sql`select distinct m.board_id as "boardId" from board_member m
    where m.academy = ${academy} and m.state = 'declined'
      and (m.told ->> 'endsAt')::timestamptz > business_now() - interval '60 days' and not exists (
      select from board_member r where r.board_id = m.board_id and r.session = m.session and r.added_at >= m.answered_at
        and r.state in ${amongWords(SEATED)})`,
  );
  if (left.length === 0) return [];
  return LEFT.all(
    db,
    sql`select id, session, held, starts_at as "startsAt" from examiner_place
    where academy = ${academy} and id = any(${left.map(({ boardId }) => boardId)}::uuid[]) and ends_at > business_now()
    order by "startsAt", id`,
  );
}

/** Whose account is closed before they are erased. */
type Close = (tx: Tx, academy: string, account: AccountId) => Promise<unknown>;
const GONE = columns({ id: id<ExaminerId>(), academy: text, accountId: nullable(id<AccountId>()) });
const COUNT = columns({ count: integer });

/** Whoever isn't asked any more for so long, with their places, links, codes and access; a night notes first who isn't asked. */
export function oldExaminers(kept: Temporal.Duration, close: Close): Due {
  const isOver = sql`retired and retired_since < (business_now() at time zone 'Europe/Paris')::date - ${lasting(kept)}`;
  return {
    count: async (db) => (await COUNT.one(db, sql`select count(*)::int as count from examiner where ${isOver}`)).count,
    erase: async (tx) => {
      await sql`update examiner set retired_since = case when retired then (business_now() at time zone 'Europe/Paris')::date end
        where retired <> (retired_since is not null)`.execute(tx);
      const people = await GONE.all(tx, sql`select ${GONE} from examiner where ${isOver} for update`);
      for (const { academy, accountId } of people) if (accountId !== null) await close(tx, academy, accountId);
      const gone = people.map((one) => one.id);
      await sql`update board_member set instead_of = null
        where instead_of in (select id from board_member where examiner_id = any(${gone}::uuid[]))`.execute(tx);
      await sql`delete from board_member where examiner_id = any(${gone}::uuid[])`.execute(tx);
      await sql`delete from examiner_link where examiner_id = any(${gone}::uuid[])`.execute(tx);
      await sql`delete from examiner_letter where examiner_id = any(${gone}::uuid[])`.execute(tx);
      await sql`delete from examiner_code where examiner_id = any(${gone}::uuid[])`.execute(tx);
      await sql`delete from examiner where id = any(${gone}::uuid[])`.execute(tx);
      return gone.length;
    },
  };
}

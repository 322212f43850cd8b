import { type RawBuilder, sql } from 'kysely';
import { IDENTITY, type Likeness, likenessOf } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { FILE_STATES, inFiles, RUNNING_FILES, type Scope } from '../../scope/index.ts';

/** Files that may be one person's under two accounts: gathered by indexes on birth date and telephone, then judged by the rule. */

const FILE = columns({
  id: id<EnrolmentId>(),
  candidateId: uuid,
  number: text,
  session: text,
  portfolio: nullable(text),
  speciality: present(text),
  state: oneOf(FILE_STATES),
  ...IDENTITY.shape,
  phones: present(texts),
  address: text,
});
export type DoubleFile = RowOf<typeof FILE>;

export type DoublePair = {
  readonly one: DoubleFile;
  readonly other: DoubleFile;
  readonly why: readonly Likeness[];
  /** Both run in one session, where one person has one enrolment. */
  readonly collide: boolean;
};

const PAIR = columns({ one: uuid, other: uuid, collide: flag });

const WORDS = (alias: string): RawBuilder<unknown> => sql`string_to_array(${sql.ref(`${alias}.names`)}, ' ')`;
const COLLIDE = sql`a.session = b.session and a.state = any(${RUNNING_FILES}::text[]) and b.state = any(${RUNNING_FILES}::text[])`;
/** Nothing was decided of these two accounts. */
const OPEN = sql`not exists (select from same_person_pair p where p.academy = a.academy
  and p.one_id = least(a.candidate_id, b.candidate_id) and p.other_id = greatest(a.candidate_id, b.candidate_id))`;

/** Pairs shown at once; the others come as these are decided. */
export const MOST_PAIRS = 200;
const MOST_GATHERED = 2000;
/** More files than these that share a word and a birth date, or a telephone, say nothing of one person: a school's number. */
const MOST_ALIKE = 50;

/** All pairs of a scope, once two accounts, those that collide first. */
export async function listDoubles(db: Database, scope: Scope): Promise<readonly DoublePair[]> {
  const found = await PAIR.all(
    db,
    sql`with mine as materialized (
        select f.enrolment_id, f.candidate_id, f.academy, f.session, f.state, f.names, f.phones, f.birth_date from listed_file f where ${inFiles(scope)}
      ),
      worded as materialized (
        select * from (select enrolment_id, birth_date, word, count(*) over (partition by birth_date, word) as alike
          from mine f cross join lateral unnest(${WORDS('f')}) word) w where alike between 2 and ${MOST_ALIKE}::int
      ),
      called as materialized (
        select * from (select enrolment_id, phone, count(*) over (partition by phone) as alike from mine f cross join lateral unnest(f.phones) phone) p
          where alike between 2 and ${MOST_ALIKE}::int
      ),
      met as (
        select a.enrolment_id as one, b.enrolment_id as other from worded a join worded b using (birth_date, word)
          where a.enrolment_id <> b.enrolment_id
        union
        select c.enrolment_id, d.enrolment_id from called c join called d using (phone) where c.enrolment_id <> d.enrolment_id
      ),
      pairs as (
        select distinct on (a.candidate_id, b.candidate_id) m.one, m.other, ${COLLIDE} as collide
          from met m join mine a on a.enrolment_id = m.one join mine b on b.enrolment_id = m.other
          where a.candidate_id < b.candidate_id and ${OPEN} order by a.candidate_id, b.candidate_id, (${COLLIDE}) desc, m.one, m.other
      )
      select one, other, collide from pairs order by collide desc, one limit ${MOST_GATHERED}::int`,
  );
  return judged(db, found);
}

/** What may be another file of the same person, of each of these. Of the whole academy: the pages show what their reader may see. */
export async function doublesOf(
  db: Database,
  { academy, sessions }: Pick<Scope, 'academy' | 'sessions'>,
  files: readonly string[],
): Promise<readonly DoublePair[]> {
  // What an index tells well first, by itself: a day or a number leaves a few files, a first name thousands.
  const near = (first: RawBuilder<unknown>, then = sql`true`): RawBuilder<unknown> => sql`
    select b.enrolment_id, b.candidate_id, b.session, b.state
      from (select * from listed_file b where b.academy = a.academy and ${first} offset 0) b
      where ${then} and b.candidate_id <> a.candidate_id and b.session = any(${sessions}::text[]) limit ${MOST_ALIKE}::int`;
  const found = await PAIR.all(
    db,
    sql`select a.enrolment_id as one, b.enrolment_id as other, ${COLLIDE} as collide from listed_file a cross join lateral (
          (${near(sql`b.birth_date = a.birth_date`, sql`${WORDS('b')} && ${WORDS('a')}`)})
          union (${near(sql`b.phones && a.phones`)})
        ) b
      where a.enrolment_id = any(${files}::uuid[]) and a.academy = ${academy} and ${OPEN} order by collide desc, one, other limit ${MOST_GATHERED}::int`,
  );
  return judged(db, found);
}

async function judged(db: Database, found: readonly RowOf<typeof PAIR>[]): Promise<readonly DoublePair[]> {
  const files = await filesById(
    db,
    found.flatMap(({ one, other }) => [one, other]),
  );
  return found.flatMap(({ one: first, other: second, collide }) => {
    const [one, other] = [files.get(first), files.get(second)];
    const why = one === undefined || other === undefined ? null : likenessOf(one, other);
    return one === undefined || other === undefined || why === null ? [] : [{ one, other, why, collide }];
  });
}

/** These files, whoever may see them: who asks has looked. */
export async function filesById(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, DoubleFile>> {
  const rows = await FILE.all(
    db,
    sql`select f.enrolment_id as id, f.candidate_id as "candidateId", f.number, f.session, f.portfolio, f.speciality, f.state, ${IDENTITY.of('f')}, coalesce(f.phones, '{}') as phones, f.address
      from listed_file f where f.enrolment_id = any(${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const DECIDED = columns({
  id: uuid,
  one: uuid,
  other: uuid,
  decision: oneOf(['same', 'different']),
  endsId: nullable(uuid),
  endsAt: nullable(instant),
  outcome: nullable(oneOf(['ended', 'void'])),
  at: instant,
});
export type DecidedPair = RowOf<typeof DECIDED>;

const DECIDED_COLUMNS = sql`p.id, x.enrolment_id as one, y.enrolment_id as other, p.decision, p.ends_id as "endsId", p.ends_at as "endsAt", p.outcome, p.at`;

/** What was decided last of pairs whose both files this person may see. */
export function listDecided(db: Database, scope: Scope): Promise<readonly DecidedPair[]> {
  const last = (account: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
    select f.enrolment_id from listed_file f where f.candidate_id = ${account} and ${inFiles(scope)}
      order by f.enrolment_id = p.ends_id desc nulls last, f.number desc limit 1)`;
  return DECIDED.all(
    db,
    sql`select ${DECIDED_COLUMNS} from same_person_pair p cross join lateral ${last(sql`p.one_id`)} x cross join lateral ${last(sql`p.other_id`)} y
      where p.academy = ${scope.academy} order by p.at desc, p.id limit 50`,
  );
}

/** The decisions that this file is in as one person's, its own side first. */
export function decidedOf(db: Database, academy: string, file: string): Promise<readonly DecidedPair[]> {
  return DECIDED.all(
    db,
    sql`select ${DECIDED_COLUMNS} from listed_file x join same_person_pair p on x.candidate_id in (p.one_id, p.other_id) and p.academy = x.academy
        cross join lateral (select f.enrolment_id from listed_file f where f.academy = x.academy
          and f.candidate_id = case when x.candidate_id = p.one_id then p.other_id else p.one_id end
          order by f.session = x.session desc, f.number desc limit 1) y
      where x.enrolment_id = ${file} and x.academy = ${academy} and p.decision = 'same' order by p.at desc`,
  );
}

const TOLD = columns({ told: flag });

/** Was this account told so within a day, by mail or by post? */
export async function toldToday(db: Database, account: string, template: string): Promise<boolean> {
  const asked = sql`select exists (select from mail_outcome m where m.account_id = ${account} and m.template = ${template}
      and m.business_at > business_now() - interval '1 day')
    or exists (select from told_by_post p where p.account_id = ${account} and p.template = ${template}
      and p.at > business_now() - interval '1 day') as told`;
  return (await TOLD.one(db, asked)).told;
}

import { sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { BEGINNINGS, COMMON, ENDINGS, FIRST, MIDDLES } from './names.ts';

/**
 * One real enrolment, multiplied by SQL: people, enrolments in every state, their versions, pieces, files, decisions, papers,
 * mails and journal, in the proportions of a register at work. For what is measured and explained; ids and hashes are counted,
 * so the journal's chains are not whole.
 */
export type Template = {
  readonly enrolmentId: EnrolmentId | string;
  /** Specialities with the group of each, as the rule pack has them. */
  readonly specialities: readonly { readonly cfd: string; readonly portfolio: string }[];
};

const PHASES = 4;

const array = (words: readonly string[]): string => `array[${words.map((word) => `$q$${word}$q$`).join(', ')}]`;
const pick = (words: readonly string[], draw: string): string => `(${array(words)})[1 + (${draw}) % ${words.length}]`;

/** Writes the enrolments numbered `from` to `to`. Owner of the tables needed: triggers are passed over. */
export async function multiplyEnrolments(db: Database, template: Template, from: number, to: number): Promise<void> {
  await db.connection().execute(async (one) => {
    const run = (text: string): Promise<unknown> => sql.raw(text).execute(one);
    await run(`set session_replication_role = replica`);
    try {
      await prepare(run, template, from, to);
      for (const statement of statementsOf(template)) await run(await statement(one));
    } finally {
      await run(`reset session_replication_role`);
      await run(`drop table if exists pg_temp.seed, pg_temp.drawn, pg_temp.place`);
    }
  });
}

async function prepare(
  run: (text: string) => Promise<unknown>,
  { specialities }: Template,
  from: number,
  to: number,
): Promise<void> {
  const places = specialities.map(({ cfd, portfolio }, index) => `(${index}, '${cfd}', '${portfolio}')`).join(', ');
  await run(`create temp table place as select * from (values ${places}) as p(n, cfd, portfolio)`);
  // `h`: a draw of its own for each person, the same at each run.
  await run(`create temp table seed as select i, h, gen_random_uuid() as account, gen_random_uuid() as enrolment, p.cfd, p.portfolio,
      case when h % 100 < 66 then 'registered' when h % 100 < 84 then 'validated' when h % 100 < 90 then 'withdrawn' when h % 100 < 92 then 'set-aside'
        when h % 100 < 93 then 'cancelled' else 'draft' end as status,
      business_now() - (h / 100 % 40) * interval '1 day' - (h / 4000 % 86400) * interval '1 second' as at
    from (select i, (hashint8extended(i, 7) & 9007199254740991) as h from generate_series(${from}, ${to}) i) d
      join place p on p.n = h / 7 % ${specialities.length}`);
  await run(`analyze seed`);
}

type Statement = (db: Database) => Promise<string>;

function statementsOf({ enrolmentId }: Template): readonly Statement[] {
  const own = (table: string, key: string): string => `(select * from ${table} where ${key} = '${enrolmentId}') t`;
  const person = `(select candidate_id from enrolment where id = '${enrolmentId}')`;
  const synthetic = `${pick(BEGINNINGS, 's.h / 31')} || ${pick(MIDDLES, 's.h / 1303')} || ${pick(ENDINGS, 's.h / 33923')}`;
  const common = `(${array(COMMON)})[1 + floor(${COMMON.length} * power((s.h / 17 % 1000) / 1000.0, 2))::int]`;
  const surname = `case when s.h % 10 < 3 then ${common} when s.h % 10 < 9 then ${synthetic} else ${common} || '-' || ${synthetic} end`;
  const draft = `s.status = 'draft'`;
  return [
    clone('auth_user', {
      from: `(select * from auth_user where id = ${person}) t cross join seed s`,
      id: 's.account',
      email: `'p' || s.i || '.' || lower(${pick(ENDINGS, 's.h / 13')}) || '@domaine' || s.h % 9 || '.fr'`,
      name: `''`,
    }),
    clone('candidate', {
      from: `(select * from candidate where account_id = ${person}) t cross join seed s`,
      account_id: 's.account',
      birth_name: surname,
      usage_name: `case when s.h / 53 % 10 < 2 then ${pick(COMMON, 's.h / 113')} end`,
      first_names: pick(FIRST, 's.h / 211'),
      birth_date: `date '1965-01-01' + (s.h / 7 % 14600)::int`,
    }),
    clone('enrolment', {
      from: `${own('enrolment', 'id')} cross join seed s`,
      id: 's.enrolment',
      candidate_id: 's.account',
      status: 's.status',
      number: `case when not ${draft} then split_part(t.number, '-', 1) || '-' || (100000 + s.i) || '-K' end`,
      version: `case when ${draft} then 0 else t.version end`,
      registered: `case when not ${draft} then jsonb_set(t.registered, '{identification,phone}', to_jsonb('06' || lpad((s.h / 3 % 100000000)::text, 8, '0'))) end`,
      working: `case when ${draft} then '{}'::jsonb end`,
      speciality: `case when not ${draft} then s.cfd end`,
      portfolio: `case when not ${draft} then s.portfolio end`,
      registered_at: `case when not ${draft} then s.at end`,
      first_registered_at: `case when not ${draft} then s.at end`,
      signed_version: `case when s.status = 'validated' or s.h / 5 % 2 = 0 and not ${draft} then t.version end`,
      signed_at: `case when s.status = 'validated' or s.h / 5 % 2 = 0 and not ${draft} then s.at end`,
      validated_at: `case when s.status = 'validated' then s.at end`,
      ended_at: `case when s.status in ('withdrawn', 'set-aside', 'cancelled') then s.at end`,
      reserve: `case when s.status = 'registered' and s.h / 11 % 30 = 0 then 'pending' end`,
    }),
    clone('enrolment_version', {
      from: `${own('enrolment_version', 'enrolment_id')} join seed s on not ${draft}`,
      enrolment_id: 's.enrolment',
      registered_at: 's.at',
    }),
    // What became of each piece, drawn once: given (and handed over), decided, corrected.
    async () => `create temp table drawn as select p.id as model, gen_random_uuid() as piece, s.i, s.enrolment, s.at, s.status as file, d.h,
        case when s.status = 'validated' then 'compliant' when d.h % 100 < 18 then 'waiting' when d.h % 100 < 40 then 'missing'
          when d.h % 100 < 47 then 'refused' when d.h % 100 < 49 then 'not-asked' else 'compliant' end as fate,
        s.at + (d.h / 100 % 20) * interval '1 hour' as given_at
      from seed s cross join piece p
        cross join lateral (select hashint8extended(s.h, p.rank) & 9007199254740991 as h) d
      where p.enrolment_id = '${enrolmentId}' and not ${draft}`,
    async () => `analyze drawn`,
    clone('piece', {
      from: `drawn d join piece t on t.id = d.model`,
      id: 'd.piece',
      enrolment_id: 'd.enrolment',
      status: `case d.fate when 'waiting' then case when d.h / 7 % 20 = 0 then 'received' else 'none' end when 'refused' then 'non-compliant'
        when 'compliant' then 'compliant' when 'not-asked' then 'not-applicable' else 'none' end`,
      comment: `case when d.fate = 'refused' then 'Le document est illisible.' end`,
      received_on: `case when d.fate in ('refused', 'compliant') then d.given_at::date end`,
      reviewed_at: `case when d.fate in ('refused', 'compliant') then d.given_at + interval '1 day' end`,
      correctable_until: `case when d.fate = 'refused' then d.given_at + interval '16 days' end`,
      handed_over_at: `case when d.fate in ('waiting', 'compliant') and d.h / 3 % 10 < 7 then d.given_at end`,
    }),
    clone('deposit', {
      from: `drawn d cross join (select * from deposit where enrolment_id = '${enrolmentId}' order by finished_at limit 1) t
        where d.fate in ('waiting', 'refused', 'compliant')`,
      id: 'gen_random_uuid()',
      enrolment_id: 'd.enrolment',
      piece_id: 'd.piece',
      state: `'stored'`,
      file_key: 'gen_random_uuid()::text',
      receipt: `'D-' || d.i || '-' || substr(d.piece::text, 1, 8)`,
      begun_at: 'd.given_at',
      finished_at: 'd.given_at',
      sha256: `repeat('0', 64)`,
    }),
    async () => `insert into piece_review (id, academy, session, piece_id, decision, comment, officer_id, deposits, at)
      select gen_random_uuid(), p.academy, p.session, d.piece, case d.fate when 'compliant' then 'compliant' else 'non-compliant' end, null,
        '00000000-0000-4000-8000-000000000000', '[]', d.given_at - case d.fate when 'waiting' then interval '2 days' else interval '-1 day' end
      from drawn d join piece p on p.id = d.model
      where d.fate in ('refused', 'compliant') or d.fate = 'waiting' and d.h / 77 % 10 = 0`,
    clone('journal', {
      from: `(select * from journal where stream = 'enrolment:${enrolmentId}' order by id limit ${PHASES}) t join seed s on not ${draft}`,
      id: `nextval('journal_id')`,
      event_id: 'gen_random_uuid()',
      stream: `'enrolment:' || s.enrolment`,
    }),
    clone('mail', {
      from: `(select * from mail where account_id = ${person}::text order by created_at limit 1) t cross join seed s cross join generate_series(1, 2) n`,
      id: 'gen_random_uuid()',
      event_id: 'gen_random_uuid()',
      account_id: 's.account',
      body: `''`,
      state: `case when s.h / 19 % 500 = 0 and n = 2 then 'failed' else 'sent' end`,
      created_at: `t.created_at + n * interval '1 second'`,
    }),
    // One file in three has a thread of three messages; of these one in twenty waits for an answer.
    async (db) =>
      (await hasMessages(db))
        ? `insert into message (id, academy, session, enrolment_id, place, author, staff_id, piece, words, answers, at)
            select gen_random_uuid(), e.academy, e.session, s.enrolment, n, case when n = 2 then 'office' else 'candidate' end,
              case when n = 2 then '00000000-0000-4000-8000-000000000000'::uuid end, case when s.h % 4 = 0 then 'DOMICIL' end,
              'Une question de quelques mots.', n = 2, s.at + n * interval '1 hour'
            from seed s join enrolment e on e.id = s.enrolment cross join generate_series(1, 3) n
            where not ${draft} and s.h % 3 = 0 and (n < 3 or s.h % 20 = 0)`
        : 'select',
    async (db) =>
      (await hasMessages(db))
        ? `insert into message_thread (enrolment_id, academy, session, portfolio, version, last_at, last_author, officer_id, waiting_since, waiting, pieces)
            select e.id, e.academy, e.session, e.portfolio, case when s.h % 20 = 0 then 3 else 2 end, s.at + case when s.h % 20 = 0 then 3 else 2 end * interval '1 hour',
              case when s.h % 20 = 0 then 'candidate' else 'office' end, '00000000-0000-4000-8000-000000000000',
              case when s.h % 20 = 0 then s.at + interval '3 hours' end, case when s.h % 20 = 0 then 1 else 0 end,
              case when s.h % 4 = 0 then array['DOMICIL'] else '{}' end
            from seed s join enrolment e on e.id = s.enrolment where not ${draft} and s.h % 3 = 0`
        : 'select',
    clone('paper', {
      from: `(select * from paper where enrolment_id = '${enrolmentId}' limit 1) t join seed s on not ${draft}`,
      id: 'gen_random_uuid()',
      enrolment_id: 's.enrolment',
      reference: `'P-' || s.i`,
      code: 'null',
      content: `'{}'`,
      pdf_key: 'null',
      pdf_sha256: 'null',
      pdf_size: 'null',
    }),
  ];
}

/** A room that this database may be without. */
async function hasMessages(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('message_thread') is not null as there`.execute(db);
  return rows[0]?.there === true;
}

/** Every column as it is in the template, but for those that are given an expression of their own. */
function clone(
  table: string,
  { from, ...changed }: Readonly<Record<string, string>> & { readonly from: string },
): Statement {
  return async (db) => {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(
      db,
    );
    const columns = rows.map(({ name }) => name);
    // A room that this database is without.
    if (columns.length === 0) return 'select';
    return `insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => changed[name] ?? `t.${name}`).join(', ')} from ${from}`;
  };
}

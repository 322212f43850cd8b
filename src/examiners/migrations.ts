import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const examinerMigrations: Migrations = {
  '999-zzzzzzz-b-examiners': sqlMigration(`
    -- People of the academy who examine, invigilate or sit in juries. side: on which they count in a board.
    create table examiner (
      id uuid primary key,
      academy text not null,
      last_name text not null,
      first_name text not null,
      -- As people compare names.
      folded text not null,
      side text not null check (side in ('teaching', 'employer', 'employee', 'other')),
      title text not null,
      employer text not null,
      postcode text not null check (postcode ~ '^[0-9]{5}$'),
      mail text,
      phone text,
      tasks text[] not null check (tasks <@ array['board', 'invigilation', 'jury']),
      specialities text[] not null,
      -- As the crow flies; null: anywhere.
      km_most integer check (km_most between 1 and 999),
      -- Days, or halves of one, on which they can't come: « 2024-06-12 », « 2024-06-12 am ».
      away text[] not null,
      retired boolean not null default false,
      account_id uuid,
      row_version integer not null default 1
    )
----
    -- A table of people is taken again by it.
    create unique index examiner_once on examiner (academy, folded, postcode)
----
    create unique index examiner_account on examiner (account_id)
----
    -- Who is before which board, by the published plan: a test in a room; of a hall, all that is sat there in half a day.
    create view exam_board_seat as
      select p.academy, p.session, g.held, g.id as sitting_id, s.room_id, s.enrolment_id, g.speciality, s.unit, s.calls_at, s.starts_at, s.ends_at,
        g.preparation, g.rest, substr(encode(sha256(convert_to(p.academy || ' ' || p.session || ' ' || s.room_id || ' ' || case when g.held = 'written'
          then to_char(s.starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD AM') else g.id::text end, 'UTF8')), 'hex'), 1, 32)::uuid as board_id
      from seating_plan p join planned_seat s on s.plan_id = p.id join calendar_sitting g on g.id = s.sitting_id
      where p.state = 'published'
----
    -- From when until when its people are needed: a workshop is made ready and cleared, a board has its time after each turn.
    create view exam_board as
      select b.academy, b.session, b.id, b.held, b.room_id, r.name as room, c.id as centre_id, c.name as centre, c.city, c.postcode, b.specialities,
        b.units, b.starts_at, b.ends_at, b.candidates
      from (
        select academy, session, board_id as id, held, room_id, array_agg(distinct speciality order by speciality) as specialities,
          array_agg(distinct unit order by unit) as units,
          min(coalesce(calls_at, starts_at) - case held when 'practical' then preparation else 0 end * interval '1 minute') as starts_at,
          max(ends_at + rest * interval '1 minute') as ends_at, count(distinct enrolment_id) as candidates
        from exam_board_seat group by academy, session, board_id, held, room_id
      ) b join written_room r on r.id = b.room_id join written_centre c on c.id = r.centre_id
----
    create table board_member (
      id uuid primary key,
      academy text not null,
      session text not null,
      board_id uuid not null,
      examiner_id uuid not null references examiner (id),
      state text not null default 'proposed' check (state in ('proposed', 'convened', 'accepted', 'declined', 'released')),
      words text not null default '',
      -- Whose place they take.
      instead_of uuid references board_member (id),
      added_by uuid not null,
      added_at timestamptz not null default business_now(),
      -- When and where they were last told to come; null: never.
      told jsonb,
      told_at timestamptz,
      answered_by uuid,
      answered_at timestamptz,
      -- On the day: when they came and left, as somebody there said.
      came boolean,
      came_at timestamptz,
      left_at timestamptz,
      came_said_by uuid,
      row_version integer not null default 1,
      check ((told is null) = (told_at is null)),
      check (state not in ('convened', 'accepted') or told is not null),
      check (came_at is null or (came and left_at >= came_at))
    )
----
    create unique index board_member_once on board_member (board_id, examiner_id) where state in ('proposed', 'convened', 'accepted')
----
    create index board_member_session on board_member (academy, session, board_id)
----
    create index board_member_examiner on board_member (examiner_id)
----
    -- Whom somebody doesn't examine, as they or the office said.
    create table examiner_link (
      id uuid primary key,
      academy text not null,
      examiner_id uuid not null references examiner (id),
      enrolment_id uuid not null references enrolment (id),
      kind text not null check (kind in ('teaches', 'employs', 'family', 'other')),
      words text not null default '',
      said_by uuid not null,
      said_at timestamptz not null default business_now(),
      unique (examiner_id, enrolment_id)
    )
----
    create index examiner_link_enrolment on examiner_link (enrolment_id)
  `),
  '999-zzzzzzz-o-examiner-codes': sqlMigration(`
    -- What somebody says at the door of a centre: one a person and session, as candidates have theirs.
    create table examiner_code (
      examiner_id uuid not null references examiner (id),
      academy text not null,
      session text not null,
      code text not null,
      primary key (examiner_id, session),
      constraint examiner_code_once unique (academy, session, code)
    )
----
    -- Since which day somebody isn't asked any more, as the night finds it: what is kept of them goes so long after.
    alter table examiner add column retired_since date
  `),
  '999-zzzzzzzz-b-kept-boards': sqlMigration(`
    -- The boards of published plans, kept when a plan is published: a plan of 50,000 seats isn't grouped for each page that names one board.
    create table planned_board (
      plan_id uuid not null references exam_plan (id) on delete cascade,
      id uuid not null,
      academy text not null,
      session text not null,
      held text not null,
      room_id uuid not null,
      -- All that is sat there in a hall; otherwise one.
      sitting_ids uuid[] not null,
      specialities text[] not null,
      units text[] not null,
      -- When the first and the last of its candidates begin: the half-day of a hall.
      first_at timestamptz not null,
      last_at timestamptz not null,
      -- From when until when its people are needed: a workshop is made ready and cleared, a board has its time after each turn.
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      candidates integer not null,
      primary key (plan_id, id)
    )
----
    create index planned_board_session on planned_board (academy, session, id)
----
    create index planned_board_room on planned_board (plan_id, room_id)
----
    create function keep_planned_boards(plan uuid) returns void language sql set search_path from current as $$
      insert into planned_board
      select plan, board_id, academy, session, held, room_id, array_agg(distinct sitting_id), array_agg(distinct speciality order by speciality),
        array_agg(distinct unit order by unit), min(starts_at), max(starts_at),
        min(coalesce(calls_at, starts_at) - case held when 'practical' then preparation else 0 end * interval '1 minute'),
        max(ends_at + rest * interval '1 minute'), count(distinct enrolment_id)
      from (
        select p.academy, p.session, g.held, s.room_id, s.sitting_id, g.speciality, s.unit, s.enrolment_id, s.calls_at, s.starts_at, s.ends_at,
          g.preparation, g.rest, substr(encode(sha256(convert_to(p.academy || ' ' || p.session || ' ' || s.room_id || ' ' || case when g.held = 'written'
            then to_char(s.starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD AM') else g.id::text end, 'UTF8')), 'hex'), 1, 32)::uuid as board_id
        from seating_plan p join planned_seat s on s.plan_id = p.id join calendar_sitting g on g.id = s.sitting_id
        where p.id = plan
      ) seats group by academy, session, board_id, held, room_id
    $$
----
    -- By whoever publishes it, a node of the version before too.
    create function plan_keeps_its_boards() returns trigger language plpgsql set search_path from current as $$
      begin
        delete from planned_board where plan_id = new.id;
        if new.state = 'published' then perform keep_planned_boards(new.id); end if;
        return null;
      end $$
----
    create trigger plan_keeps_its_boards after update of state on exam_plan for each row execute function plan_keeps_its_boards()
----
    select keep_planned_boards(id) from exam_plan where state = 'published'
----
    create or replace view exam_board as
      select b.academy, b.session, b.id, b.held, b.room_id, r.name as room, c.id as centre_id, c.name as centre, c.city, c.postcode, b.specialities,
        b.units, b.starts_at, b.ends_at, b.candidates::bigint as candidates
      from planned_board b join written_room r on r.id = b.room_id join written_centre c on c.id = r.centre_id
----
    create or replace view exam_board_seat as
      select b.academy, b.session, b.held, s.sitting_id, s.room_id, s.enrolment_id, g.speciality, s.unit, s.calls_at, s.starts_at, s.ends_at,
        g.preparation, g.rest, b.id as board_id
      from planned_board b
        join planned_seat s on s.plan_id = b.plan_id and s.room_id = b.room_id and s.starts_at between b.first_at and b.last_at
          and s.sitting_id = any (b.sitting_ids)
        join calendar_sitting g on g.id = s.sitting_id
  `),
  '999-zzzzzzzz-j-juries-convened': sqlMigration(`
    -- The day of a jury, as the room of juries says it: its people are convened as those of a board are.
    create table examiner_jury (
      id uuid primary key,
      academy text not null,
      session text not null,
      name text not null,
      place text not null,
      specialities text[] not null,
      -- From its hour, or from midnight where nobody said one, until the end of the day.
      starts_at timestamptz not null,
      ends_at timestamptz not null
    )
----
    -- Wherever somebody may be expected: boards of the published plans, and juries, each of which is a centre of its own.
    create view examiner_place as
      select b.academy, b.session, b.id, b.held, '' as name, b.room, b.centre_id, b.centre, c.address, b.postcode || ' ' || b.city as city,
        b.specialities, b.units, b.starts_at, b.ends_at
      from exam_board b join written_centre c on c.id = b.centre_id
      union all
      select academy, session, id, 'jury', name, '', id, place, '', '', specialities, '{}'::text[], starts_at, ends_at from examiner_jury
  `),
  '999-zzzzzzzz-j-links-taken-back': sqlMigration(`
    -- Taken back by the office, with why: it was written of somebody else, or holds no more. Said again, it stands again.
    alter table examiner_link add column ended_at timestamptz, add column ended_by uuid, add column ended_words text,
      add check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_words is null))
  `),
  '999-zzzzzzzz-f-postal': sqlMigration(`
    alter table examiner add column postal text not null default ''
  `),
  '999-zzzzzzzzz-p-signing-codes': sqlMigration(`
    -- Eight signs of thirty-two. Six bits or more of each of these bytes are drawn (RFC 9562, version 4).
    create function drawn_code() returns text language sql volatile set search_path from current as $$
      select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(drawn.bytes, at) & 31), 1), '')
      from (select uuid_send(gen_random_uuid()) as bytes) drawn, generate_series(8, 15) at
    $$
----
    -- What signs a sheet is known to its person alone. The code beside it was printed to be said at the door, by the version before: it signs nothing.
    alter table examiner_code
      add column signing text not null default drawn_code(),
      alter column code set default drawn_code(),
      add constraint examiner_code_signing_once unique (academy, session, signing)
  `),
  '999-zzzzzzzzz-p-examiner-letters': sqlMigration(`
    -- What somebody without a mail box was told of a session: a letter to post, or to tell by telephone. The last says all that stands.
    create table examiner_letter (
      id uuid primary key,
      rank bigint generated always as identity unique,
      academy text not null,
      session text not null,
      examiner_id uuid not null references examiner (id),
      at timestamptz not null default business_now(),
      -- When a mail went in its place, to who has a mail box since.
      mailed_at timestamptz
    )
----
    create index examiner_letter_person on examiner_letter (academy, session, examiner_id, rank)
----
    -- Whom the version before told so: nobody noted what was posted.
    insert into examiner_letter (id, academy, session, examiner_id, at)
      select gen_random_uuid(), m.academy, m.session, m.examiner_id, max(m.told_at) from board_member m join examiner e on e.id = m.examiner_id
      where m.told is not null and e.mail is null group by m.academy, m.session, m.examiner_id
  `),
  '999-zzzzzzzzz-q-apart': sqlMigration(`
    -- apart: the parts of a sheet that this jury marks, without the candidates of the board whose hours it has; '': what a board marks.
    -- shared: such a jury marks a part of its sheets.
    alter table planned_board add column apart text not null default '', add column shared boolean not null default false
----
    create or replace view exam_board as
      select b.academy, b.session, b.id, b.held, b.room_id, r.name as room, c.id as centre_id, c.name as centre, c.city, c.postcode, b.specialities,
        b.units, b.starts_at, b.ends_at, b.candidates::bigint as candidates, b.apart as name, b.shared
      from planned_board b join written_room r on r.id = b.room_id join written_centre c on c.id = r.centre_id
----
    -- marked_unit: whose mark it is, whichever phase of it is sat.
    create or replace view exam_board_seat as
      select b.academy, b.session, b.held, s.sitting_id, s.room_id, s.enrolment_id, g.speciality, s.unit, s.calls_at, s.starts_at, s.ends_at,
        g.preparation, g.rest, b.id as board_id, b.apart as name, regexp_replace(s.unit, '-P[2-9]$', '') as marked_unit
      from planned_board b
        join planned_seat s on s.plan_id = b.plan_id and s.room_id = b.room_id and s.starts_at between b.first_at and b.last_at
          and s.sitting_id = any (b.sitting_ids)
        join calendar_sitting g on g.id = s.sitting_id
----
    create or replace view examiner_place as
      select b.academy, b.session, b.id, b.held, b.name, b.room, b.centre_id, b.centre, c.address, b.postcode || ' ' || b.city as city,
        b.specialities, b.units, b.starts_at, b.ends_at
      from exam_board b join written_centre c on c.id = b.centre_id
      union all
      select academy, session, id, 'jury', name, '', id, place, '', '', specialities, '{}'::text[], starts_at, ends_at from examiner_jury
  `),
  '999-zzzzzzzzzz-e-refused-convocations': sqlMigration(`
    -- event_id: of the mail that told it. by_mail: nothing is posted, unless the relay refuses that mail for good.
    alter table examiner_letter add column event_id uuid, add column by_mail boolean not null default false
  `),
  '999-zzzzzzzzzz-f-shared-of-the-last': sqlMigration(`
    -- The sheets of a test of several phases are signed before the board of its last, beside which the jury that marks apart is.
    update planned_board b set shared = exists (select from planned_board j
      where j.plan_id = b.plan_id and j.id = substr(encode(sha256(convert_to(b.id || ' apart', 'UTF8')), 'hex'), 1, 32)::uuid)
  `),
};

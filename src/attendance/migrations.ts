import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const attendanceMigrations: Migrations = {
  '737-attendance': sqlMigration(`
    -- Who checks candidates in, and at which centre of a session.
    create table attendance_keeper (
      account_id uuid not null,
      academy text not null,
      session text not null,
      centre_id uuid not null references exam_centre (id) on delete cascade,
      named_by uuid not null,
      named_at timestamptz not null default business_now(),
      primary key (account_id, session)
    )
----
    create index attendance_keeper_centre on attendance_keeper (centre_id)
----
    -- What somebody said of one candidate and one unit; what was said before stays. id: drawn by the device, so that what is sent
    -- twice counts once. seen: the rank of the last act that its author knew of, 0 for none. none: what was said is taken back.
    create table attendance_act (
      id uuid primary key,
      rank bigint generated always as identity unique,
      academy text not null,
      session text not null,
      centre_id uuid not null,
      room_id uuid not null,
      day date not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      state text not null check (state in ('present', 'absent', 'late', 'none')),
      minutes integer check (minutes between 1 and 600),
      source text not null check (source in ('page', 'device', 'office')),
      device text not null,
      seen bigint not null check (seen >= 0),
      -- By the device's clock, set by ours when it last spoke with it.
      said_at timestamptz not null,
      at timestamptz not null default business_now(),
      "by" uuid not null,
      reason text,
      check ((state = 'late') = (minutes is not null)),
      check ((source = 'office') = (reason is not null))
    )
----
    create index attendance_act_state on attendance_act (academy, session, enrolment_id, unit, rank)
----
    create index attendance_act_day on attendance_act (centre_id, day)
----
    create table attendance_remark (
      id uuid primary key,
      rank bigint generated always as identity unique,
      academy text not null,
      session text not null,
      centre_id uuid not null,
      room_id uuid not null,
      day date not null,
      text text not null,
      said_at timestamptz not null,
      at timestamptz not null default business_now(),
      "by" uuid not null
    )
----
    create index attendance_remark_day on attendance_remark (centre_id, day)
----
    -- When a centre's device last spoke with us on a day: the silence of one that is cut off shows.
    create table attendance_contact (
      academy text not null,
      session text not null,
      centre_id uuid not null,
      day date not null,
      device text not null,
      at timestamptz not null default business_now(),
      primary key (centre_id, day, session, device)
    )
----
    create function attendance_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'what was said of who came is kept'; end $$
----
    create trigger attendance_act_is_kept before update or delete or truncate on attendance_act for each statement execute function attendance_is_kept()
----
    create trigger attendance_remark_is_kept before update or delete or truncate on attendance_remark for each statement execute function attendance_is_kept()
----
    -- What holds: the last act received; and beside it what another device said meanwhile, which its author didn't know of.
    create view attendance_state as
      select l.academy, l.session, l.enrolment_id, l.unit, l.centre_id, l.state, l.minutes, l.rank, l.said_at, l.at, l."by", l.source, l.reason,
        o.state as other_state, o.minutes as other_minutes, o.said_at as other_said_at
      from (select distinct on (academy, session, enrolment_id, unit) * from attendance_act
            order by academy, session, enrolment_id, unit, rank desc) l
        left join lateral (select a.state, a.minutes, a.said_at from attendance_act a
          where a.academy = l.academy and a.session = l.session and a.enrolment_id = l.enrolment_id and a.unit = l.unit
            and a.rank > l.seen and a.rank < l.rank and a.device <> l.device
          order by a.rank desc limit 1) o on (o.state, o.minutes) is distinct from (l.state, l.minutes)
  `),
  '999-zzzzzz-c-estate-of-attendance': sqlMigration(`
    -- What was said stays, of the same place under its one id.
    alter table attendance_act disable trigger attendance_act_is_kept
----
    alter table attendance_remark disable trigger attendance_remark_is_kept
----
    update attendance_act a set centre_id = m.into_id from exam_centre_merged m where m.id = a.centre_id
----
    update attendance_act a set room_id = m.into_id from exam_room_merged m where m.id = a.room_id
----
    update attendance_remark a set centre_id = m.into_id from exam_centre_merged m where m.id = a.centre_id
----
    update attendance_remark a set room_id = m.into_id from exam_room_merged m where m.id = a.room_id
----
    update attendance_contact a set centre_id = m.into_id from exam_centre_merged m where m.id = a.centre_id
----
    alter table attendance_act enable trigger attendance_act_is_kept
----
    alter table attendance_remark enable trigger attendance_remark_is_kept
----
    update attendance_keeper k set centre_id = m.into_id from exam_centre_merged m where m.id = k.centre_id
  `),
  '999-zzzzzzz-d-calls': sqlMigration(`
    -- What somebody said of the turns before a board, a test in a room: it is so many minutes late, or a turn changes. What follows for
    -- whom stands in exam_expected_call. id: drawn where it was said, as that of attendance_act.
    create table attendance_call (
      id uuid primary key,
      rank bigint generated always as identity unique,
      academy text not null,
      session text not null,
      centre_id uuid not null,
      room_id uuid not null,
      sitting_id uuid not null,
      day date not null,
      -- Against the published plan.
      minutes integer check (minutes between 1 and 240),
      -- Whose turn changes; taken_from: whose turn they take, who takes theirs. Null: they pass after all others.
      enrolment_id uuid references enrolment (id),
      taken_from uuid references enrolment (id),
      -- Whoever passes earlier than they know is there, and said yes.
      agreed boolean not null,
      source text not null check (source in ('page', 'device')),
      device text not null,
      said_at timestamptz not null,
      at timestamptz not null default business_now(),
      "by" uuid not null,
      check ((minutes is null) <> (enrolment_id is null)),
      check (taken_from is null or taken_from <> enrolment_id)
    )
----
    create index attendance_call_day on attendance_call (centre_id, day)
----
    create index attendance_call_board on attendance_call (room_id, sitting_id, rank)
----
    create trigger attendance_call_is_kept before update or delete or truncate on attendance_call for each statement execute function attendance_is_kept()
  `),
  '999-zzzzzzzzz-p-phoned': sqlMigration(`
    -- Who was told by telephone that another hour is expected of them: of which (exam_expected_call), by whom, when. What was said before stays. id: drawn where
    -- it was said, as that of attendance_act. told: false takes it back.
    create table attendance_phoned (
      id uuid primary key,
      rank bigint generated always as identity unique,
      academy text not null,
      session text not null,
      centre_id uuid not null,
      day date not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      call_rank bigint not null,
      told boolean not null,
      source text not null check (source in ('page', 'device')),
      device text not null,
      said_at timestamptz not null,
      at timestamptz not null default business_now(),
      "by" uuid not null
    )
----
    create index attendance_phoned_day on attendance_phoned (centre_id, day)
----
    create index attendance_phoned_of on attendance_phoned (academy, session, day, enrolment_id, unit)
----
    create trigger attendance_phoned_is_kept before update or delete or truncate on attendance_phoned for each statement execute function attendance_is_kept()
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const planMigrations: Migrations = {
  '721-plan': sqlMigration(`
    -- Who sits where. Plans of a session are numbered; once published, the rows of one never change: a correction is the next plan.
    create table exam_plan (
      id uuid primary key,
      academy text not null,
      session text not null,
      number integer not null,
      state text not null check (state in ('working', 'draft', 'failed', 'published', 'replaced')),
      -- The published plan whose rows it began with.
      based_on uuid references exam_plan (id),
      -- Of the placing: solver, gap, seed, costs of both ways. Null: not placed yet.
      figures jsonb,
      -- Why it failed, or nothing.
      failure text,
      ordered_by uuid not null,
      ordered_at timestamptz not null,
      published_by uuid,
      published_at timestamptz,
      row_version integer not null default 1,
      constraint exam_plan_number unique (academy, session, number),
      check ((state in ('published', 'replaced')) = (published_at is not null))
    )
----
    create unique index exam_plan_published on exam_plan (academy, session) where state = 'published'
----
    create unique index exam_plan_draft on exam_plan (academy, session) where state in ('working', 'draft')
----
    -- One unit of one candidate: a seat. Hours are what they were when it was placed, with the time that was granted.
    create table exam_seat (
      plan_id uuid not null references exam_plan (id) on delete cascade,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      sitting_id uuid not null,
      room_id uuid not null references exam_room (id),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      -- More time, in percent; effects without their cause.
      percent integer not null default 0,
      alone boolean not null default false,
      -- The number of the table in its room; null: not dealt yet.
      place integer,
      -- A person put it there, or wants it to stay: a constant of the next placing.
      frozen boolean not null default false,
      reason text,
      primary key (plan_id, enrolment_id, unit)
    )
----
    create index exam_seat_room on exam_seat (plan_id, room_id, starts_at)
----
    create index exam_seat_enrolment on exam_seat (enrolment_id)
----
    -- The centre of a candidate, how far, and why not a nearer one.
    create table exam_placed (
      plan_id uuid not null references exam_plan (id) on delete cascade,
      enrolment_id uuid not null references enrolment (id),
      centre_id uuid not null references exam_centre (id),
      -- As the crow flies; null: where they live isn't known.
      km integer,
      nearer jsonb not null default '[]',
      primary key (plan_id, enrolment_id)
    )
----
    create index exam_placed_centre on exam_placed (plan_id, centre_id)
----
    create table exam_unseated (
      plan_id uuid not null references exam_plan (id) on delete cascade,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      why text not null check (why in ('no-sitting', 'no-room', 'no-centre', 'full', 'twice-at-once')),
      primary key (plan_id, enrolment_id, unit)
    )
  `),
  '722-plan-by-hand': sqlMigration(`
    -- What the placing leaves where it is: the frozen seats alone, or every seat that stands, so that only those without one are placed.
    alter table exam_plan add column mode text not null default 'all' check (mode in ('all', 'missing'))
----
    -- Why a person took a seat away: a constant of the next placing too.
    alter table exam_unseated add column reason text
----
    alter table exam_unseated drop constraint exam_unseated_why_check
----
    alter table exam_unseated add constraint exam_unseated_why_check
      check (why in ('no-sitting', 'no-room', 'no-centre', 'full', 'twice-at-once', 'taken-away'))
----
    -- What the published plan lacks, as the machine last found it: nobody has to look.
    create table exam_watch (
      academy text not null,
      session text not null,
      plan_id uuid references exam_plan (id) on delete cascade,
      to_add integer not null,
      to_take_away integer not null,
      first_sitting timestamptz,
      looked_at timestamptz not null,
      primary key (academy, session)
    )
  `),
  '736-published-seats': sqlMigration(`
    -- Who sits where by the plan that is published, for those who check candidates in. No effect of an arrangement but the hour it ends.
    create view exam_published_seat as
      select p.academy, p.session, s.enrolment_id, s.unit, s.room_id, r.name as room, r.centre_id, c.code as centre_code, c.name as centre,
        s.starts_at, s.ends_at, s.place, (s.starts_at at time zone 'Europe/Paris')::date as day
      from exam_plan p join exam_seat s on s.plan_id = p.id join exam_room r on r.id = s.room_id join exam_centre c on c.id = r.centre_id
      where p.state = 'published'
----
    create view exam_named_centre as select id, academy, session, code, name, city from exam_centre
----
    create view exam_named_room as select id, academy, session, centre_id, name from exam_room
  `),
  '999-zzz-seats-read': sqlMigration(`
    -- Plans and their seats as other rooms read them.
    create view seating_plan as
      select id, academy, session, number, state, based_on, ordered_at, published_at, row_version from exam_plan
----
    create view planned_seat as
      select plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, percent, alone, place, frozen, reason from exam_seat
  `),
  '999-zzzzzz-b-estate-of-plans': sqlMigration(`
    update exam_seat s set room_id = m.into_id from exam_room_merged m where m.id = s.room_id
----
    update exam_placed p set centre_id = m.into_id from exam_centre_merged m where m.id = p.centre_id
----
    update exam_placed p set nearer = replace(p.nearer::text, m.id::text, m.into_id::text)::jsonb
      from exam_centre_merged m where p.nearer::text like '%' || m.id || '%'
  `),
  '999-zzzzzz-z-sits-elsewhere': sqlMigration(`
    -- A unit has no seat because its candidate sits another exam then.
    alter table exam_unseated drop constraint exam_unseated_why_check
----
    alter table exam_unseated add constraint exam_unseated_why_check
      check (why in ('no-sitting', 'no-room', 'no-centre', 'full', 'twice-at-once', 'taken-away', 'elsewhere'))
  `),
  '999-zzzzzz-f-calls': sqlMigration(`
    -- Of a turn before a board: when its person is called, to prepare or to go in. Null: all of the room begin together.
    alter table exam_seat add column calls_at timestamptz check (calls_at <= starts_at)
----
    create or replace view planned_seat as
      select plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, percent, alone, place, frozen, reason, calls_at from exam_seat
----
    create or replace view exam_published_seat as
      select p.academy, p.session, s.enrolment_id, s.unit, s.room_id, r.name as room, r.centre_id, c.code as centre_code, c.name as centre,
        s.starts_at, s.ends_at, s.place, (s.starts_at at time zone 'Europe/Paris')::date as day, s.calls_at
      from exam_plan p join exam_seat s on s.plan_id = p.id join exam_room r on r.id = s.room_id join exam_centre c on c.id = r.centre_id
      where p.state = 'published'
  `),
};

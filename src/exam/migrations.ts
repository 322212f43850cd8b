import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const examMigrations: Migrations = {
  '720-places': sqlMigration(`
    -- Where the exam of a session is sat. A centre has a code of its own, its rooms a name.
    create table exam_centre (
      id uuid primary key,
      academy text not null,
      session text not null,
      code text not null check (code ~ '^[A-Z0-9-]{1,20}$'),
      name text not null,
      address text not null,
      postcode text not null check (postcode ~ '^[0-9]{5}$'),
      city text not null,
      row_version integer not null default 1,
      constraint exam_centre_code unique (academy, session, code)
    )
----
    create table exam_room (
      id uuid primary key,
      academy text not null,
      session text not null,
      centre_id uuid not null references exam_centre (id),
      name text not null,
      -- As people compare names: without accents, capitals and signs.
      folded text not null,
      capacity integer not null check (capacity between 1 and 2000),
      accessible boolean not null,
      kinds text[] not null default '{}',
      row_version integer not null default 1,
      constraint exam_room_name unique (centre_id, folded)
    )
----
    create index exam_room_session on exam_room (academy, session)
----
    -- When a unit is sat. room_id: the room that is kept for it; null: the placing finds one.
    create table exam_sitting (
      id uuid primary key,
      academy text not null,
      session text not null,
      speciality text not null,
      unit text not null,
      starts_at timestamptz not null,
      minutes integer not null check (minutes between 1 and 1440),
      material text not null,
      kind text not null,
      room_id uuid references exam_room (id),
      row_version integer not null default 1,
      constraint exam_sitting_once unique nulls not distinct (academy, session, speciality, unit, starts_at, room_id)
    )
----
    create index exam_sitting_room on exam_sitting (room_id)
  `),
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
  '723-watch-again': sqlMigration(`
    -- Something changed since the machine looked, and a look is ordered: one waits, however many enrolments end meanwhile.
    alter table exam_watch add column asked boolean not null default false
  `),
  '730-checkin-codes': sqlMigration(`
    -- One code a candidate and session, drawn at chance: read on the summons at the door of a centre. It stays the same when the
    -- summons is made again.
    create table exam_checkin_code (
      enrolment_id uuid primary key references enrolment (id),
      academy text not null,
      session text not null,
      code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
      constraint exam_checkin_code_once unique (academy, session, code)
    )
  `),
  '731-summonses': sqlMigration(`
    -- What each candidate was told last, and before: a row a summons, never changed. facts: where and when, to be compared with
    -- those of the next plan.
    create table exam_summons (
      enrolment_id uuid not null references enrolment (id),
      rank integer not null check (rank > 0),
      academy text not null,
      session text not null,
      plan_id uuid not null,
      paper_id uuid not null,
      -- Of its mail.
      event_id uuid not null,
      facts jsonb not null,
      -- Of the first test that it names; null: it says that the one before is void.
      first_at timestamptz,
      issued_at timestamptz not null default business_now(),
      primary key (enrolment_id, rank),
      constraint exam_summons_paper unique (paper_id)
    )
----
    create index exam_summons_session on exam_summons (academy, session, enrolment_id, rank)
----
    create function exam_summons_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'summonses are kept on record'; end $$
----
    create trigger exam_summons_is_kept before update or delete or truncate on exam_summons for each statement execute function exam_summons_is_kept()
----
    -- What became of each candidate at each publication: once it is here, nobody is told again.
    create table exam_summoned (
      plan_id uuid not null,
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      outcome text not null check (outcome in ('first', 'changed', 'void', 'same', 'failed')),
      -- Why it failed: nobody was told anything.
      fault text,
      primary key (plan_id, enrolment_id)
    )
----
    -- The link sent again, by hand: its paper is the same.
    create table exam_summons_sent_again (
      event_id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      rank integer not null,
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index exam_summons_sent_again_enrolment on exam_summons_sent_again (enrolment_id)
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
  '666-replacement-tests': sqlMigration(`
    -- Who sits a unit again, as a head decided it; the decision itself is in the room of replacements.
    create table exam_replacement (
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      admitted boolean not null,
      written_at timestamptz not null default business_now(),
      primary key (enrolment_id, unit)
    )
----
    create index exam_replacement_session on exam_replacement (academy, session)
  `),
  '667-withheld': sqlMigration(`
    -- Who was told that they have no summons, because all the units that they present want a certificate that is owed.
    create table exam_withheld (
      academy text not null,
      session text not null,
      enrolment_id uuid primary key references enrolment (id),
      units text[] not null,
      told_at timestamptz not null default business_now()
    )
  `),
  '920-watch-moved': sqlMigration(`
    -- Whose seat is at another hour than the calendar's, or lacks what was granted since.
    alter table exam_watch add column to_move integer not null default 0
  `),
};

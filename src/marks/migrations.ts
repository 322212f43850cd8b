import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const markMigrations: Migrations = {
  '740-marks': sqlMigration(`
    create table mark_batch (
      id uuid primary key,
      academy text not null,
      session text not null,
      speciality text not null,
      unit text not null,
      title text not null,
      step text not null check (step in ('half-point', 'point')),
      first_clerk uuid,
      first_version integer not null default 1,
      first_done_at timestamptz,
      second_clerk uuid,
      second_version integer not null default 1,
      second_done_at timestamptz,
      opened_by uuid not null,
      opened_at timestamptz not null default business_now(),
      locked_at timestamptz,
      locked_by uuid,
      row_version integer not null default 1,
      unique (academy, session, speciality, unit),
      check (first_clerk <> second_clerk),
      check ((locked_at is null) = (locked_by is null)),
      check (locked_at is null or (first_done_at is not null and second_done_at is not null))
    )
----
    create index mark_batch_first on mark_batch (first_clerk, academy)
----
    create index mark_batch_second on mark_batch (second_clerk, academy)
----
    -- A script, by a number in which nothing of its candidate is. Its id and its place among the others say nothing either.
    create table mark_script (
      id uuid primary key,
      academy text not null,
      session text not null,
      batch_id uuid not null references mark_batch (id),
      number text not null check (number ~ '^[0-9]{6}[A-Z]$'),
      -- Its candidate doesn't sit the unit any more.
      left_at timestamptz,
      unique (academy, session, number)
    )
----
    create index mark_script_batch on mark_script (batch_id, number)
----
    -- Whose a script is. Read by the act that lifts the anonymity, by the list of who sits, and by results after the lock; by nothing else.
    create table mark_identity (
      script_id uuid primary key references mark_script (id),
      academy text not null,
      session text not null,
      batch_id uuid not null references mark_batch (id),
      enrolment_id uuid not null references enrolment (id),
      unique (batch_id, enrolment_id)
    )
----
    create index mark_identity_enrolment on mark_identity (enrolment_id)
----
    create table mark_entry (
      rank bigint generated always as identity primary key,
      academy text not null,
      session text not null,
      batch_id uuid not null references mark_batch (id),
      script_id uuid not null references mark_script (id),
      sort text not null check (sort in ('first', 'second', 'decided', 'corrected')),
      -- null: what stood there was taken away.
      outcome text check (outcome in ('mark', 'absent', 'excused', 'exempt')),
      half_points smallint check (half_points between 0 and 40),
      -- Of the round, after the save that wrote it.
      version integer,
      reason text,
      by uuid not null,
      at timestamptz not null default business_now(),
      check ((half_points is not null) = (outcome is not distinct from 'mark')),
      check ((version is not null) = (sort in ('first', 'second'))),
      check ((reason is not null) = (sort in ('decided', 'corrected'))),
      check (outcome is not null or sort in ('first', 'second'))
    )
----
    create index mark_entry_script on mark_entry (script_id, sort, rank desc)
----
    create index mark_entry_batch on mark_entry (batch_id, sort, by)
----
    -- A file that was read whole and clean, as it will be written: who confirms it writes this and nothing else.
    create table mark_import (
      id uuid primary key,
      academy text not null,
      session text not null,
      batch_id uuid not null references mark_batch (id),
      round text not null check (round in ('first', 'second')),
      version integer not null,
      name text not null,
      sha256 text not null,
      changes jsonb not null,
      same integer not null,
      absent integer not null,
      by uuid not null,
      at timestamptz not null default business_now(),
      written_at timestamptz
    )
----
    create index mark_import_batch on mark_import (batch_id)
----
    create table mark_lift (
      id uuid primary key,
      academy text not null,
      session text not null,
      batch_id uuid not null references mark_batch (id),
      reason text not null,
      by uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index mark_lift_batch on mark_lift (batch_id)
----
    create function mark_record_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'marks and their numbers are kept'; end $$
----
    create trigger mark_entry_is_kept before update or delete or truncate on mark_entry for each statement execute function mark_record_is_kept()
----
    create trigger mark_identity_is_kept before update or delete or truncate on mark_identity for each statement execute function mark_record_is_kept()
----
    create trigger mark_lift_is_kept before update or delete or truncate on mark_lift for each statement execute function mark_record_is_kept()
----
    create trigger mark_batch_is_kept before delete or truncate on mark_batch for each statement execute function mark_record_is_kept()
----
    create trigger mark_script_is_kept before delete or truncate on mark_script for each statement execute function mark_record_is_kept()
----
    -- The last wall: after the lock only corrections, before it none; each round by who is named for it; no third look by one of the two.
    create function mark_entry_is_allowed() returns trigger language plpgsql as $$
    declare batch mark_batch;
    begin
      select * into strict batch from mark_batch where id = new.batch_id;
      if (batch.locked_at is not null) <> (new.sort = 'corrected') then raise exception 'a locked batch is only corrected'; end if;
      if new.sort = 'first' and (batch.first_clerk is distinct from new."by" or batch.first_done_at is not null)
        or new.sort = 'second' and (batch.second_clerk is distinct from new."by" or batch.second_done_at is not null)
        then raise exception 'not the round of this person'; end if;
      if exists (select from mark_entry e where e.batch_id = new.batch_id and e."by" = new."by" and e.sort in ('first', 'second') and e.sort <> new.sort)
        then raise exception 'this person typed the other round'; end if;
      return new;
    end $$
----
    create trigger mark_entry_is_allowed before insert on mark_entry for each row execute function mark_entry_is_allowed()
  `),
  '772-mark-added': sqlMigration(`
    -- Who has a script though the plan or the rules don't say so: present all the same, added by a head.
    create table mark_added (
      academy text not null,
      session text not null,
      batch_id uuid not null references mark_batch (id),
      enrolment_id uuid not null references enrolment (id),
      reason text not null,
      by uuid not null,
      at timestamptz not null default business_now(),
      primary key (batch_id, enrolment_id)
    )
----
    create index mark_added_session on mark_added (academy, session)
----
    create trigger mark_added_is_kept before update or delete or truncate on mark_added for each statement execute function mark_record_is_kept()
  `),
  '999-zzzzzzz-m-named-batches': sqlMigration(`
    -- Marked by name by its boards: what they signed is written at the lock, beside what was typed.
    alter table mark_batch add column named boolean not null default false
----
    alter table mark_entry drop constraint mark_entry_sort_check
----
    alter table mark_entry add constraint mark_entry_sort_check check (sort in ('first', 'second', 'board', 'decided', 'corrected'))
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const reminderMigrations: Migrations = {
  '613-reminders': sqlMigration(`
    create table reminder (
      id uuid primary key default gen_random_uuid(),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      -- The deadline, and how long before it.
      until timestamptz not null,
      step text not null,
      state text not null default 'planned' check (state in ('planned', 'queued', 'sent', 'solved', 'excluded', 'ended', 'missed')),
      planned_at timestamptz not null default business_now(),
      settled_at timestamptz,
      -- Of what told it: its mail and its paper.
      event_id uuid,
      paper_id uuid,
      unique (enrolment_id, until, step),
      check ((settled_at is null) = (state in ('planned', 'queued'))),
      check ((state = 'sent') = (event_id is not null and paper_id is not null))
    )
----
    create index reminder_planned on reminder (id) where state = 'planned'
----
    create index reminder_session on reminder (academy, session, until, step, state)
----
    -- Until when what is due was asked, on the exam's clock.
    create table reminder_sweep (academy text not null, session text not null, asked_at timestamptz not null, primary key (academy, session))
----
    -- A file that an officer took out of the reminders, and back in.
    create table reminder_exclusion (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      reason text not null,
      officer_id uuid not null,
      at timestamptz not null default business_now(),
      lifted_by uuid,
      lifted_at timestamptz,
      check ((lifted_by is null) = (lifted_at is null))
    )
----
    create unique index reminder_excluded on reminder_exclusion (enrolment_id) where lifted_at is null
----
    create function reminder_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'reminders are kept, as proof'; end $$
----
    create trigger reminder_is_kept before delete or truncate on reminder for each statement execute function reminder_is_kept()
----
    create trigger reminder_exclusion_is_kept before delete or truncate on reminder_exclusion for each statement execute function reminder_is_kept()
  `),
  '753-draft-reminders': sqlMigration(`
    -- Whoever began an enrolment and never registered it, told so long before the closing.
    create table draft_reminder (
      id uuid primary key default gen_random_uuid(),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      until timestamptz not null,
      step text not null,
      state text not null default 'planned' check (state in ('planned', 'queued', 'sent', 'solved', 'missed')),
      planned_at timestamptz not null default business_now(),
      settled_at timestamptz,
      event_id uuid,
      unique (enrolment_id, until, step),
      check ((settled_at is null) = (state in ('planned', 'queued'))),
      check ((state = 'sent') = (event_id is not null))
    )
----
    create index draft_reminder_planned on draft_reminder (id) where state = 'planned'
  `),
  '998-letters-of-reminders': sqlMigration(`
    -- Letters that remind of what is over: it came, its day has passed, or nothing is asked of that enrolment any more.
    create view reminder_letter_over as
      select l.id as letter_id from told_by_post l
      where l.template = 'pieces.reminder' and not exists (
        select from reminder r join enrolment_file e on e.id = r.enrolment_id
        where r.event_id = l.event_id and r.until > business_now() and e.reserve is distinct from 'upheld'
          and (exists (select from piece_deadline d where d.enrolment_id = e.id and d.until = r.until and not d.given)
            or exists (select from sheet_doubt d where d.enrolment_id = e.id and d.until = r.until)))
----
    create index reminder_event on reminder (event_id) where event_id is not null
  `),
  '999-letters-of-known-reminders': sqlMigration(`
    -- Of a letter whose reminder isn't known, nothing says that it is over.
    create or replace view reminder_letter_over as
      select l.id as letter_id from told_by_post l
      where exists (select from reminder r where r.event_id = l.event_id) and not exists (
        select from reminder r join enrolment_file e on e.id = r.enrolment_id
        where r.event_id = l.event_id and r.until > business_now() and e.reserve is distinct from 'upheld'
          and (exists (select from piece_deadline d where d.enrolment_id = e.id and d.until = r.until and not d.given)
            or exists (select from sheet_doubt d where d.enrolment_id = e.id and d.until = r.until)))
  `),
  '999-y-reminder-calls': sqlMigration(`
    -- What a head wrote after an incident to whoever has something due at a closing; each is told by a reminder of the step PT0H.
    create table reminder_call (
      id uuid primary key default gen_random_uuid(),
      academy text not null,
      session text not null,
      closes_at timestamptz not null,
      words text not null check (words <> ''),
      head_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index reminder_call_session on reminder_call (academy, session, at desc)
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const summonsMigrations: Migrations = {
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
  '999-zzzzzzz-d-expected-calls': sqlMigration(`
    -- When somebody before a board is expected instead, as the day goes; the published plan stays. Only added to: the last of a call holds.
    create table exam_expected_call (
      rank bigint generated always as identity primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      -- The call of the published plan: where another plan calls at another hour, this doesn't hold any more.
      planned_at timestamptz not null,
      calls_at timestamptz not null,
      starts_at timestamptz not null check (starts_at >= calls_at),
      at timestamptz not null default business_now()
    )
----
    create index exam_expected_call_last on exam_expected_call (enrolment_id, unit, planned_at, rank)
----
    -- How somebody heard of all that was expected of them until then; phone: they have no mail box, and somebody has to call them. same: it was as before.
    create table exam_call_told (
      rank bigint primary key references exam_expected_call (rank),
      enrolment_id uuid not null references enrolment (id),
      way text not null check (way in ('mail', 'phone', 'same')),
      at timestamptz not null default business_now()
    )
----
    create index exam_call_told_enrolment on exam_call_told (enrolment_id, rank)
----
    create function expected_call_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'what somebody was told of their hour is kept'; end $$
----
    create trigger exam_expected_call_is_kept before update or delete or truncate on exam_expected_call for each statement execute function expected_call_is_kept()
----
    create trigger exam_call_told_is_kept before update or delete or truncate on exam_call_told for each statement execute function expected_call_is_kept()
  `),
};

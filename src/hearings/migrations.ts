import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const hearingMigrations: Migrations = {
  '943-hearings': sqlMigration(`
    -- What the office thinks of deciding of its own accord, with the time to answer it (CRPA L121-1, L122-1).
    create table hearing (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      kind text not null check (kind in ('units', 'validation')),
      units jsonb not null,
      piece_id uuid,
      basis text check (basis in ('unlawful', 'fraud', 'asked')),
      facts text[] not null,
      words text not null check (words <> ''),
      until timestamptz not null,
      officer_id uuid not null,
      at timestamptz not null default business_now(),
      paper_id uuid not null,
      outcome text check (outcome in ('decided', 'dropped')),
      ended_by uuid,
      ended_at timestamptz,
      check ((kind = 'validation') = (piece_id is not null and basis is not null)),
      check ((kind = 'units') = (jsonb_array_length(units) > 0)),
      check (num_nulls(outcome, ended_by, ended_at) in (0, 3))
    )
----
    create unique index hearing_open on hearing (enrolment_id, kind) where outcome is null
----
    create index hearing_enrolment on hearing (enrolment_id, at)
----
    create table hearing_answer (
      id uuid primary key,
      academy text not null,
      session text not null,
      hearing_id uuid not null references hearing (id),
      words text not null,
      at timestamptz not null default business_now()
    )
----
    create index hearing_answer_of on hearing_answer (hearing_id, at)
----
    -- A unit of which somebody is left out: by a decision, until the paper or a waiver comes.
    create table unit_exclusion (
      decision_id uuid primary key references decision (id),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      hearing_id uuid not null references hearing (id),
      unit text not null,
      title text not null,
      at timestamptz not null default business_now(),
      lifted_at timestamptz
    )
----
    create unique index unit_exclusion_standing on unit_exclusion (enrolment_id, unit) where lifted_at is null
----
    create index unit_exclusion_session on unit_exclusion (academy, session) where lifted_at is null
----
    create function hearing_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'hearings, answers and exclusions are kept'; end $$
----
    create trigger hearing_is_kept before delete or truncate on hearing for each statement execute function hearing_is_kept()
----
    create trigger hearing_answer_is_kept before update or delete or truncate on hearing_answer for each statement execute function hearing_is_kept()
----
    create trigger unit_exclusion_is_kept before delete or truncate on unit_exclusion for each statement execute function hearing_is_kept()
  `),
  '960-hearings-of-the-closing': sqlMigration(`
    -- An invitation to regularise is a hearing: the pieces that it reopens, and no words of a person.
    alter table hearing add column codes text[] not null default '{}',
      drop constraint hearing_kind_check, add constraint hearing_kind_check check (kind in ('units', 'validation', 'regularisation')),
      drop constraint hearing_words_check, add constraint hearing_words_check check (kind = 'regularisation' or words <> ''),
      add constraint hearing_codes_check check ((kind = 'regularisation') = (codes <> '{}'))
----
    -- Who didn't regularise may be invited again: of these, several may stand without an outcome.
    drop index hearing_open
----
    create unique index hearing_open on hearing (enrolment_id, kind) where outcome is null and kind <> 'regularisation'
  `),
  '962-exclusion-reversed': sqlMigration(`
    -- The decision that gives the unit back, where it is neither the paper nor a waiver.
    alter table unit_exclusion add column lifted_by uuid references decision (id), add check (lifted_by is null or lifted_at is not null)
  `),
  '999-given-back': sqlMigration(`
    -- Of the decisions that left somebody out of a unit: those that no longer do, by the paper, a waiver or another decision.
    create view unit_given_back as select decision_id from unit_exclusion where lifted_at is not null
  `),
  '999-given-back-whole': sqlMigration(`
    -- Each unit has a decision, and those of one paper are contested as one: given back where none of them stands any more.
    create or replace view unit_given_back as
      select x.decision_id from unit_exclusion x where not exists (
        select from unit_exclusion other where other.enrolment_id = x.enrolment_id and other.at = x.at and other.lifted_at is null)
  `),
  '999-z-cited-law': sqlMigration(`
    -- What an officer cites is a field; it was to be found among what the invitation says.
    alter table hearing add column law text check (law <> '')
----
    update hearing set law = cited.law from (
      select h.id, substr(fact, 52) as law from hearing h, unnest(h.facts) fact where fact like 'Texte qui demande l''attestation pour cette unité_: %') cited
      where cited.id = hearing.id and cited.law <> ''
  `),
};

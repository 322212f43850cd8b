import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const replacementMigrations: Migrations = {
  '999-zzzzzzzzzzz-zb-closing-proofs': sqlMigration(`
    -- What was given of an absence goes with the account that its candidate closes.
    drop trigger absence_proof_is_kept on absence_proof
----
    create trigger absence_proof_is_kept before truncate on absence_proof for each statement execute function absence_excuse_is_kept()
----
    create trigger absence_proof_goes before delete on absence_proof for each row execute function kept_unless_closed('what was sent of an absence is kept')
  `),
  '691-excuses': sqlMigration(`
    -- Why somebody could not come: words and documents are health data, read by their candidate and by the service of accommodations.
    create table absence_excuse (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      units text[] not null check (cardinality(units) between 1 and 50),
      words text not null,
      state text not null default 'sent' check (state in ('sent', 'reading', 'read', 'withdrawn')),
      conclusion text check (conclusion in ('established', 'not-established')),
      -- To the head who decides: without a cause.
      said text not null default '',
      sent_at timestamptz not null default business_now(),
      read_by uuid,
      read_at timestamptz,
      ended_at timestamptz,
      row_version integer not null default 1,
      check ((state = 'read') = (conclusion is not null)),
      check ((state = 'withdrawn') = (ended_at is not null))
    )
----
    create index absence_excuse_enrolment on absence_excuse (enrolment_id)
----
    create index absence_excuse_session on absence_excuse (academy, session)
----
    create table absence_proof (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      excuse_id uuid not null references absence_excuse (id),
      name text not null,
      type text not null,
      size integer not null check (size between 1 and 5242880),
      sha256 text not null,
      sent_sha256 text not null,
      sent_size integer not null,
      sent_type text not null,
      file_key text not null unique,
      receipt text not null unique,
      begun_at timestamptz not null,
      finished_at timestamptz not null,
      removed_at timestamptz,
      scan text check (scan in ('waiting', 'clean', 'infected')),
      finding text,
      erased_at timestamptz,
      checked_at timestamptz,
      fault text check (fault in ('missing', 'altered'))
    )
----
    create index absence_proof_excuse on absence_proof (excuse_id)
----
    create index absence_proof_check on absence_proof (checked_at nulls first, id) where erased_at is null
----
    create function absence_excuse_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'what was sent of an absence is kept'; end $$
----
    create trigger absence_excuse_is_kept before delete or truncate on absence_excuse for each statement execute function absence_excuse_is_kept()
----
    create trigger absence_proof_is_kept before delete or truncate on absence_proof for each statement execute function absence_excuse_is_kept()
  `),
  '724-admitted': sqlMigration(`
    -- Decisions of a version that seated nobody by them: who was admitted then is admitted now.
    do $$ begin
      if to_regclass('replacement_decision') is not null then
        insert into exam_replacement (academy, session, enrolment_id, unit, admitted)
          select distinct on (enrolment_id, unit) academy, session, enrolment_id, unit, outcome = 'granted'
          from replacement_decision order by enrolment_id, unit, rank desc
        on conflict do nothing;
      end if;
    end $$
  `),
  '792-replacements': sqlMigration(`
    -- Whether somebody who was absent sits the unit again. What justifies the absence isn't here: only when it came.
    create table replacement_decision (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      rank integer not null check (rank > 0),
      outcome text not null check (outcome in ('granted', 'refused')),
      received_on date not null,
      words text not null,
      decided_by uuid not null,
      decided_at timestamptz not null default business_now(),
      unique (enrolment_id, unit, rank)
    )
----
    create index replacement_decision_session on replacement_decision (academy, session)
----
    create function replacement_decision_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'decisions on replacements are kept'; end $$
----
    create trigger replacement_decision_is_kept before update or delete or truncate on replacement_decision
      for each statement execute function replacement_decision_is_kept()
  `),
  '945-replacement-decided': sqlMigration(`
    -- The decision on record, with its author; null: from before they had one.
    alter table replacement_decision add column decision_id uuid references decision
  `),
  '999-x-unread-proofs': sqlMigration(`
    -- A document counts from its receipt; until it is read its size and hash are those of what was sent. One that can't be read says why.
    alter table absence_proof
      add column unread boolean not null default false,
      add column refusal text,
      drop constraint absence_proof_size_check,
      add constraint absence_proof_size_check check (size > 0 and (size <= 5242880 or unread or refusal is not null)),
      add constraint absence_proof_read check (not (unread and refusal is not null))
  `),
};

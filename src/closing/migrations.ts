import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const closingMigrations: Migrations = {
  '620-regularisation': sqlMigration(`
    -- Invitations to give what is missing by a date, and to write one's observations (CRPA L114-5, L114-6, L122-1).
    create table regularisation (
      event_id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      codes text[] not null check (codes <> '{}'),
      until timestamptz not null,
      officer_id uuid not null,
      paper_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index regularisation_enrolment on regularisation (enrolment_id, until)
----
    -- What any room may read: until when somebody is, or was, invited.
    create view regularisation_end as select enrolment_id, max(until) as until from regularisation group by enrolment_id
----
    create table observation (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      words text not null,
      at timestamptz not null default business_now()
    )
----
    create index observation_enrolment on observation (enrolment_id, at)
----
    create function closing_record_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'invitations and observations are kept as they came'; end $$
----
    create trigger regularisation_is_kept before update or delete or truncate on regularisation for each statement execute function closing_record_is_kept()
----
    create trigger observation_is_kept before update or delete or truncate on observation for each statement execute function closing_record_is_kept()
  `),
};

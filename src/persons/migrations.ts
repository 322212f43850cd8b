import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const personMigrations: Migrations = {
  '999-zzzzzzzzzzz-i-changeover': sqlMigration(`
    -- Lists of candidates that the system in place has registered: read, shown, then confirmed whole.
    create table changeover_import (
      id uuid primary key,
      academy text not null,
      session text not null,
      name text not null,
      sha256 text not null,
      lines integer not null,
      -- Already there, by their number.
      known integer not null,
      by uuid not null,
      at timestamptz not null default business_now(),
      written_at timestamptz,
      taken_back_at timestamptz,
      taken_back_by uuid,
      taken_back_words text,
      check ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_words is null)),
      check (taken_back_at is null or written_at is not null)
    )
----
    create index changeover_import_academy on changeover_import (academy, written_at)
----
    create table changeover_line (
      id uuid primary key,
      import_id uuid not null references changeover_import (id) on delete cascade,
      -- Of the file.
      at integer not null,
      academy text not null,
      session text not null,
      written boolean not null default false,
      number text not null,
      enrolment_number text,
      birth_name text not null,
      usage_name text,
      first_names text not null,
      birth_date date not null,
      speciality text not null,
      portfolio text not null,
      category text,
      options text,
      -- Theirs here: opened from this line, or said to be theirs already.
      enrolment_id uuid references enrolment (id),
      settled_by uuid,
      settled_at timestamptz,
      check ((enrolment_id is null) = (settled_by is null) and (enrolment_id is null) = (settled_at is null))
    )
----
    create unique index changeover_line_number on changeover_line (academy, session, number) where written
----
    create index changeover_line_import on changeover_line (import_id, at)
----
    create index changeover_line_order on changeover_line (academy, office_fold(birth_name), first_names, number) where written
----
    create index changeover_line_enrolment on changeover_line (enrolment_id) where enrolment_id is not null
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const integrationMigrations: Migrations = {
  '999-zzzzzzzzzzz-w-keys': sqlMigration(`
    -- By which other programs read. Of the key itself only the hash, and how it begins.
    create table api_key (
      id uuid primary key,
      academy text not null,
      name text not null check (name <> '' and length(name) <= 60),
      shown text not null,
      hash bytea not null unique check (length(hash) = 32),
      scopes text[] not null check (scopes <> '{}' and scopes <@ array['files', 'identity', 'results']),
      made_by uuid not null,
      made_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      revoked_by uuid,
      last_used_at timestamptz,
      check (expires_at <= made_at + interval '366 days'),
      check ((revoked_at is null) = (revoked_by is null))
    )
----
    create index api_key_academy on api_key (academy, made_at)
----
    -- Which key read which file on which day, and what of it: its candidate is told. A line a day, however often.
    create table key_reading (
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      key_id uuid not null references api_key (id),
      day date not null,
      identity boolean not null,
      result boolean not null,
      primary key (enrolment_id, key_id, day)
    )
  `),
};

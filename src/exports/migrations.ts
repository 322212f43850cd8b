import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const exportMigrations: Migrations = {
  '999-zzzzzzzzzzz-l-saved-exports': sqlMigration(`
    -- A list that somebody takes again and again: the query of its address, under a name; theirs, or of the whole office.
    create table saved_export (
      id uuid primary key,
      academy text not null,
      account_id uuid not null,
      name text not null check (name <> '' and length(name) <= 60),
      query text not null,
      shared boolean not null,
      saved_at timestamptz not null default business_now(),
      unique (account_id, name)
    )
----
    create index saved_export_shared on saved_export (academy) where shared
  `),
};

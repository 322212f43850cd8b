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
  '999-zzzzzzzzzzz-l-w-prepared-exports': sqlMigration(`
    -- A list that is made ready without its reader: what was asked, in whose scope, how far it is. Its bytes go with it after a week.
    create table export_order (
      id uuid primary key,
      academy text not null,
      session text not null,
      account_id uuid not null,
      query text not null,
      portfolios text[],
      format text not null check (format in ('csv', 'xlsx')),
      what text not null,
      state text not null check (state in ('planned', 'ready', 'failed')),
      total integer,
      written integer not null default 0,
      tries integer not null default 0,
      ordered_at timestamptz not null default business_now(),
      ended_at timestamptz
    )
----
    create index export_order_reader on export_order (account_id, ordered_at)
----
    -- One at a time for each.
    create unique index export_order_planned on export_order (account_id) where state = 'planned'
----
    create table export_part (
      order_id uuid not null references export_order (id) on delete cascade,
      rank integer not null,
      bytes bytea not null,
      primary key (order_id, rank)
    )
  `),
};

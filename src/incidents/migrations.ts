import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const incidentMigrations: Migrations = {
  '999-y-banners': sqlMigration(`
    -- What a head says above every page of their academy. One that is over is erased at night: the journal keeps what was said.
    create table banner (
      academy text primary key,
      words text not null check (words <> '' and length(words) <= 300),
      until timestamptz not null check (until = date_trunc('minute', until)),
      version integer not null,
      head_id uuid not null,
      at timestamptz not null default business_now()
    )
  `),
};

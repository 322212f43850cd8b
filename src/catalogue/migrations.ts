import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const catalogueMigrations: Migrations = {
  '050-rule-pack': sqlMigration(`
    -- Every pack that was ever in force, as the files it was read from. Kept: versions of enrolments name theirs.
    create table rule_pack (
      fingerprint text primary key,
      files jsonb not null,
      published_at timestamptz not null default now()
    )
----
    -- When a relative session (demonstration) was first loaded: its dates are fixed then.
    create table session_anchor (session text primary key, anchored_at timestamptz not null)
  `),
};

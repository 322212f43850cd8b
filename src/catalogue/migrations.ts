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
  '051-rule-publication': sqlMigration(`
    -- Each time that a pack came into force, the last one being in force. Written once, never changed.
    create table rule_publication (
      id bigint generated always as identity primary key,
      fingerprint text not null references rule_pack,
      origin text not null check (origin in ('folder', 'office')),
      -- The delivered folder that it takes into account, so that only another one is news.
      folder_fingerprint text not null,
      published_at timestamptz not null default now()
    )
----
    insert into rule_publication (fingerprint, origin, folder_fingerprint, published_at)
    select fingerprint, 'folder', fingerprint, published_at from rule_pack order by published_at
----
    alter table rule_pack drop column published_at
  `),
};

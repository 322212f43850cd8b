import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const keptFileMigrations: Migrations = {
  '999-x-unread-files': sqlMigration(`
    -- Files that are received and that nobody has read yet. Real time, never the exam's clock: it is the queue's own.
    create table unread_file (
      -- Of the row of its room.
      id uuid primary key,
      room text not null,
      folder text not null,
      owner text not null,
      -- [{ key, secret, turns, name }]: where its bytes stand, and by which key of its own each is encrypted.
      parts jsonb not null,
      -- When what it is for ends: the nearest is read first.
      until timestamptz not null,
      received_at timestamptz not null default now(),
      -- When somebody looked last at the page where it stands: they come first.
      watched_at timestamptz,
      -- Until when the reader that took it, or that couldn't read it now, keeps it from the others.
      taken_until timestamptz,
      -- It was refused, and what was sent is kept until then.
      kept_until timestamptz
    )
----
    create index unread_file_next on unread_file (until, received_at) where kept_until is null
----
    create index unread_file_keys on unread_file using gin (parts jsonb_path_ops)
  `),
  '999-x-unread-watched': sqlMigration(`
    -- Whoever stands in front of a page is found without a look at all who wait; keys are looked up in what a night lists alone.
    create index unread_file_watched on unread_file (watched_at) where kept_until is null and watched_at is not null
----
    drop index unread_file_keys
  `),
};

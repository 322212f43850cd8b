import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const messageMigrations: Migrations = {
  '999-zzzzzzzzzzz-zb-closing-messages': sqlMigration(`
    -- Messages stay as they came, until the candidate whose they are closes their account.
    create function message_reading_kept_unless_closed() returns trigger language plpgsql set search_path from current as $$
    begin
      if exists (select from message m join closed_enrolment c on c.enrolment_id = m.enrolment_id where m.id = old.message_id) then return old; end if;
      raise exception 'messages are kept as they came';
    end $$
----
    drop trigger message_is_kept on message
----
    create trigger message_is_kept before update or truncate on message for each statement execute function message_is_kept()
----
    create trigger message_goes before delete on message for each row execute function kept_unless_closed('messages are kept as they came')
----
    drop trigger message_reading_is_kept on message_reading
----
    create trigger message_reading_is_kept before update or truncate on message_reading for each statement execute function message_is_kept()
----
    create trigger message_reading_goes before delete on message_reading for each row execute function message_reading_kept_unless_closed()
----
    drop trigger message_settlement_is_kept on message_settlement
----
    create trigger message_settlement_is_kept before update or truncate on message_settlement for each statement execute function message_is_kept()
----
    create trigger message_settlement_goes before delete on message_settlement for each row execute function kept_unless_closed('messages are kept as they came')
----
    drop trigger message_lot_recipient_is_kept on message_lot_recipient
----
    create trigger message_lot_recipient_is_kept before truncate on message_lot_recipient for each statement execute function message_is_kept()
----
    create trigger message_lot_recipient_goes before delete on message_lot_recipient for each row execute function kept_unless_closed('messages are kept as they came')
  `),
  '600-messages': sqlMigration(`
    create table message (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      place integer not null check (place > 0),
      author text not null check (author in ('candidate', 'office')),
      staff_id uuid,
      piece text,
      words text not null check (words <> ''),
      answers boolean not null,
      lot_id uuid,
      at timestamptz not null default business_now(),
      unique (enrolment_id, place),
      check ((author = 'office') = (staff_id is not null)),
      check (author = 'office' or (not answers and lot_id is null)),
      check (lot_id is null or not answers)
    )
----
    create unique index message_of_lot on message (lot_id, enrolment_id) where lot_id is not null
----
    -- When each reader of the other side first had it under the eyes.
    create table message_reading (
      message_id uuid not null references message (id),
      reader_id uuid not null,
      at timestamptz not null default business_now(),
      primary key (message_id, reader_id)
    )
----
    -- What the candidate wrote up to that place needs no answer, said somebody.
    create table message_settlement (
      enrolment_id uuid not null references enrolment (id),
      up_to integer not null,
      academy text not null,
      session text not null,
      officer_id uuid not null,
      at timestamptz not null default business_now(),
      primary key (enrolment_id, up_to)
    )
----
    create function message_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'messages are kept as they came'; end $$
----
    create trigger message_is_kept before update or delete or truncate on message for each statement execute function message_is_kept()
----
    create trigger message_reading_is_kept before update or delete or truncate on message_reading for each statement execute function message_is_kept()
----
    create trigger message_settlement_is_kept before update or delete or truncate on message_settlement for each statement execute function message_is_kept()
----
    -- Where each thread stands, as the office lists them: kept by the transaction that writes.
    create table message_thread (
      enrolment_id uuid primary key references enrolment (id),
      academy text not null,
      session text not null,
      portfolio text,
      version integer not null,
      last_at timestamptz not null,
      last_author text not null check (last_author in ('candidate', 'office')),
      officer_id uuid,
      waiting_since timestamptz,
      waiting integer not null,
      -- Named by any of its messages.
      pieces text[] not null,
      check ((waiting_since is null) = (waiting = 0))
    )
----
    create index message_waiting on message_thread (academy, session, waiting_since, enrolment_id) where waiting_since is not null
----
    create index message_waiting_portfolio on message_thread (academy, session, portfolio, waiting_since, enrolment_id) where waiting_since is not null
----
    create index message_waiting_officer on message_thread (academy, session, officer_id, waiting_since, enrolment_id) where waiting_since is not null
----
    create index message_recent on message_thread (academy, session, last_at, enrolment_id)
----
    create index message_recent_portfolio on message_thread (academy, session, portfolio, last_at, enrolment_id)
----
    create index message_recent_officer on message_thread (academy, session, officer_id, last_at, enrolment_id)
----
    create index message_thread_pieces on message_thread using gin (pieces)
----
    create function message_thread_moved() returns trigger language plpgsql set search_path from current as $$
    begin
      update message_thread set portfolio = new.portfolio where enrolment_id = new.id;
      return null;
    end $$
----
    create trigger message_thread_moved after update on enrolment for each row when (new.portfolio is distinct from old.portfolio)
      execute function message_thread_moved()
  `),
  '601-message-templates': sqlMigration(`
    -- Answers that an office keeps ready. No words are lost: each version stays in message_template_version.
    create table message_template (
      id uuid primary key,
      academy text not null,
      title text not null check (title <> ''),
      about text not null check (about in ('piece', 'todo', 'other')),
      words text not null check (words <> ''),
      version integer not null default 1,
      retired boolean not null default false,
      -- Null: it came with the software.
      changed_by uuid,
      changed_at timestamptz not null default business_now()
    )
----
    create unique index message_template_title on message_template (academy, lower(title)) where not retired
----
    create table message_template_version (
      template_id uuid not null references message_template (id),
      version integer not null,
      title text not null,
      about text not null,
      words text not null,
      retired boolean not null,
      changed_by uuid,
      changed_at timestamptz not null,
      primary key (template_id, version)
    )
----
    create trigger message_template_is_kept before delete or truncate on message_template for each statement execute function message_is_kept()
----
    create trigger message_template_version_is_kept before update or delete or truncate on message_template_version for each statement execute function message_is_kept()
  `),
  '602-message-lots': sqlMigration(`
    -- One message to many, sent one by one by a job.
    create table message_lot (
      id uuid primary key,
      academy text not null,
      officer_id uuid not null,
      words text not null check (words <> ''),
      at timestamptz not null default business_now()
    )
----
    create index message_lot_officer on message_lot (officer_id, at)
----
    create index message_lot_academy on message_lot (academy, at)
----
    create table message_lot_recipient (
      lot_id uuid not null references message_lot (id),
      enrolment_id uuid not null references enrolment (id),
      state text not null default 'planned' check (state in ('planned', 'sent', 'ended', 'repeated', 'no-value')),
      settled_at timestamptz,
      primary key (lot_id, enrolment_id),
      check ((settled_at is null) = (state = 'planned'))
    )
----
    create trigger message_lot_is_kept before update or delete or truncate on message_lot for each statement execute function message_is_kept()
----
    create trigger message_lot_recipient_is_kept before delete or truncate on message_lot_recipient for each statement execute function message_is_kept()
  `),
};

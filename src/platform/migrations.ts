import { type Migrations, sqlMigration } from './database/migrate.ts';

export const platformMigrations: Migrations = {
  '010-clock': sqlMigration(`
    create table clock (
      only_row boolean primary key default true check (only_row),
      shift interval not null default '0'
    )
----
    insert into clock default values
----
    -- The exam's clock: real time, moved by a shift that is 0 outside demonstration. Stable within a transaction.
    create function business_now() returns timestamptz language sql stable as
      'select now() + shift from clock'
  `),
  '011-journal': sqlMigration(`
    create sequence journal_id
----
    create table journal (
      id bigint primary key,
      event_id uuid not null unique,
      stream text not null,
      name text not null,
      academy text,
      session text,
      actor_kind text not null,
      actor_id text,
      on_behalf_of text,
      request_id text not null,
      at timestamptz not null default clock_timestamp(),
      business_at timestamptz not null default business_now(),
      data text not null,
      previous_hash bytea,
      hash bytea not null,
      unique nulls not distinct (stream, previous_hash)
    )
----
    create index journal_stream on journal (stream, id)
----
    create index journal_session_at on journal (academy, session, id)
----
    -- Each stream (one enrolment, one account…) is a chain: a row carries the hash of the row before it.
    create function journal_chain() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('journal ' || new.stream, 0));
      new.id := nextval('journal_id');
      select j.hash into new.previous_hash from journal j where j.stream = new.stream order by j.id desc limit 1;
      new.hash := sha256(convert_to(concat_ws(E'\\n', coalesce(encode(new.previous_hash, 'hex'), ''), new.event_id, new.stream, new.name,
        coalesce(new.academy, ''), coalesce(new.session, ''), new.actor_kind, coalesce(new.actor_id, ''), coalesce(new.on_behalf_of, ''),
        new.request_id, (extract(epoch from new.at) * 1000000)::bigint, (extract(epoch from new.business_at) * 1000000)::bigint, new.data), 'UTF8'));
      return new;
    end $$
----
    create trigger journal_chain before insert on journal for each row execute function journal_chain()
----
    create function journal_is_append_only() returns trigger language plpgsql as $$
    begin raise exception 'the journal is append-only'; end $$
----
    create trigger journal_append_only before update or delete or truncate on journal for each statement execute function journal_is_append_only()
  `),
  '012-idempotency': sqlMigration(`
    create table once (
      key uuid not null,
      owner text not null,
      purpose text not null,
      outcome jsonb,
      at timestamptz not null default now(),
      primary key (key, owner, purpose)
    )
----
    create index once_at on once (at)
  `),
  '013-throttle': sqlMigration(`
    create table throttle (
      bucket text primary key,
      failures integer not null,
      window_ends_at timestamptz not null,
      blocked_until timestamptz not null,
      allowed boolean not null
    )
  `),
  '018-refusals': sqlMigration(`
    create table refusal (
      hour timestamptz not null,
      -- An account, or the network of who isn't signed in.
      who text not null,
      kind text not null check (kind in ('not-theirs', 'forged', 'too-many')),
      route text not null,
      account_id text,
      academy text,
      network text not null,
      times integer not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      request_id text not null,
      primary key (hour, who, kind, route)
    )
----
    create index refusal_last on refusal (last_at desc)
  `),
  '014-mail': sqlMigration(`
    create table mail (
      id uuid primary key,
      event_id uuid not null,
      template text not null,
      recipient text not null,
      account_id text,
      academy text,
      session text,
      subject text not null,
      body text not null,
      state text not null check (state in ('waiting', 'sending', 'sent', 'kept', 'failed')),
      attempts integer not null default 0,
      available_at timestamptz not null default now(),
      business_at timestamptz not null default business_now(),
      created_at timestamptz not null default now(),
      sent_at timestamptz,
      smtp_reply text,
      unique (event_id, template, recipient)
    )
----
    create index mail_waiting on mail (available_at) where state in ('waiting', 'sending')
----
    create index mail_created on mail (created_at desc)
  `),
  '015-migration-checksum': sqlMigration(`
    -- The SHA-256 of each migration's text as it was applied here: one that is edited afterwards is refused at start.
    create table migration_checksum (
      name text primary key,
      checksum text not null,
      recorded_at timestamptz not null default now()
    )
  `),
  '016-installation': sqlMigration(`
    -- What this database is for, said once at its first start and never changed.
    create table installation (
      only_row boolean primary key default true check (only_row),
      mode text not null check (mode in ('demonstration', 'production')),
      since timestamptz not null default now()
    )
  `),
  '017-journal-restored': sqlMigration(`
    -- A dump is restored with an empty search path: the chain must find its table then too.
    alter function journal_chain() set search_path from current
  `),
  '020-trouble': sqlMigration(`
    -- What a node can't do at present; see trouble.ts.
    create table trouble (
      sort text not null,
      node text not null,
      since timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      primary key (sort, node)
    )
  `),
  '021-orphans': sqlMigration(`
    -- Files of the store that no row names; see files/sweepOrphans.ts.
    create table orphan_file (
      key text primary key,
      found_at timestamptz not null default now()
    )
  `),
  '022-views': sqlMigration(`
    -- What any room may read of what became of a mail, without its text.
    create view mail_outcome as select id, account_id, state, business_at, created_at from mail
----
    create view journal_entry as
      select id, event_id, stream, name, academy, session, actor_kind, actor_id, on_behalf_of, request_id, at, business_at, data from journal
----
    create view refusal_trace as select kind, route, account_id, academy, network, times, first_at, last_at, request_id from refusal
  `),
  '610-mail-proof': sqlMigration(`
    -- Which event a mail told, and what the relay answered: proof of a reminder or a notice.
    create or replace view mail_outcome as
      select id, account_id, state, business_at, created_at, event_id, template, sent_at, smtp_reply from mail
  `),
  '650-journal-seal': sqlMigration(`
    -- The last entry of each chain that grew in a day, sealed the night after: what no chain shows, the loss of a whole one, shows here.
    create table journal_seal (
      day date primary key,
      from_at timestamptz,
      until_at timestamptz not null,
      entries integer not null,
      chains integer not null,
      previous_hash bytea,
      hash bytea not null,
      made_at timestamptz not null default clock_timestamp()
    )
----
    create trigger journal_seal_append_only before update or delete or truncate on journal_seal
      for each statement execute function journal_is_append_only()
----
    -- Entries come in the order of their time: some kilobytes for a million.
    create index journal_at on journal using brin (at)
----
    -- What is rare, without reading all the others.
    create index journal_name on journal (academy, name, id)
  `),
  '820-letter': sqlMigration(`
    -- What is told to who has no mail box, in the words of the mail: for somebody to print and post. What became of it stands with who posts it.
    create table letter (
      id uuid primary key,
      event_id uuid not null,
      template text not null,
      account_id text not null,
      academy text,
      session text,
      -- The file that it is about.
      about text,
      -- Only for those who may read of somebody's health.
      confidential boolean not null,
      subject text not null check (subject <> ''),
      body text not null,
      at timestamptz not null default business_now(),
      created_at timestamptz not null default now(),
      unique (event_id, template, account_id)
    )
----
    create index letter_account on letter (account_id, created_at)
----
    create index letter_about on letter (about)
----
    -- What any room may read of it.
    create view told_by_post as
      select id, event_id, template, account_id, academy, session, about, confidential, subject, body, at, created_at from letter
----
    -- A mail is for a mail box; those that an older version wrote for nobody's never left.
    alter table mail add constraint mail_has_a_mailbox check (state = 'failed' or recipient not like '%@sans-adresse.invalid')
  `),
  '969-letter-signed': sqlMigration(`
    -- Who took the decision that a letter tells: they sign it, whoever prints it. Null: it tells none, and who prints it signs.
    alter table letter add column signed_by text check (signed_by <> '')
----
    create or replace view told_by_post as
      select id, event_id, template, account_id, academy, session, about, confidential, subject, body, at, created_at, signed_by from letter
  `),
  '970-once-content': sqlMigration(`
    -- SHA-256 of what the form said; null: of a key that an older version accepted, or of a form on a version.
    alter table once add column content text
  `),
  '999-y-service-minutes': sqlMigration(`
    -- What each node did in each minute; see service/serviceMinute.ts. In real time, as it was measured.
    create table service_minute (
      minute timestamptz not null,
      node text not null,
      requests integer not null,
      refused integer not null,
      faults integer not null,
      slow integer not null,
      lag_ms integer not null,
      away boolean not null,
      mail_seconds integer not null default 0,
      troubles text,
      primary key (minute, node)
    )
  `),
  '999-z-marked-store': sqlMigration(`
    -- The store of files that this database has met, by the mark that stands in it; see files/mark.ts. Null: none yet.
    alter table installation add column store_id uuid
  `),
  '999-zzzzzzz-p-journal-restored-as-it-was': sqlMigration(`
    -- An entry that comes with its hash comes out of a dump, whose rows are in no order: it keeps its place in the chain. What was written for it by
    -- hand shows when the chains are verified.
    create or replace function journal_chain() returns trigger language plpgsql as $$
    begin
      if octet_length(new.hash) > 0 then return new; end if;
      perform pg_advisory_xact_lock(hashtextextended('journal ' || new.stream, 0));
      new.id := nextval('journal_id');
      select j.hash into new.previous_hash from journal j where j.stream = new.stream order by j.id desc limit 1;
      new.hash := sha256(convert_to(concat_ws(E'\\n', coalesce(encode(new.previous_hash, 'hex'), ''), new.event_id, new.stream, new.name,
        coalesce(new.academy, ''), coalesce(new.session, ''), new.actor_kind, coalesce(new.actor_id, ''), coalesce(new.on_behalf_of, ''),
        new.request_id, (extract(epoch from new.at) * 1000000)::bigint, (extract(epoch from new.business_at) * 1000000)::bigint, new.data), 'UTF8'));
      return new;
    end $$
----
    alter function journal_chain() set search_path from current
  `),
  '999-zzzzzzzzzz-l-mail-subject': sqlMigration(`
    -- By its subject, what somebody on the telephone finds in their mail box: for who helps them there.
    create view mail_in_box as select id, account_id, template, subject, state, business_at, created_at from mail
  `),
};

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
  '999-zzzzzzzzzzz-w-webhooks': sqlMigration(`
    -- Where other programs are told of what happens. The secret that a notice is signed with comes from the installation's, and stands nowhere.
    create table webhook (
      id uuid primary key,
      academy text not null,
      name text not null check (name <> '' and length(name) <= 60),
      address text not null check (length(address) <= 600),
      facts text[] not null check (facts <> '{}'),
      state text not null default 'active' check (state in ('active', 'suspended', 'removed')),
      secret_rank integer not null default 1,
      failures integer not null default 0,
      failing_since timestamptz,
      rest_until timestamptz,
      -- Somebody is at it until then, unless they are killed.
      busy_until timestamptz,
      made_by uuid not null,
      made_at timestamptz not null default now()
    )
----
    create index webhook_academy on webhook (academy) where state <> 'removed'
----
    create table webhook_delivery (
      id uuid primary key,
      academy text not null,
      session text not null,
      webhook_id uuid not null references webhook (id),
      event_id uuid not null,
      fact text not null,
      -- Ids and a fact: what is signed, letter by letter.
      body text not null,
      state text not null check (state in ('waiting', 'delivered', 'dead')),
      tries integer not null default 0,
      next_at timestamptz not null default now(),
      expires_at timestamptz not null,
      status integer,
      fault text check (fault in ('answered', 'timeout', 'unreachable', 'unknown-host', 'inside', 'suspended')),
      created_at timestamptz not null default now(),
      delivered_at timestamptz,
      unique (webhook_id, event_id)
    )
----
    create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'waiting'
----
    create index webhook_delivery_latest on webhook_delivery (webhook_id, created_at)
  `),
};

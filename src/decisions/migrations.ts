import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const decisionMigrations: Migrations = {
  '940-decisions': sqlMigration(`
    -- Delegations of signature. What one says is never changed: it is ended, and another is kept.
    create table delegation (
      id uuid primary key,
      academy text not null,
      -- Kept when the account goes: what was signed by it stays.
      account_id uuid not null,
      first_name text not null check (first_name <> ''),
      surname text not null check (surname <> ''),
      capacity text not null check (capacity <> ''),
      grantor text not null check (grantor <> ''),
      title text not null check (title <> ''),
      acts text[] not null check (cardinality(acts) > 0),
      published_on date not null,
      from_on date not null check (from_on > published_on),
      -- The day before its first: it was ended before it served.
      until_on date check (until_on >= from_on - 1),
      kept_by uuid,
      kept_at timestamptz not null default business_now(),
      ended_by uuid
    )
----
    create index delegation_account on delegation (account_id, academy)
----
    create index delegation_academy on delegation (academy, kept_at desc)
----
    create function delegation_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and (to_jsonb(new) - '{until_on,ended_by}'::text[]) = (to_jsonb(old) - '{until_on,ended_by}'::text[]) then return new; end if;
      raise exception 'a delegation is ended, never changed';
    end $$
----
    create trigger delegation_is_kept before update or delete on delegation for each row execute function delegation_is_kept()
----
    -- Decisions for or against a person, each with its author as it was that day. Of health: neither facts nor reason.
    create table decision (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null,
      act text not null,
      delegation_id uuid references delegation,
      author_id uuid,
      first_name text not null,
      surname text not null,
      capacity text not null,
      service text not null,
      delegated text,
      -- Who wrote it for the author to sign; null: the author.
      prepared_by uuid,
      facts text[] not null,
      reason text not null,
      ground text not null,
      undoes uuid references decision,
      taken_at timestamptz not null default business_now(),
      check ((delegation_id is null) = (delegated is null))
    )
----
    create index decision_enrolment on decision (enrolment_id, taken_at desc)
----
    create index decision_delegation on decision (delegation_id)
----
    -- Who took a decision, as other rooms print it.
    create view decision_author as
      select id, jsonb_build_object('firstName', first_name, 'surname', surname, 'capacity', capacity, 'service', service, 'delegated', delegated) as author
      from decision
----
    create function decision_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'a decision is kept as it was taken'; end $$
----
    create trigger decision_is_kept before update or delete or truncate on decision for each statement execute function decision_is_kept()
  `),
  '982-prepared-decisions': sqlMigration(`
    -- Written by somebody for who may sign it. It has no effect before, and its candidate reads nothing of it.
    create table prepared_decision (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null,
      -- Of the enrolment that was read.
      version integer not null,
      act text not null,
      facts text[] not null,
      reason text not null,
      ground text not null,
      state text not null default 'waiting' check (state in ('waiting', 'sent-back', 'signed')),
      prepared_by uuid not null,
      prepared_at timestamptz not null default business_now(),
      closed_by uuid,
      closed_at timestamptz,
      back text,
      decision_id uuid references decision,
      row_version integer not null default 1,
      check (num_nulls(closed_by, closed_at) = case when state = 'waiting' then 2 else 0 end),
      check ((back is not null) = (state = 'sent-back')),
      check ((decision_id is not null) = (state = 'signed'))
    )
----
    create unique index prepared_decision_waiting on prepared_decision (enrolment_id, act) where state = 'waiting'
----
    create index prepared_decision_academy on prepared_decision (academy, prepared_at desc) where state <> 'signed'
----
    create index prepared_decision_enrolment on prepared_decision (enrolment_id, act, prepared_at)
----
    create index prepared_decision_decision on prepared_decision (decision_id)
  `),
  '984-prepared-asked': sqlMigration(`
    -- What the form asked beyond a reason, and what of the enrolment it decides: two units of one candidate may wait at once.
    alter table prepared_decision add column about text not null default '', add column asked jsonb not null default '{}'
----
    create unique index prepared_decision_waiting_about on prepared_decision (enrolment_id, act, about) where state = 'waiting'
----
    drop index prepared_decision_waiting
  `),
  '943-decisions-of-juries': sqlMigration(`
    -- A jury decides of all its candidates at once: its record names them.
    alter table decision alter column enrolment_id drop not null
  `),
  '990-decisions-taken': sqlMigration(`
    -- What other rooms may know of a decision: its act, who took it, and whether another undid it. Not its facts, nor its reason.
    create view taken_decision as
      select d.id, d.act, d.author_id, d.taken_at, a.author, exists (select from decision u where u.undoes = d.id) as undone
      from decision d join decision_author a on a.id = d.id
----
    create index decision_undoes on decision (undoes) where undoes is not null
  `),
  '999-when-delegations-ended': sqlMigration(`
    -- The instant at which somebody ended it: what was signed that morning was signed under it. until_on is then the day before, its last whole one.
    alter table delegation add column ended_at timestamptz
----
    create or replace function delegation_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and (to_jsonb(new) - '{until_on,ended_by,ended_at}'::text[]) = (to_jsonb(old) - '{until_on,ended_by,ended_at}'::text[]) then return new; end if;
      raise exception 'a delegation is ended, never changed';
    end $$
  `),
};

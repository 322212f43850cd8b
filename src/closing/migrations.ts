import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const closingMigrations: Migrations = {
  '620-regularisation': sqlMigration(`
    -- Invitations to give what is missing by a date, and to write one's observations (CRPA L114-5, L114-6, L122-1).
    create table regularisation (
      event_id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      codes text[] not null check (codes <> '{}'),
      until timestamptz not null,
      officer_id uuid not null,
      paper_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index regularisation_enrolment on regularisation (enrolment_id, until)
----
    -- What any room may read: until when somebody is, or was, invited.
    create view regularisation_end as select enrolment_id, max(until) as until from regularisation group by enrolment_id
----
    create table observation (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      words text not null,
      at timestamptz not null default business_now()
    )
----
    create index observation_enrolment on observation (enrolment_id, at)
----
    create function closing_record_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'invitations and observations are kept as they came'; end $$
----
    create trigger regularisation_is_kept before update or delete or truncate on regularisation for each statement execute function closing_record_is_kept()
----
    create trigger observation_is_kept before update or delete or truncate on observation for each statement execute function closing_record_is_kept()
  `),
  '630-cancellation': sqlMigration(`
    create table cancellation (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      state text not null check (state in ('proposed', 'dropped', 'approved', 'undone', 'void', 'done', 'reversed')),
      codes text[] not null check (codes <> '{}'),
      words text not null,
      ground text not null,
      proposed_by uuid not null,
      proposed_at timestamptz not null default business_now(),
      approved_by uuid,
      approved_at timestamptz,
      takes_effect_at timestamptz,
      closed_by uuid,
      closed_at timestamptz,
      note text,
      paper_id uuid,
      -- Nobody decides alone.
      check (approved_by <> proposed_by),
      check (num_nulls(approved_by, approved_at, takes_effect_at) in (0, 3)),
      check (state not in ('approved', 'done', 'reversed') or approved_by is not null),
      check (state not in ('done', 'reversed') or paper_id is not null)
    )
----
    create unique index cancellation_standing on cancellation (enrolment_id) where state in ('proposed', 'approved', 'done')
----
    create index cancellation_due on cancellation (takes_effect_at) where state = 'approved'
----
    create trigger cancellation_is_kept before delete or truncate on cancellation for each statement execute function closing_record_is_kept()
----
    -- What any room may read: whose enrolment a cancellation stands on, and how far it is.
    create view cancellation_standing_of as
      select enrolment_id, state from cancellation where state in ('proposed', 'approved', 'done')
  `),
  '631-cancellation-lot': sqlMigration(`
    -- What a second person approves together: written before anything is approved, so that a stop loses nothing.
    create table cancellation_lot (
      id uuid primary key,
      academy text not null,
      session text not null,
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index cancellation_lot_session on cancellation_lot (academy, session, at)
----
    create table cancellation_lot_line (
      lot_id uuid not null references cancellation_lot (id),
      cancellation_id uuid not null references cancellation (id),
      rank integer not null,
      -- approved, or why not; null: nobody came to it yet
      outcome text,
      primary key (lot_id, cancellation_id)
    )
----
    create index cancellation_proposer on cancellation (session, proposed_by, proposed_at)
----
    create trigger cancellation_lot_is_kept before update or delete or truncate on cancellation_lot for each statement execute function closing_record_is_kept()
----
    create trigger cancellation_lot_line_is_kept before delete or truncate on cancellation_lot_line for each statement execute function closing_record_is_kept()
  `),
  '633-granted-time': sqlMigration(`
    -- Time of one's own that was granted to one candidate, with its reason.
    create table granted_time (
      event_id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      codes text[] not null check (codes <> '{}'),
      until timestamptz not null,
      reason text not null,
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index granted_time_enrolment on granted_time (enrolment_id, at)
----
    create trigger granted_time_is_kept before update or delete or truncate on granted_time for each statement execute function closing_record_is_kept()
  `),
  '942-cancellation-decided': sqlMigration(`
    -- The decision on record, from the approval on. What was approved before decisions had an author waits for one again.
    alter table cancellation add column decision_id uuid references decision
----
    update cancellation set state = 'proposed', approved_by = null, approved_at = null, takes_effect_at = null where state = 'approved'
  `),
  '662-cancellation-notice': sqlMigration(`
    -- What any room may read: the paper that notifies an annulment that took effect and stands.
    create view cancellation_notice as select enrolment_id, paper_id from cancellation where state = 'done'
  `),
  '961-regularisations-are-hearings': sqlMigration(`
    -- What stood in two tables of its own is a hearing and its answers: those of before, and what a node of the version before still writes.
    create function regularisation_is_a_hearing() returns trigger language plpgsql as $$
    begin
      insert into hearing (id, academy, session, enrolment_id, kind, units, codes, facts, words, until, officer_id, at, paper_id)
      values (new.event_id, new.academy, new.session, new.enrolment_id, 'regularisation', '[]', new.codes, new.codes, '', new.until, new.officer_id, new.at, new.paper_id);
      return null;
    end $$
----
    create function observation_is_an_answer() returns trigger language plpgsql as $$
    begin
      insert into hearing_answer (id, academy, session, hearing_id, words, at)
      select new.id, new.academy, new.session, h.id, new.words, new.at from hearing h
        where h.enrolment_id = new.enrolment_id and h.kind = 'regularisation' order by h.at <= new.at desc, h.at desc limit 1;
      return null;
    end $$
----
    create trigger regularisation_is_a_hearing after insert on regularisation for each row execute function regularisation_is_a_hearing()
----
    create trigger observation_is_an_answer after insert on observation for each row execute function observation_is_an_answer()
----
    insert into hearing (id, academy, session, enrolment_id, kind, units, codes, facts, words, until, officer_id, at, paper_id)
    select event_id, academy, session, enrolment_id, 'regularisation', '[]', codes, codes, '', until, officer_id, at, paper_id from regularisation
----
    insert into hearing_answer (id, academy, session, hearing_id, words, at)
    select o.id, o.academy, o.session, h.id, o.words, o.at from observation o cross join lateral (
      select h.id from hearing h where h.enrolment_id = o.enrolment_id and h.kind = 'regularisation' order by h.at <= o.at desc, h.at desc limit 1) h
----
    create or replace view regularisation_end as
      select enrolment_id, max(until) as until from hearing where kind = 'regularisation' group by enrolment_id
  `),
  '999-zzzzzzzzz-b-regularisation-standing': sqlMigration(`
    -- Of each file that was invited: until when, by the invitations that no decision followed, and whether its candidate answered one.
    create view regularisation_standing as
      select h.enrolment_id, max(h.until) filter (where h.outcome is distinct from 'decided') as until,
        bool_or(exists (select from hearing_answer a where a.hearing_id = h.id)) as answered
      from hearing h where h.kind = 'regularisation' group by h.enrolment_id
  `),
  '999-zzzzzzzzzzz-za-invitation-lots': sqlMigration(`
    -- Whom one person invites together to regularise: written before anybody is, so that a stop loses nobody.
    create table invitation_lot (
      id uuid primary key,
      academy text not null,
      session text not null,
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index invitation_lot_own on invitation_lot (officer_id, at)
----
    create table invitation_lot_line (
      lot_id uuid not null references invitation_lot (id),
      enrolment_id uuid not null references enrolment (id),
      -- invited, or why not; null: nobody came to them yet
      outcome text,
      hearing_id uuid references hearing (id),
      primary key (lot_id, enrolment_id),
      check ((outcome is not distinct from 'invited') = (hearing_id is not null))
    )
----
    create trigger invitation_lot_is_kept before update or delete or truncate on invitation_lot for each statement execute function closing_record_is_kept()
----
    create trigger invitation_lot_line_is_kept before delete or truncate on invitation_lot_line for each statement execute function closing_record_is_kept()
  `),
};

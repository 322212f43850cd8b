import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const accommodationMigrations: Migrations = {
  '999-zzzzzzzzzzz-zb-closing-requests': sqlMigration(`
    -- What was asked and what it rested on goes with the account that its candidate closes; what was decided stays.
    create function accommodation_kept_unless_closed() returns trigger language plpgsql set search_path from current as $$
    begin
      if exists (select from accommodation_case a join closed_enrolment c on c.enrolment_id = a.enrolment_id where a.id = old.case_id) then return old; end if;
      raise exception 'requests, their documents and what was decided are kept';
    end $$
----
    drop trigger accommodation_case_is_kept on accommodation_case
----
    create trigger accommodation_case_is_kept before truncate on accommodation_case for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_case_goes before delete on accommodation_case for each row execute function kept_unless_closed('requests, their documents and what was decided are kept')
----
    drop trigger accommodation_document_is_kept on accommodation_document
----
    create trigger accommodation_document_is_kept before truncate on accommodation_document for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_document_goes before delete on accommodation_document for each row execute function kept_unless_closed('requests, their documents and what was decided are kept')
----
    drop trigger accommodation_reminder_is_kept on accommodation_reminder
----
    create trigger accommodation_reminder_is_kept before truncate on accommodation_reminder for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_reminder_goes before delete on accommodation_reminder for each row execute function kept_unless_closed('requests, their documents and what was decided are kept')
----
    drop trigger accommodation_said_is_kept on accommodation_said
----
    create trigger accommodation_said_is_kept before update or truncate on accommodation_said for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_said_goes before delete on accommodation_said for each row execute function kept_unless_closed('requests, their documents and what was decided are kept')
----
    drop trigger accommodation_advice_is_kept on accommodation_advice
----
    create trigger accommodation_advice_is_kept before update or truncate on accommodation_advice for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_advice_goes before delete on accommodation_advice for each row execute function accommodation_kept_unless_closed()
----
    drop trigger accommodation_demand_is_kept on accommodation_demand
----
    create trigger accommodation_demand_is_kept before update or truncate on accommodation_demand for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_demand_goes before delete on accommodation_demand for each row execute function accommodation_kept_unless_closed()
  `),
  '640-accommodations': sqlMigration(`
    create table accommodation_case (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      state text not null check (state in ('draft', 'submitted', 'asked', 'with-doctor', 'advised', 'decided', 'withdrawn')),
      channel text not null check (channel in ('online', 'post')),
      measures text[] not null default '{}',
      words text not null default '',
      -- Why it is sent after the last day (D351-28).
      late_words text,
      revealed_on date,
      begun_at timestamptz not null default business_now(),
      submitted_at timestamptz,
      received_on date,
      waiting_since timestamptz,
      asked_until timestamptz,
      row_version integer not null default 1,
      check (revealed_on is null or late_words is not null),
      check (state in ('draft', 'withdrawn') or (submitted_at is not null and waiting_since is not null)),
      check ((channel = 'post') = (received_on is not null)),
      check (state <> 'asked' or asked_until is not null)
    )
----
    create unique index accommodation_case_sent on accommodation_case (academy, session, enrolment_id) where state not in ('draft', 'withdrawn')
----
    -- It may lie beside a request that came on paper meanwhile: nobody but its candidate reads it.
    create unique index accommodation_case_draft on accommodation_case (academy, session, enrolment_id) where state = 'draft'
----
    create index accommodation_case_enrolment on accommodation_case (enrolment_id)
----
    create table accommodation_document (
      id uuid primary key,
      academy text not null,
      session text not null,
      case_id uuid not null references accommodation_case (id),
      enrolment_id uuid not null references enrolment (id),
      state text not null check (state in ('stored', 'removed')),
      kind text not null,
      name text not null,
      type text not null,
      size integer not null check (size between 1 and 5242880),
      sha256 text not null,
      sent_sha256 text not null,
      sent_size integer not null,
      sent_type text not null,
      file_key text not null unique,
      receipt text not null unique,
      begun_at timestamptz not null,
      finished_at timestamptz not null,
      ended_at timestamptz,
      scan text check (scan in ('waiting', 'clean', 'infected')),
      finding text,
      erased_at timestamptz,
      checked_at timestamptz,
      fault text check (fault in ('missing', 'altered'))
    )
----
    create index accommodation_document_case on accommodation_document (case_id)
----
    create index accommodation_document_check on accommodation_document (checked_at nulls first, id) where erased_at is null
----
    create table accommodation_demand (
      event_id uuid primary key,
      case_id uuid not null references accommodation_case (id),
      words text not null,
      until timestamptz not null,
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index accommodation_demand_case on accommodation_demand (case_id, at)
----
    create table accommodation_advice (
      event_id uuid primary key,
      case_id uuid not null references accommodation_case (id),
      given_on date not null,
      measures jsonb not null,
      officer_id uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index accommodation_advice_case on accommodation_advice (case_id, at)
----
    create table accommodation_decision (
      event_id uuid primary key,
      case_id uuid not null references accommodation_case (id),
      enrolment_id uuid not null references enrolment (id),
      rank integer not null check (rank > 0),
      measures jsonb not null,
      ground text not null,
      officer_id uuid not null,
      paper_id uuid not null,
      at timestamptz not null default business_now(),
      unique (case_id, rank)
    )
----
    create function accommodation_record_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'requests, their documents and what was decided are kept'; end $$
----
    create trigger accommodation_case_is_kept before delete or truncate on accommodation_case for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_document_is_kept before delete or truncate on accommodation_document for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_demand_is_kept before update or delete or truncate on accommodation_demand for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_advice_is_kept before update or delete or truncate on accommodation_advice for each statement execute function accommodation_record_is_kept()
----
    create trigger accommodation_decision_is_kept before update or delete or truncate on accommodation_decision for each statement execute function accommodation_record_is_kept()
----
    -- For who prepares the exam, and only them: what was granted, by the last decision, without its cause, its reasons or what was refused.
    create view accommodation_effect as
      select d.enrolment_id, c.academy, c.session, m ->> 'code' as measure, m ->> 'label' as label, (m ->> 'percent')::integer as percent,
        m ->> 'how' as how
      from accommodation_decision d join accommodation_case c on c.id = d.case_id join enrolment_file e on e.id = d.enrolment_id
        cross join lateral jsonb_array_elements(d.measures) m
      where c.state = 'decided' and e.ended_at is null and (m ->> 'granted')::boolean
        and not exists (select from accommodation_decision later where later.case_id = d.case_id and later.rank > d.rank)
----
    -- Requests on paper that the service had put on record before.
    insert into accommodation_case (id, academy, session, enrolment_id, state, channel, submitted_at, received_on, waiting_since)
      select gen_random_uuid(), e.academy, e.session, e.id, 'submitted', 'post', business_now(), d.requested_on,
        d.requested_on::timestamp at time zone 'Europe/Paris'
      from accommodation_declaration d join enrolment_file e on e.id = d.enrolment_id where d.requested_on is not null
  `),
  '672-unsent-requests': sqlMigration(`
    -- Whoever began a request and never sent it, told so long before the closing of the register.
    create table accommodation_reminder (
      id uuid primary key default gen_random_uuid(),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      until timestamptz not null,
      step text not null,
      state text not null default 'planned' check (state in ('planned', 'queued', 'sent', 'solved', 'ended', 'missed')),
      planned_at timestamptz not null default business_now(),
      settled_at timestamptz,
      event_id uuid,
      unique (enrolment_id, until, step),
      check ((settled_at is null) = (state in ('planned', 'queued'))),
      check ((state = 'sent') = (event_id is not null))
    )
----
    create index accommodation_reminder_planned on accommodation_reminder (id) where state = 'planned'
----
    create trigger accommodation_reminder_is_kept before delete or truncate on accommodation_reminder for each statement execute function accommodation_record_is_kept()
  `),
  '930-accommodation-said': sqlMigration(`
    -- What a candidate says of a request that isn't sent here; the last one holds.
    create table accommodation_said (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      what text not null check (what in ('sent-elsewhere', 'given-up', 'resumed')),
      sent_on date check (sent_on is null or what = 'sent-elsewhere'),
      at timestamptz not null default business_now(),
      rank bigint generated always as identity
    )
----
    create index accommodation_said_enrolment on accommodation_said (enrolment_id, at)
----
    create trigger accommodation_said_is_kept before update or delete or truncate on accommodation_said for each statement execute function accommodation_record_is_kept()
----
    -- What may be due of who ticked the box, began a request or was asked for more, each with its own date: more than those that are, never fewer.
    create view accommodation_deadline as
      select e.id as enrolment_id, e.academy, e.session, null::timestamptz as until, coalesce(c.begun_at, e.registered_at) as known_at
      from enrolment_file e join accommodation_declaration d on d.enrolment_id = e.id
        left join accommodation_case c on c.enrolment_id = e.id and c.state not in ('withdrawn')
      where e.status in ('registered', 'validated') and (c.id is null and d.handicap or c.state = 'draft')
      union all
      select c.enrolment_id, c.academy, c.session, c.asked_until,
        (select max(m.at) from accommodation_demand m where m.case_id = c.id)
      from accommodation_case c join enrolment_file e on e.id = c.enrolment_id
      where c.state = 'asked' and e.status in ('registered', 'validated')
  `),
  '944-accommodation-decided': sqlMigration(`
    -- The decision on record, with its author; null: from before they had one.
    alter table accommodation_decision add column decision_id uuid references decision
  `),
  '997-accommodation-prepared': sqlMigration(`
    -- What a decision that waits for a signature would say, for its service alone: the table of all that is prepared holds none of it.
    create table accommodation_prepared (
      case_id uuid primary key references accommodation_case (id),
      prepared_id uuid not null unique references prepared_decision (id),
      -- Of the request that was read.
      request_version integer not null,
      measures jsonb not null,
      ground text not null,
      -- Why it was sent back; null: it waits.
      back text
    )
  `),
  '998-letters-of-accommodations': sqlMigration(`
    -- The same of what is read by the service alone: letters that remind of what is over.
    create view accommodation_letter_over as
      select l.id as letter_id from told_by_post l
        join accommodation_reminder r on r.event_id = l.event_id join enrolment_file e on e.id = r.enrolment_id
      where r.until <= business_now() or e.reserve is not distinct from 'upheld' or not exists (
        select from (select enrolment_id, until from accommodation_deadline
            union all select enrolment_id, until from piece_private_deadline) d
          where d.enrolment_id = e.id and coalesce(d.until, r.until) = r.until)
----
    create index accommodation_reminder_event on accommodation_reminder (event_id) where event_id is not null
  `),
  '999-x-unread-documents': sqlMigration(`
    -- A document counts from its receipt; until it is read its size and hash are those of what was sent. One that can't be read says why.
    alter table accommodation_document
      add column unread boolean not null default false,
      add column refusal text,
      drop constraint accommodation_document_size_check,
      add constraint accommodation_document_size_check check (size > 0 and (size <= 5242880 or unread or refusal is not null)),
      add constraint accommodation_document_read check (not (unread and refusal is not null))
  `),
  '999-zz-what-is-asked-stays': sqlMigration(`
    -- What the service asked for stays due, though its request is with the doctor meanwhile, or their advice noted.
    create or replace view accommodation_deadline as
      select e.id as enrolment_id, e.academy, e.session, null::timestamptz as until, coalesce(c.begun_at, e.registered_at) as known_at
      from enrolment_file e join accommodation_declaration d on d.enrolment_id = e.id
        left join accommodation_case c on c.enrolment_id = e.id and c.state not in ('withdrawn')
      where e.status in ('registered', 'validated') and (c.id is null and d.handicap or c.state = 'draft')
      union all
      select c.enrolment_id, c.academy, c.session, c.asked_until,
        (select max(m.at) from accommodation_demand m where m.case_id = c.id)
      from accommodation_case c join enrolment_file e on e.id = c.enrolment_id
      where c.state in ('asked', 'with-doctor', 'advised') and c.asked_until is not null and e.status in ('registered', 'validated')
  `),
  '999-zzz-asked-is-its-day': sqlMigration(`
    -- That the service asked for more is said by the day until which it did, and by nothing else.
    update accommodation_case set state = 'submitted' where state = 'asked'
----
    alter table accommodation_case
      drop constraint accommodation_case_check3,
      drop constraint accommodation_case_state_check,
      add constraint accommodation_case_state_check check (state in ('draft', 'submitted', 'with-doctor', 'advised', 'decided', 'withdrawn'))
----
    create or replace view accommodation_deadline as
      select e.id as enrolment_id, e.academy, e.session, null::timestamptz as until, coalesce(c.begun_at, e.registered_at) as known_at
      from enrolment_file e join accommodation_declaration d on d.enrolment_id = e.id
        left join accommodation_case c on c.enrolment_id = e.id and c.state not in ('withdrawn')
      where e.status in ('registered', 'validated') and (c.id is null and d.handicap or c.state = 'draft')
      union all
      select c.enrolment_id, c.academy, c.session, c.asked_until,
        (select max(m.at) from accommodation_demand m where m.case_id = c.id)
      from accommodation_case c join enrolment_file e on e.id = c.enrolment_id
      where c.state in ('submitted', 'with-doctor', 'advised') and c.asked_until is not null and e.status in ('registered', 'validated')
  `),
  '999-zzzz-asked-by-a-node-of-before': sqlMigration(`
    -- While an office goes from one version to the next, a node of before says « asked » in the state too: its day says it here.
    create function accommodation_asked_by_its_day() returns trigger language plpgsql as $$
    begin
      new.state := 'submitted';
      return new;
    end $$
----
    create trigger accommodation_asked_by_its_day before insert or update on accommodation_case for each row
      when (new.state = 'asked') execute function accommodation_asked_by_its_day()
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

/** Indexes and a function for the office's reads; no table of its own. Nothing here needs more than a plain PostgreSQL 15. */
export const officeMigrations: Migrations = {
  '500-office': sqlMigration(`
    -- The last file of a piece: the queue asks for it once a waiting piece.
    create index deposit_given on deposit (piece_id, finished_at) where state = 'stored'
----
    create index journal_academy on journal (academy, id)
----
    -- A name without accents, capitals, apostrophes, hyphens and ligatures: « D'Ûrville-Nuñez » gives « durville nunez ».
    -- Not unaccent: it is an extension, and not immutable. rules/searchWords.ts does the same.
    create function office_fold(name text) returns text language sql immutable parallel safe strict return
      btrim(regexp_replace(translate(replace(replace(replace(
        regexp_replace(lower(normalize(name, NFD)), U&'[\\0300-\\036f''\\2019]', '', 'g'),
        U&'\\0153', 'oe'), U&'\\00e6', 'ae'), U&'\\00df', 'ss'), U&'\\00f8\\0142\\0111', 'old'), '[^a-z0-9]+', ' ', 'g'))
----
    create index candidate_folded_name on candidate (office_fold(birth_name))
----
    -- Typing mistakes are forgiven where trigrams can be had; elsewhere the search is exact.
    do $$ begin
      create extension if not exists pg_trgm;
      create index candidate_name_trigrams on candidate
        using gin (office_fold(birth_name || ' ' || coalesce(usage_name, '') || ' ' || first_names) gin_trgm_ops);
    exception when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
      raise notice 'no trigrams: names are searched letter by letter';
    end $$
  `),
  '501-refused-mails': sqlMigration(`
    create index mail_refused on mail (account_id, created_at) where state = 'failed'
----
    create index mail_arrived on mail (account_id, created_at) where state = 'sent'
  `),
  '521-queue': sqlMigration(`
    -- The pieces that wait for the office, as its queue orders them. Kept by the transaction that changes what it says.
    create table office_queue (
      piece_id uuid primary key,
      enrolment_id uuid not null,
      academy text not null,
      session text not null,
      portfolio text,
      speciality text,
      code text not null,
      confidential boolean not null,
      state text not null check (state in ('handed-over', 'received', 'not-handed-over', 'by-post')),
      corrected boolean not null,
      blocking boolean not null,
      due_at timestamptz not null,
      -- The day in Paris.
      due_on date not null,
      since timestamptz not null
    )
----
    -- What each of its rows must say.
    create view office_queue_source as
      select p.id as piece_id, e.id as enrolment_id, e.academy, e.session, e.portfolio, e.speciality, p.code, p.confidential,
        case when p.status = 'received' then 'received' when d.at is null then 'by-post'
          when p.handed_over_at is not null or p.mode = 'post' then 'handed-over' else 'not-handed-over' end as state,
        d.at is not null and exists (select from piece_review r where r.piece_id = p.id and r.decision = 'non-compliant') as corrected,
        p.counts_for_validation as blocking, p.due_at, (p.due_at at time zone 'Europe/Paris')::date as due_on,
        coalesce(d.at, p.reviewed_at, e.registered_at, e.saved_at) as since
      from piece p join enrolment e on e.id = p.enrolment_id
        left join lateral (select max(d.finished_at) as at from deposit d where d.piece_id = p.id and d.state = 'stored') d on true
      where e.status in ('registered', 'validated') and e.number is not null and p.status in ('none', 'received')
        and (d.at is not null or p.status = 'received' or p.mode = 'post')
----
    create function office_requeue(changed uuid) returns void language plpgsql set search_path from current as $$
    begin
      delete from office_queue q where q.piece_id = changed and not exists (select from office_queue_source s where s.piece_id = changed);
      insert into office_queue select * from office_queue_source where piece_id = changed
      on conflict (piece_id) do update set (enrolment_id, academy, session, portfolio, speciality, code, confidential, state, corrected, blocking, due_at, due_on, since)
        = (excluded.enrolment_id, excluded.academy, excluded.session, excluded.portfolio, excluded.speciality, excluded.code, excluded.confidential,
          excluded.state, excluded.corrected, excluded.blocking, excluded.due_at, excluded.due_on, excluded.since)
        where office_queue.* is distinct from excluded.*;
    end $$
----
    create function office_piece_changed() returns trigger language plpgsql set search_path from current as $$
    begin perform office_requeue(new.id); return null; end $$
----
    create function office_piece_given() returns trigger language plpgsql set search_path from current as $$
    begin perform office_requeue(new.piece_id); return null; end $$
----
    create function office_pieces_moved() returns trigger language plpgsql set search_path from current as $$
    begin
      perform office_requeue(p.id) from piece p where p.enrolment_id = new.id and p.status in ('none', 'received');
      return null;
    end $$
----
    create trigger office_piece_made after insert on piece for each row when (new.mode = 'post' or new.status <> 'none') execute function office_piece_changed()
----
    create trigger office_piece_changed after update on piece for each row when (
      (new.academy, new.session, new.code, new.mode, new.confidential, new.status, new.counts_for_validation, new.due_at, new.handed_over_at, new.reviewed_at) is distinct from
      (old.academy, old.session, old.code, old.mode, old.confidential, old.status, old.counts_for_validation, old.due_at, old.handed_over_at, old.reviewed_at))
      execute function office_piece_changed()
----
    create trigger office_piece_given after insert on deposit for each row when (new.state = 'stored') execute function office_piece_given()
----
    create trigger office_gift_changed after update on deposit for each row
      when ((new.state, new.finished_at) is distinct from (old.state, old.finished_at)) execute function office_piece_given()
----
    create trigger office_piece_refused after insert on piece_review for each row when (new.decision = 'non-compliant') execute function office_piece_given()
----
    create trigger office_queue_moved after update on enrolment for each row when (
      (new.academy, new.session, new.portfolio, new.speciality, new.status, new.number, new.registered_at) is distinct from
      (old.academy, old.session, old.portfolio, old.speciality, old.status, old.number, old.registered_at)) execute function office_pieces_moved()
----
    insert into office_queue select * from office_queue_source
----
    create index office_queue_order on office_queue (academy, confidential, session, state, corrected, blocking, due_on, since, piece_id)
----
    create index office_queue_portfolio on office_queue (academy, confidential, session, portfolio, state, corrected, blocking, due_on, since, piece_id)
----
    create index office_queue_speciality on office_queue (academy, confidential, session, speciality, state, corrected, blocking, due_on, since, piece_id)
----
    create index office_queue_code on office_queue (academy, confidential, session, code, state, corrected, blocking, due_on, since, piece_id)
----
    -- Rows that come otherwise than by these triggers, in a dump restored as data alone: they are the last word.
    create function office_row_restored() returns trigger language plpgsql set search_path from current as $$
    begin
      case tg_table_name
        when 'office_queue' then delete from office_queue where piece_id = new.piece_id;
        when 'office_file' then delete from office_file where enrolment_id = new.enrolment_id;
        else delete from office_word where word = new.word;
      end case;
      return new;
    end $$
----
    create trigger office_row_restored before insert on office_queue for each row when (pg_trigger_depth() = 0) execute function office_row_restored()
----
    create trigger office_row_restored before insert on office_file for each row when (pg_trigger_depth() = 0) execute function office_row_restored()
----
    create trigger office_row_restored before insert on office_word for each row when (pg_trigger_depth() = 0) execute function office_row_restored()
  `),
  '523-queue-by-file': sqlMigration(`
    create index office_queue_file on office_queue (enrolment_id)
  `),
  '525-refusals-taken-back': sqlMigration(`
    -- A refusal that its officer took back at once was none: the piece isn't « corrigée » for it.
    create or replace view office_queue_source as
      select p.id as piece_id, e.id as enrolment_id, e.academy, e.session, e.portfolio, e.speciality, p.code, p.confidential,
        case when p.status = 'received' then 'received' when d.at is null then 'by-post'
          when p.handed_over_at is not null or p.mode = 'post' then 'handed-over' else 'not-handed-over' end as state,
        d.at is not null and exists (select from piece_refusal r where r.piece_id = p.id) as corrected,
        p.counts_for_validation as blocking, p.due_at, (p.due_at at time zone 'Europe/Paris')::date as due_on,
        coalesce(d.at, p.reviewed_at, e.registered_at, e.saved_at) as since
      from piece p join enrolment e on e.id = p.enrolment_id
        left join lateral (select max(d.finished_at) as at from deposit d where d.piece_id = p.id and d.state = 'stored') d on true
      where e.status in ('registered', 'validated') and e.number is not null and p.status in ('none', 'received')
        and (d.at is not null or p.status = 'received' or p.mode = 'post')
----
    create trigger office_refusal_taken_back after insert on review_taken_back for each row execute function office_piece_given()
  `),
  '526-several': sqlMigration(`
    -- Who has which file open: one file a person, the last that they opened. Real time; forgotten after some minutes.
    create table office_presence (
      account_id uuid primary key,
      academy text not null,
      enrolment_id uuid not null,
      -- Documents of health are another desk, whose presence the others don't see.
      confidential boolean not null,
      since timestamptz not null default now(),
      seen_at timestamptz not null default now()
    )
----
    create index office_presence_file on office_presence (enrolment_id)
----
    -- « Je m'en occupe »: a mark for colleagues, no lock.
    create table office_claim (
      enrolment_id uuid not null references enrolment (id),
      confidential boolean not null,
      academy text not null,
      session text not null,
      account_id uuid not null,
      at timestamptz not null default business_now(),
      primary key (enrolment_id, confidential)
    )
----
    create index office_claim_holder on office_claim (account_id)
----
    -- Somebody is away, and a colleague reads their groups for these days. Rows stay, also of one that ended early.
    create table office_cover (
      id uuid primary key,
      academy text not null,
      absent_id uuid not null,
      covering_id uuid not null,
      portfolios text[] not null check (portfolios <> '{}'),
      from_day date not null,
      until_day date not null,
      set_by uuid not null,
      set_at timestamptz not null default business_now(),
      ended_by uuid,
      ended_at timestamptz,
      check (absent_id <> covering_id and from_day <= until_day),
      check ((ended_by is null) = (ended_at is null))
    )
----
    create index office_cover_covering on office_cover (covering_id, until_day)
----
    create index office_cover_absent on office_cover (absent_id, until_day)
----
    -- A filter of the queue that somebody keeps under a name of theirs: the query of its address.
    create table office_saved_filter (
      id uuid primary key,
      academy text not null,
      account_id uuid not null,
      name text not null,
      query text not null,
      saved_at timestamptz not null default business_now(),
      unique (account_id, name)
    )
  `),
  '527-notes': sqlMigration(`
    -- What was said on the telephone or at the counter. Only added to; its reader may be the candidate (GDPR, article 15).
    create table office_note (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      officer_id uuid not null,
      words text not null check (length(words) between 1 and 2000),
      at timestamptz not null default business_now()
    )
----
    create index office_note_file on office_note (enrolment_id, at)
----
    create function office_note_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'notes are kept'; end $$
----
    create trigger office_note_is_kept before update or delete or truncate on office_note for each statement execute function office_note_is_kept()
  `),
  '531-journal-search': sqlMigration(`
    -- The acts of one person, and those of a day, without reading all the others.
    create index journal_actor on journal (academy, actor_id, id) where actor_kind = 'staff'
----
    create index journal_day on journal (academy, business_at)
  `),
  '751-entry-proof': sqlMigration(`
    -- The letter or form that an officer types from (enrolment_entry), as it was scanned.
    create table entry_proof (
      entry_id uuid primary key references enrolment_entry (id),
      academy text not null,
      officer_id uuid not null,
      file_key text not null unique,
      type text not null,
      size integer not null,
      sha256 text not null,
      scan text check (scan in ('waiting', 'clean', 'infected')),
      kept_at timestamptz not null default now(),
      checked_at timestamptz,
      fault text
    )
----
    create index entry_proof_officer on entry_proof (officer_id, kept_at)
  `),
  '798-queue-of-a-piece': sqlMigration(`
    -- An officer's queue of one piece: theirs are a few of all who must give it.
    create index office_queue_portfolio_code on office_queue (academy, confidential, session, portfolio, code, state, corrected, blocking, due_on, since, piece_id)
  `),
  '999-zz-queue-being-read': sqlMigration(`
    -- Nothing is decided on a piece a file of which waits to be read: it stands last. On paper it is, whatever file is beside it.
    alter table office_queue drop constraint office_queue_state_check,
      add constraint office_queue_state_check check (state in ('handed-over', 'received', 'not-handed-over', 'by-post', 'being-read'))
----
    create or replace view office_queue_source as
      select p.id as piece_id, e.id as enrolment_id, e.academy, e.session, e.portfolio, e.speciality, p.code, p.confidential,
        case when p.mode = 'online' and d.unread then 'being-read' when p.status = 'received' then 'received' when d.at is null then 'by-post'
          when p.handed_over_at is not null or p.mode = 'post' then 'handed-over' else 'not-handed-over' end as state,
        d.at is not null and exists (select from piece_refusal r where r.piece_id = p.id) as corrected,
        p.counts_for_validation as blocking, p.due_at, (p.due_at at time zone 'Europe/Paris')::date as due_on,
        coalesce(d.at, p.reviewed_at, e.registered_at, e.saved_at) as since
      from piece p join enrolment e on e.id = p.enrolment_id
        left join lateral (select max(d.finished_at) as at, bool_or(d.unread) as unread from deposit d where d.piece_id = p.id and d.state = 'stored') d on true
      where e.status in ('registered', 'validated') and e.number is not null and p.status in ('none', 'received')
        and (d.at is not null or p.status = 'received' or p.mode = 'post')
----
    create trigger office_gift_read after update on deposit for each row
      when (new.unread <> old.unread and (new.state, new.finished_at) is not distinct from (old.state, old.finished_at)) execute function office_piece_given()
----
    select office_requeue(d.piece_id) from deposit d where d.unread and d.state = 'stored'
  `),
  '999-zzz-unread-and-handed-over': sqlMigration(`
    -- What waits to be read is handed over or not all the same.
    alter table office_queue drop constraint office_queue_state_check
----
    create or replace view office_queue_source as
      select p.id as piece_id, e.id as enrolment_id, e.academy, e.session, e.portfolio, e.speciality, p.code, p.confidential,
        case when p.status = 'received' then 'received' when d.at is null then 'by-post'
          when p.handed_over_at is not null or p.mode = 'post' then 'handed-over' else 'not-handed-over' end
          || case when p.mode = 'online' and d.unread then '-unread' else '' end as state,
        d.at is not null and exists (select from piece_refusal r where r.piece_id = p.id) as corrected,
        p.counts_for_validation as blocking, p.due_at, (p.due_at at time zone 'Europe/Paris')::date as due_on,
        coalesce(d.at, p.reviewed_at, e.registered_at, e.saved_at) as since
      from piece p join enrolment e on e.id = p.enrolment_id
        left join lateral (select max(d.finished_at) as at, bool_or(d.unread) as unread from deposit d where d.piece_id = p.id and d.state = 'stored') d on true
      where e.status in ('registered', 'validated') and e.number is not null and p.status in ('none', 'received')
        and (d.at is not null or p.status = 'received' or p.mode = 'post')
----
    select office_requeue(q.piece_id) from office_queue q where q.state = 'being-read'
----
    alter table office_queue add constraint office_queue_state_check
      check (state in ('handed-over', 'received', 'not-handed-over', 'handed-over-unread', 'received-unread', 'not-handed-over-unread', 'by-post'))
  `),
};

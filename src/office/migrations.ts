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
  '520-files': sqlMigration(`
    -- The words of a name, folded; each name also written together, so that « lefevre » finds « Le Fèvre ».
    create function office_names(birth_name text, usage_name text, first_names text) returns text language sql immutable parallel safe
      set search_path from current as $$
      select coalesce(string_agg(distinct word, ' '), '') from unnest(array[birth_name, usage_name, first_names]) as name,
        lateral (select string_to_array(office_fold(name), ' ') as w) folded,
        lateral (
          select unnest(w) as word
          union all select w[i] || w[i + 1] from generate_subscripts(w, 1) i where i < cardinality(w)
          union all select array_to_string(w, '') where cardinality(w) > 2
        ) words
    $$
----
    -- The registered files as the office lists and searches them. Kept by the transaction that changes what it says.
    create table office_file (
      enrolment_id uuid primary key,
      candidate_id uuid not null,
      academy text not null,
      session text not null,
      portfolio text,
      speciality text,
      state text not null,
      number text not null,
      birth_name text not null,
      usage_name text,
      first_names text not null,
      address text not null,
      sort_name text not null,
      names text not null
    )
----
    -- What each of its rows must say.
    create view office_file_source as
      select e.id as enrolment_id, e.candidate_id, e.academy, e.session, e.portfolio, e.speciality,
        case when e.status <> 'registered' then e.status when e.reserve = 'pending' then 'under-reserve'
          when e.signed_version = e.version then 'signed' else 'to-sign' end as state,
        e.number, c.birth_name, c.usage_name, c.first_names, u.email as address, office_fold(c.birth_name) as sort_name,
        office_names(c.birth_name, c.usage_name, c.first_names) as names
      from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      where e.number is not null
----
    -- Every word of a name, once; seen: in how many files, counted at night.
    create table office_word (word text primary key, seen integer not null default 1)
----
    create function office_learn_words() returns trigger language plpgsql set search_path from current as $$
    begin
      -- In their order: two transactions that bring the same new words wait for each other, never crosswise.
      insert into office_word (word) select w from unnest(string_to_array(new.names, ' ')) w
        where not exists (select from office_word known where known.word = w) order by w on conflict do nothing;
      return null;
    end $$
----
    create function office_refile(changed uuid) returns void language plpgsql set search_path from current as $$
    begin
      insert into office_file select * from office_file_source where enrolment_id = changed
      on conflict (enrolment_id) do update set (candidate_id, academy, session, portfolio, speciality, state, number, birth_name, usage_name, first_names, address, sort_name, names)
        = (excluded.candidate_id, excluded.academy, excluded.session, excluded.portfolio, excluded.speciality, excluded.state, excluded.number, excluded.birth_name,
          excluded.usage_name, excluded.first_names, excluded.address, excluded.sort_name, excluded.names)
        where office_file.* is distinct from excluded.*;
    end $$
----
    create function office_enrolment_changed() returns trigger language plpgsql set search_path from current as $$
    begin perform office_refile(new.id); return null; end $$
----
    create function office_person_changed() returns trigger language plpgsql set search_path from current as $$
    begin
      -- A candidate's key is its account's.
      perform office_refile(e.id) from enrolment e where e.number is not null
        and e.candidate_id = case tg_table_name when 'candidate' then to_jsonb(new) ->> 'account_id' else to_jsonb(new) ->> 'id' end::uuid;
      return null;
    end $$
----
    create trigger office_file_made after insert on enrolment for each row when (new.number is not null) execute function office_enrolment_changed()
----
    create trigger office_file_moved after update on enrolment for each row when (new.number is not null and
      (new.academy, new.session, new.portfolio, new.speciality, new.status, new.reserve, new.version, new.signed_version, new.number, new.candidate_id) is distinct from
      (old.academy, old.session, old.portfolio, old.speciality, old.status, old.reserve, old.version, old.signed_version, old.number, old.candidate_id))
      execute function office_enrolment_changed()
----
    create trigger office_name_changed after update on candidate for each row
      when ((new.birth_name, new.usage_name, new.first_names) is distinct from (old.birth_name, old.usage_name, old.first_names)) execute function office_person_changed()
----
    create trigger office_address_changed after update on auth_user for each row when (new.email is distinct from old.email) execute function office_person_changed()
----
    insert into office_file select * from office_file_source
----
    insert into office_word select w, count(*) from office_file, unnest(string_to_array(names, ' ')) w group by w
----
    create trigger office_words_new after insert on office_file for each row execute function office_learn_words()
----
    create trigger office_words_changed after update on office_file for each row when (new.names is distinct from old.names) execute function office_learn_words()
----
    create index office_file_order on office_file (academy, session, state, sort_name, first_names, number) include (enrolment_id)
----
    create index office_file_portfolio on office_file (academy, session, portfolio, state, sort_name, first_names, number) include (enrolment_id)
----
    create index office_file_candidate on office_file (candidate_id)
----
    create index office_file_serial on office_file (academy, split_part(number, '-', 2))
----
    create index office_file_names on office_file using gin (string_to_array(names, ' '))
----
    do $$ begin
      create index office_word_trigrams on office_word using gin (word gin_trgm_ops);
      create index office_file_address on office_file using gin (address gin_trgm_ops);
    exception when undefined_object then
      raise notice 'no trigrams: names are searched letter by letter';
    end $$
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
  '522-particles': sqlMigration(`
    -- Written together are only what follows a particle: « lefevre », « delatour ». Every pair of names would be a word of its own.
    create or replace function office_names(birth_name text, usage_name text, first_names text) returns text language plpgsql immutable parallel safe
      set search_path from current as $$
    declare
      words text[] := '{}';
      own text[];
      name text;
    begin
      foreach name in array array[birth_name, usage_name, first_names] loop
        own := string_to_array(office_fold(name), ' ');
        continue when own is null;
        words := words || own;
        for i in 1 .. cardinality(own) - 1 loop
          if length(own[i]) <= 3 then words := words || (own[i] || own[i + 1]); end if;
        end loop;
        if cardinality(own) > 2 and length(own[1]) <= 3 and length(own[2]) <= 3 then words := words || (own[1] || own[2] || own[3]); end if;
      end loop;
      return coalesce((select string_agg(distinct word, ' ') from unnest(words) word), '');
    end $$
----
    update office_file set names = office_names(birth_name, usage_name, first_names)
      where names is distinct from office_names(birth_name, usage_name, first_names)
  `),
  '523-queue-by-file': sqlMigration(`
    create index office_queue_file on office_queue (enrolment_id)
  `),
  '524-phone-and-birth': sqlMigration(`
    -- The last nine figures: « 06 12… », « +33 6 12… » and « 0033 6 12… » are one number.
    create function office_phones(answers jsonb) returns text[] language sql immutable parallel safe set search_path from current as $$
      select coalesce(array_agg(distinct right(figures, 9)), '{}') from (
        select regexp_replace(coalesce(answers ->> key, ''), '[^0-9]', '', 'g') as figures from unnest(array['phone', 'otherPhone']) key
      ) one where length(figures) >= 8
    $$
----
    alter table office_file add column birth_date date, add column phones text[]
----
    create or replace view office_file_source as
      select e.id as enrolment_id, e.candidate_id, e.academy, e.session, e.portfolio, e.speciality,
        case when e.status <> 'registered' then e.status when e.reserve = 'pending' then 'under-reserve'
          when e.signed_version = e.version then 'signed' else 'to-sign' end as state,
        e.number, c.birth_name, c.usage_name, c.first_names, u.email as address, office_fold(c.birth_name) as sort_name,
        office_names(c.birth_name, c.usage_name, c.first_names) as names, c.birth_date, office_phones(e.registered -> 'identification') as phones
      from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      where e.number is not null
----
    create or replace function office_refile(changed uuid) returns void language plpgsql set search_path from current as $$
    begin
      insert into office_file select * from office_file_source where enrolment_id = changed
      on conflict (enrolment_id) do update set (candidate_id, academy, session, portfolio, speciality, state, number, birth_name, usage_name, first_names, address, sort_name, names, birth_date, phones)
        = (excluded.candidate_id, excluded.academy, excluded.session, excluded.portfolio, excluded.speciality, excluded.state, excluded.number, excluded.birth_name,
          excluded.usage_name, excluded.first_names, excluded.address, excluded.sort_name, excluded.names, excluded.birth_date, excluded.phones)
        where office_file.* is distinct from excluded.*;
    end $$
----
    create trigger office_birth_changed after update on candidate for each row
      when (new.birth_date is distinct from old.birth_date) execute function office_person_changed()
----
    update office_file f set birth_date = s.birth_date, phones = s.phones from office_file_source s where s.enrolment_id = f.enrolment_id
----
    create index office_file_birth on office_file (academy, birth_date)
----
    create index office_file_phones on office_file using gin (phones)
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
  '797-names-in-order': sqlMigration(`
    -- Each word of each name beside the order of the lists: of a name that thousands bear, the first ones are met without reading the others.
    create table office_name (
      word text not null,
      academy text not null,
      session text not null,
      portfolio text,
      state text not null,
      sort_name text not null,
      first_names text not null,
      number text not null,
      enrolment_id uuid not null,
      primary key (enrolment_id, word)
    )
----
    create view office_name_source as
      select w.word, f.academy, f.session, f.portfolio, f.state, f.sort_name, f.first_names, f.number, f.enrolment_id
        from office_file f cross join lateral unnest(string_to_array(f.names, ' ')) w(word)
----
    -- By its index, always: a plan made while the list was small would read it whole for each of many files.
    create function office_spell() returns trigger language plpgsql set search_path from current set enable_seqscan = off as $$
    begin
      if tg_op <> 'INSERT' then delete from office_name where enrolment_id = old.enrolment_id; end if;
      if tg_op <> 'DELETE' then
        insert into office_name
          select w.word, new.academy, new.session, new.portfolio, new.state, new.sort_name, new.first_names, new.number, new.enrolment_id
            from unnest(string_to_array(new.names, ' ')) w(word)
          on conflict (enrolment_id, word) do update set (academy, session, portfolio, state, sort_name, first_names, number)
            = (excluded.academy, excluded.session, excluded.portfolio, excluded.state, excluded.sort_name, excluded.first_names, excluded.number);
      end if;
      return null;
    end $$
----
    create trigger office_name_new after insert on office_file for each row execute function office_spell()
----
    create trigger office_name_moved after update on office_file for each row when (
      (new.academy, new.session, new.portfolio, new.state, new.sort_name, new.first_names, new.number, new.names) is distinct from
      (old.academy, old.session, old.portfolio, old.state, old.sort_name, old.first_names, old.number, old.names)) execute function office_spell()
----
    create trigger office_name_gone after delete on office_file for each row execute function office_spell()
----
    create or replace function office_row_restored() returns trigger language plpgsql set search_path from current as $$
    begin
      case tg_table_name
        when 'office_queue' then delete from office_queue where piece_id = new.piece_id;
        when 'office_file' then delete from office_file where enrolment_id = new.enrolment_id;
        when 'office_name' then delete from office_name where enrolment_id = new.enrolment_id and word = new.word;
        else delete from office_word where word = new.word;
      end case;
      return new;
    end $$
----
    create trigger office_row_restored before insert on office_name for each row when (pg_trigger_depth() = 0) execute function office_row_restored()
----
    insert into office_name select * from office_name_source
----
    create index office_name_order on office_name (academy, word, session, sort_name, first_names, number) include (portfolio, state, enrolment_id)
  `),
  '798-queue-of-a-piece': sqlMigration(`
    -- An officer's queue of one piece: theirs are a few of all who must give it.
    create index office_queue_portfolio_code on office_queue (academy, confidential, session, portfolio, code, state, corrected, blocking, due_on, since, piece_id)
  `),
  '987-set-aside-when-notified': sqlMigration(`
    -- To the office, a file is set aside once the decision is signed.
    create or replace view office_file_source as
      select e.id as enrolment_id, e.candidate_id, e.academy, e.session, e.portfolio, e.speciality,
        case when e.status <> 'registered' then e.status when e.reserve = 'pending' then 'under-reserve' when e.reserve = 'upheld' then 'set-aside'
          when e.signed_version = e.version then 'signed' else 'to-sign' end as state,
        e.number, c.birth_name, c.usage_name, c.first_names, u.email as address, office_fold(c.birth_name) as sort_name,
        office_names(c.birth_name, c.usage_name, c.first_names) as names, c.birth_date, office_phones(e.registered -> 'identification') as phones
      from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      where e.number is not null
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
  '999-zzz-listed-files': sqlMigration(`
    -- What other rooms read of the files that the office lists, and of who stands in for whom.
    create view listed_file as
      select enrolment_id, candidate_id, academy, session, portfolio, speciality, state, number, birth_name, usage_name, first_names, sort_name
      from office_file
----
    create view set_cover as
      select id, academy, absent_id, covering_id, portfolios, from_day, until_day, set_by, ended_at from office_cover
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

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

/** The registered files as the office lists and searches them. */
export const scopeMigrations: Migrations = {
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
  '999-zzz-listed-files': sqlMigration(`
    -- The registered files as the office lists them, as other rooms read them.
    create view listed_file as
      select enrolment_id, candidate_id, academy, session, portfolio, speciality, state, number, birth_name, usage_name, first_names, address,
        sort_name, names, birth_date, phones from office_file
  `),
  '999-zzzzzzzz-e-phone-ends': sqlMigration(`
    -- The last two and three pairs of each phone: what somebody remembers of one.
    create function office_phone_ends(phones text[]) returns text[] language sql immutable parallel safe set search_path from current as $$
      select array_agg(distinct right(phone, length)) from unnest(phones) phone, unnest(array[4, 6]) length
    $$
----
    create index office_file_phone_ends on office_file using gin (office_phone_ends(phones))
  `),
};

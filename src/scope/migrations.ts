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
  '999-zzzzzzzzzz-h-counts': sqlMigration(`
    -- Of a file, beside its state: when it was first registered, and what is still to come of it (none of health).
    alter table office_file add column registered_at timestamptz, add column missing text[] not null default '{}'
----
    create or replace view office_file_source as
      select e.id as enrolment_id, e.candidate_id, e.academy, e.session, e.portfolio, e.speciality,
        case when e.status <> 'registered' then e.status when e.reserve = 'pending' then 'under-reserve' when e.reserve = 'upheld' then 'set-aside'
          when e.signed_version = e.version then 'signed' else 'to-sign' end as state,
        e.number, c.birth_name, c.usage_name, c.first_names, u.email as address, office_fold(c.birth_name) as sort_name,
        office_names(c.birth_name, c.usage_name, c.first_names) as names, c.birth_date, office_phones(e.registered -> 'identification') as phones,
        e.first_registered_at as registered_at, array(select m.code from piece_missing m where m.enrolment_id = e.id order by m.code) as missing
      from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      where e.number is not null
----
    -- What is missing is left as it stands: pieces alone change it, below.
    create or replace function office_refile(changed uuid) returns void language plpgsql set search_path from current as $$
    begin
      insert into office_file select * from office_file_source where enrolment_id = changed
      on conflict (enrolment_id) do update set (candidate_id, academy, session, portfolio, speciality, state, number, birth_name, usage_name, first_names, address, sort_name, names, birth_date, phones, registered_at)
        = (excluded.candidate_id, excluded.academy, excluded.session, excluded.portfolio, excluded.speciality, excluded.state, excluded.number, excluded.birth_name,
          excluded.usage_name, excluded.first_names, excluded.address, excluded.sort_name, excluded.names, excluded.birth_date, excluded.phones, excluded.registered_at)
        where office_file.* is distinct from excluded.*;
    end $$
----
    create function office_missing_changed() returns trigger language plpgsql set search_path from current as $$
    declare
      changed uuid := coalesce(new.enrolment_id, old.enrolment_id);
    begin
      -- The row first: who comes at the same time waits for it, and then reads what the other wrote.
      perform from office_file where enrolment_id = changed for update;
      update office_file f set missing = m.codes
        from (select array(select code from piece_missing where enrolment_id = changed order by code) as codes) m
        where f.enrolment_id = changed and f.missing <> m.codes;
      return null;
    end $$
----
    create trigger office_missing_made after insert or delete on piece for each row execute function office_missing_changed()
----
    create trigger office_missing_moved after update on piece for each row when (
      (new.code, new.counts_for_validation, new.confidential, new.excuses, new.status) is distinct from
      (old.code, old.counts_for_validation, old.confidential, old.excuses, old.status)) execute function office_missing_changed()
----
    create trigger office_missing_given after insert or delete on deposit for each row execute function office_missing_changed()
----
    create trigger office_missing_taken after update on deposit for each row when (new.state <> old.state) execute function office_missing_changed()
----
    update office_file f set registered_at = s.registered_at, missing = s.missing from office_file_source s where s.enrolment_id = f.enrolment_id
----
    create or replace view listed_file as
      select enrolment_id, candidate_id, academy, session, portfolio, speciality, state, number, birth_name, usage_name, first_names, address,
        sort_name, names, birth_date, phones, missing from office_file
----
    -- How many of each thing there are, as changes that are added up: a change waits for no other, and is put together with them every minute.
    create table office_tally (
      academy text not null,
      session text not null,
      -- '': of none, or not told apart by it.
      portfolio text not null,
      speciality text not null,
      what text not null,
      -- A state, a code of a piece, a day in Paris or its hour.
      item text not null,
      count integer not null
    )
----
    create index office_tally_session on office_tally (academy, session, what)
----
    -- What a file is one of.
    create function office_facts(registered_at timestamptz, state text, portfolio text, speciality text, missing text[])
      returns table (portfolio text, speciality text, what text, item text) language sql stable parallel safe set search_path from current as $$
      select coalesce(portfolio, ''), coalesce(speciality, ''), 'state', case when state <> 'signed' then state when missing = '{}' then 'all-given' else 'missing-pieces' end
      union all select coalesce(portfolio, ''), coalesce(speciality, ''), 'incomplete', state
        where missing <> '{}' and state in ('under-reserve', 'to-sign', 'signed', 'validated')
      union all select coalesce(portfolio, ''), coalesce(speciality, ''), 'missing', code from unnest(missing) code
        where state in ('under-reserve', 'to-sign', 'signed', 'validated')
      union all select coalesce(portfolio, ''), coalesce(speciality, ''), 'day', to_char(registered_at at time zone 'Europe/Paris', 'YYYY-MM-DD')
        where registered_at is not null
      union all select '', '', 'hour', to_char(registered_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24') where registered_at is not null
    $$
----
    -- The decisions on the pieces of a file, by day; none of health, none that was taken back at once.
    create function office_decided(file uuid) returns table (item text, times bigint) language sql stable parallel safe set search_path from current as $$
      select to_char(r.at at time zone 'Europe/Paris', 'YYYY-MM-DD'), count(*) from piece p join piece_review r on r.piece_id = p.id
        where p.enrolment_id = file and not p.confidential and not exists (select from review_taken_back t where t.review_id = r.id) group by 1
    $$
----
    create function office_file_counted() returns trigger language plpgsql set search_path from current as $$
    declare
      came boolean := tg_op <> 'DELETE';
      went boolean := tg_op <> 'INSERT';
      moved boolean := tg_op <> 'UPDATE' or (new.academy, new.session, new.portfolio) is distinct from (old.academy, old.session, old.portfolio);
    begin
      insert into office_tally select academy, session, portfolio, speciality, what, item, sum(times) from (
        select old.academy, old.session, f.portfolio, f.speciality, f.what, f.item, -1 as times
          from office_facts(old.registered_at, old.state, old.portfolio, old.speciality, old.missing) f where went
        union all select new.academy, new.session, f.portfolio, f.speciality, f.what, f.item, 1
          from office_facts(new.registered_at, new.state, new.portfolio, new.speciality, new.missing) f where came
        union all select old.academy, old.session, coalesce(old.portfolio, ''), '', 'decided', d.item, -d.times
          from office_decided(old.enrolment_id) d where went and moved
        union all select new.academy, new.session, coalesce(new.portfolio, ''), '', 'decided', d.item, d.times
          from office_decided(new.enrolment_id) d where came and moved
      ) changes group by academy, session, portfolio, speciality, what, item having sum(times) <> 0;
      return null;
    end $$
----
    create function office_review_counted() returns trigger language plpgsql set search_path from current as $$
    begin
      insert into office_tally select f.academy, f.session, coalesce(f.portfolio, ''), '', 'decided', to_char(r.at at time zone 'Europe/Paris', 'YYYY-MM-DD'),
          case tg_table_name when 'piece_review' then 1 else -1 end
        from piece_review r join piece p on p.id = r.piece_id join office_file f on f.enrolment_id = p.enrolment_id
        where not p.confidential and r.id = case tg_table_name when 'piece_review' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'review_id' end::uuid;
      return null;
    end $$
----
    -- A piece that is found to be one of health takes its decisions along.
    create function office_private_counted() returns trigger language plpgsql set search_path from current as $$
    begin
      insert into office_tally select f.academy, f.session, coalesce(f.portfolio, ''), '', 'decided', to_char(r.at at time zone 'Europe/Paris', 'YYYY-MM-DD'),
          case when new.confidential then -1 else 1 end
        from piece_review r join office_file f on f.enrolment_id = new.enrolment_id
        where r.piece_id = new.id and not exists (select from review_taken_back t where t.review_id = r.id);
      return null;
    end $$
----
    -- What the office has to decide on: handed over, or come by the post.
    create function office_waits(state text, confidential boolean) returns boolean language sql immutable parallel safe as $$
      select not confidential and state in ('handed-over', 'received', 'handed-over-unread', 'received-unread')
    $$
----
    create function office_queue_counted() returns trigger language plpgsql set search_path from current as $$
    begin
      insert into office_tally select academy, session, portfolio, '', 'waits', item, sum(times) from (
        select old.academy, old.session, coalesce(old.portfolio, '') as portfolio, to_char(old.since at time zone 'Europe/Paris', 'YYYY-MM-DD') as item, -1 as times
          where tg_op <> 'INSERT' and office_waits(old.state, old.confidential)
        union all select new.academy, new.session, coalesce(new.portfolio, ''), to_char(new.since at time zone 'Europe/Paris', 'YYYY-MM-DD'), 1
          where tg_op <> 'DELETE' and office_waits(new.state, new.confidential)
      ) changes group by academy, session, portfolio, item having sum(times) <> 0;
      return null;
    end $$
----
    create function office_draft_counted() returns trigger language plpgsql set search_path from current as $$
    begin
      insert into office_tally select academy, session, '', '', 'draft', '', sum(times) from (
        select old.academy, old.session, -1 as times where tg_op <> 'INSERT' and old.status = 'draft'
        union all select new.academy, new.session, 1 where tg_op <> 'DELETE' and new.status = 'draft'
      ) changes group by academy, session having sum(times) <> 0;
      return null;
    end $$
----
    create view office_tally_source as
      select academy, session, portfolio, speciality, what, item, count(*)::integer as count from (
        select f.academy, f.session, x.portfolio, x.speciality, x.what, x.item from office_file f
          cross join lateral office_facts(f.registered_at, f.state, f.portfolio, f.speciality, f.missing) x
        union all select q.academy, q.session, coalesce(q.portfolio, ''), '', 'waits', to_char(q.since at time zone 'Europe/Paris', 'YYYY-MM-DD')
          from office_queue q where office_waits(q.state, q.confidential)
        union all select f.academy, f.session, coalesce(f.portfolio, ''), '', 'decided', to_char(r.at at time zone 'Europe/Paris', 'YYYY-MM-DD')
          from piece_review r join piece p on p.id = r.piece_id join office_file f on f.enrolment_id = p.enrolment_id
          where not p.confidential and not exists (select from review_taken_back t where t.review_id = r.id)
        union all select academy, session, '', '', 'draft', '' from enrolment where status = 'draft'
      ) counted group by academy, session, portfolio, speciality, what, item
----
    insert into office_tally select * from office_tally_source
----
    create trigger office_file_counted after insert or delete on office_file for each row execute function office_file_counted()
----
    create trigger office_file_recounted after update on office_file for each row when (
      (new.academy, new.session, new.portfolio, new.speciality, new.state, new.missing, new.registered_at) is distinct from
      (old.academy, old.session, old.portfolio, old.speciality, old.state, old.missing, old.registered_at)) execute function office_file_counted()
----
    create trigger office_queue_counted after insert or delete on office_queue for each row execute function office_queue_counted()
----
    create trigger office_queue_recounted after update on office_queue for each row when (
      (new.academy, new.session, new.portfolio, new.state, new.confidential, new.since) is distinct from
      (old.academy, old.session, old.portfolio, old.state, old.confidential, old.since)) execute function office_queue_counted()
----
    create trigger office_review_counted after insert on piece_review for each row execute function office_review_counted()
----
    create trigger office_review_uncounted after insert on review_taken_back for each row execute function office_review_counted()
----
    create trigger office_private_counted after update on piece for each row when (new.confidential <> old.confidential) execute function office_private_counted()
----
    create trigger office_draft_counted after insert or delete on enrolment for each row execute function office_draft_counted()
----
    create trigger office_draft_recounted after update on enrolment for each row when (
      (new.academy, new.session, new.status = 'draft') is distinct from (old.academy, old.session, old.status = 'draft')) execute function office_draft_counted()
----
    -- What a dump restored as data alone brings is counted by the triggers of what it is drawn from: its own rows would count twice.
    create function office_tally_restored() returns trigger language plpgsql as $$
    begin
      return case when current_setting('registre.counts', true) = 'yes' then new end;
    end $$
----
    create trigger office_tally_restored before insert on office_tally for each row when (pg_trigger_depth() = 0) execute function office_tally_restored()
  `),
  '999-zzzzzzzzzzz-l-owed-later': sqlMigration(`
    -- What a validated file still owes is due later: it is complete, and incomplete no more. What was counted so is taken off.
    create or replace function office_facts(registered_at timestamptz, state text, portfolio text, speciality text, missing text[])
      returns table (portfolio text, speciality text, what text, item text) language sql stable parallel safe set search_path from current as $$
      select coalesce(portfolio, ''), coalesce(speciality, ''), 'state', case when state <> 'signed' then state when missing = '{}' then 'all-given' else 'missing-pieces' end
      union all select coalesce(portfolio, ''), coalesce(speciality, ''), 'incomplete', state
        where missing <> '{}' and state in ('under-reserve', 'to-sign', 'signed')
      union all select coalesce(portfolio, ''), coalesce(speciality, ''), 'missing', code from unnest(missing) code
        where state in ('under-reserve', 'to-sign', 'signed')
      union all select coalesce(portfolio, ''), coalesce(speciality, ''), 'day', to_char(registered_at at time zone 'Europe/Paris', 'YYYY-MM-DD')
        where registered_at is not null
      union all select '', '', 'hour', to_char(registered_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24') where registered_at is not null
    $$
----
    select set_config('registre.counts', 'yes', true)
----
    insert into office_tally select f.academy, f.session, coalesce(f.portfolio, ''), coalesce(f.speciality, ''), w.what, w.item, -count(*)::integer
      from office_file f cross join lateral (
        select 'incomplete' as what, 'validated' as item union all select 'missing', code from unnest(f.missing) code
      ) w where f.state = 'validated' and f.missing <> '{}' group by f.academy, f.session, f.portfolio, f.speciality, w.what, w.item
----
    select set_config('registre.counts', '', true)
  `),
  '999-zzzzzzzzzzz-zeb-incomplete-in-order': sqlMigration(`
    -- Files to which something is missing, in the order of names whatever their state and session: the first of a closing are met without reading the others.
    create index office_file_incomplete on office_file (academy, sort_name, first_names, number, session) where missing <> '{}'
  `),
};

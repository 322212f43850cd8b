import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const juryMigrations: Migrations = {
  '770-jury': sqlMigration(`
    -- A jury of a session: some specialities, one day, one record.
    create table jury (
      id uuid primary key,
      academy text not null,
      session text not null,
      name text not null,
      meets_on date not null,
      place text not null default '',
      state text not null default 'open' check (state in ('open', 'closing', 'closed')),
      -- Enough of its members are there to deliberate: ticked by a person, since no text says how many.
      quorum boolean not null default false,
      opened_by uuid not null,
      opened_at timestamptz not null default business_now(),
      -- The first of the two persons who close the record.
      proposed_by uuid,
      proposed_at timestamptz,
      -- « PV 2024-012 »: numbered in the year of the session, when it is closed.
      year smallint,
      number integer,
      closed_by uuid,
      closed_at timestamptz,
      row_version integer not null default 1,
      constraint jury_number unique (academy, year, number),
      check ((state = 'open') = (proposed_by is null) and (proposed_by is null) = (proposed_at is null)),
      check ((state = 'closed') = (number is not null) and (number is null) = (year is null)
        and (number is null) = (closed_at is null) and (closed_at is null) = (closed_by is null)),
      check (closed_by is null or (closed_by <> proposed_by and quorum))
    )
----
    create index jury_session on jury (academy, session)
----
    create table jury_speciality (
      jury_id uuid not null references jury (id),
      academy text not null,
      session text not null,
      speciality text not null,
      primary key (jury_id, speciality),
      constraint jury_speciality_once unique (academy, session, speciality)
    )
----
    create table jury_member (
      id uuid primary key,
      jury_id uuid not null references jury (id),
      academy text not null,
      session text not null,
      -- The key of the exam's rules: chair, deputy, teacher, employer…
      quality text not null,
      -- What the person is: « IEN », « maître d'apprentissage ».
      title text not null,
      name text not null,
      -- Who may read the pages of this jury, and of the chair close its record.
      account_id uuid,
      -- null: nobody said it yet.
      present boolean,
      constraint jury_member_account unique (jury_id, account_id)
    )
----
    create index jury_member_jury on jury_member (jury_id)
----
    create index jury_member_reader on jury_member (account_id)
----
    -- Points of the jury, each a row that stays: the last of a unit counts. In half points.
    create table jury_point (
      rank bigint generated always as identity primary key,
      jury_id uuid not null references jury (id),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      before_mark smallint not null check (before_mark between 0 and 40),
      -- null: what was given is taken back.
      after_mark smallint check (after_mark between 0 and 40 and after_mark > before_mark),
      reason text not null,
      by uuid not null,
      at timestamptz not null default business_now()
    )
----
    create index jury_point_jury on jury_point (jury_id, enrolment_id, unit, rank desc)
----
    -- What the record says of one candidate; addition 0 is as it was closed, each later one a dated addition.
    create table jury_verdict (
      jury_id uuid not null references jury (id),
      enrolment_id uuid not null references enrolment (id),
      addition integer not null check (addition >= 0),
      academy text not null,
      session text not null,
      decision text not null check (decision in ('ADMITTED', 'REFUSED', 'NOT_JUDGED')),
      account jsonb not null,
      points jsonb not null,
      said_at timestamptz not null default business_now(),
      primary key (enrolment_id, addition)
    )
----
    create index jury_verdict_session on jury_verdict (academy, session)
----
    create index jury_verdict_jury on jury_verdict (jury_id)
----
    create function jury_record_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'what a jury said is kept'; end $$
----
    create trigger jury_verdict_is_kept before update or delete or truncate on jury_verdict for each statement execute function jury_record_is_kept()
----
    create trigger jury_point_is_kept before update or delete or truncate on jury_point for each statement execute function jury_record_is_kept()
----
    create trigger jury_is_kept before delete or truncate on jury for each statement execute function jury_record_is_kept()
----
    -- The last wall: a closed record isn't opened again, and says nothing before it is closed.
    create function jury_stays_closed() returns trigger language plpgsql as $$
    begin
      if old.state = 'closed' then raise exception 'a closed record is not written again'; end if;
      return new;
    end $$
----
    create trigger jury_stays_closed before update on jury for each row execute function jury_stays_closed()
----
    -- Points, members and specialities are those of an open jury; verdicts those of a closed one.
    create function jury_is_in_state() returns trigger language plpgsql as $$
    declare
      one uuid := case when tg_op = 'DELETE' then old.jury_id else new.jury_id end;
    begin
      if (select j.state from jury j where j.id = one) is distinct from tg_argv[0] then raise exception 'the jury is not %', tg_argv[0]; end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$
----
    create trigger jury_point_when_open before insert on jury_point for each row execute function jury_is_in_state('open')
----
    create trigger jury_member_when_open before insert or update or delete on jury_member for each row execute function jury_is_in_state('open')
----
    create trigger jury_speciality_when_open before insert or update or delete on jury_speciality for each row execute function jury_is_in_state('open')
----
    create trigger jury_verdict_when_closed before insert on jury_verdict for each row execute function jury_is_in_state('closed')
  `),
  '771-record': sqlMigration(`
    -- After the closing: what a dated addition says anew of one candidate, asked for by one person and kept by another.
    create table jury_addition (
      id uuid primary key,
      jury_id uuid not null references jury (id),
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      -- mark: as the marks say today; decision: the jury decides otherwise on the same marks.
      kind text not null check (kind in ('mark', 'decision')),
      decision text check (decision in ('ADMITTED', 'REFUSED', 'NOT_JUDGED')),
      reason text not null,
      state text not null default 'proposed' check (state in ('proposed', 'kept', 'dropped')),
      proposed_by uuid not null,
      proposed_at timestamptz not null default business_now(),
      ended_by uuid,
      ended_at timestamptz,
      -- Its rank in the record, once kept.
      number integer,
      row_version integer not null default 1,
      constraint jury_addition_number unique (jury_id, number),
      check ((kind = 'decision') = (decision is not null)),
      check ((state = 'proposed') = (ended_by is null) and (ended_by is null) = (ended_at is null)),
      check ((state = 'kept') = (number is not null)),
      check (state <> 'kept' or ended_by <> proposed_by)
    )
----
    -- One at a time of a candidate.
    create unique index jury_addition_open on jury_addition (enrolment_id) where state = 'proposed'
----
    create index jury_addition_jury on jury_addition (jury_id)
----
    create function jury_addition_stays() returns trigger language plpgsql as $$
    begin
      if old.state <> 'proposed' then raise exception 'an addition that ended is not written again'; end if;
      return new;
    end $$
----
    create trigger jury_addition_stays before update on jury_addition for each row execute function jury_addition_stays()
----
    create trigger jury_addition_when_closed before insert on jury_addition for each row execute function jury_is_in_state('closed')
----
    create trigger jury_addition_is_kept before delete or truncate on jury_addition for each statement execute function jury_record_is_kept()
----
    -- The record (number 0) and each of its additions, as printed: words frozen, then their file.
    create table jury_sheet (
      id uuid primary key,
      jury_id uuid not null references jury (id),
      academy text not null,
      session text not null,
      number integer not null check (number >= 0),
      content jsonb not null,
      issued_at timestamptz not null default business_now(),
      pdf_key text,
      pdf_sha256 text,
      pdf_size integer,
      seal_level text check (seal_level in ('B-B', 'B-T')),
      seal_certificate text references seal_certificate (id),
      -- When the file was last looked at, and what was wrong with it.
      checked_at timestamptz,
      fault text check (fault in ('missing', 'altered')),
      constraint jury_sheet_once unique (jury_id, number),
      check ((pdf_key is null) = (pdf_sha256 is null) and (pdf_key is null) = (pdf_size is null)),
      check (seal_level is null or pdf_key is not null),
      check ((seal_level is null) = (seal_certificate is null))
    )
----
    create function jury_sheet_stays() returns trigger language plpgsql as $$
    begin
      if (new.id, new.jury_id, new.number, new.content, new.issued_at) is distinct from (old.id, old.jury_id, old.number, old.content, old.issued_at)
        or old.pdf_key is not null and (new.pdf_key, new.pdf_sha256, new.pdf_size, new.seal_level, new.seal_certificate)
          is distinct from (old.pdf_key, old.pdf_sha256, old.pdf_size, old.seal_level, old.seal_certificate)
        then raise exception 'a sheet is printed once, as it was written'; end if;
      return new;
    end $$
----
    create trigger jury_sheet_stays before update on jury_sheet for each row execute function jury_sheet_stays()
----
    create trigger jury_sheet_is_kept before delete or truncate on jury_sheet for each statement execute function jury_record_is_kept()
  `),
  '773-jury-examined': sqlMigration(`
    -- What the jury looked at and left as it is: a help to know what is left, by the marks that it saw.
    create table jury_examined (
      jury_id uuid not null references jury (id),
      enrolment_id uuid not null references enrolment (id),
      academy text not null,
      session text not null,
      marks text not null,
      by uuid not null,
      at timestamptz not null default business_now(),
      primary key (jury_id, enrolment_id)
    )
----
    create trigger jury_examined_when_open before insert or update or delete on jury_examined for each row execute function jury_is_in_state('open')
  `),
  '999-zzzzz-jury-by-the-hour': sqlMigration(`
    -- What changed at an hour of the sitting: who is there from then on, whether they are enough, whether the jury sits (decision 143).
    create table jury_moment (
      id uuid primary key,
      rank bigint generated always as identity,
      jury_id uuid not null references jury (id),
      academy text not null,
      session text not null,
      at timestamptz not null check (at = date_trunc('minute', at)),
      sitting text not null check (sitting in ('open', 'paused', 'ended')),
      quorum boolean not null,
      there uuid[] not null,
      by uuid not null,
      written_at timestamptz not null default business_now(),
      -- Taken away: written by mistake.
      dropped_at timestamptz
    )
----
    create index jury_moment_jury on jury_moment (jury_id, at, rank)
----
    -- Of juries that were sitting before hours were kept, what was ticked holds from the first thing that they decided on.
    insert into jury_moment (id, jury_id, academy, session, at, sitting, quorum, there, by)
    select gen_random_uuid(), j.id, j.academy, j.session,
      date_trunc('minute', least(business_now(), j.proposed_at, (select min(at) from jury_point where jury_id = j.id),
        (select min(at) from jury_examined where jury_id = j.id))), 'open', j.quorum,
      coalesce((select array_agg(m.id order by m.id) from jury_member m where m.jury_id = j.id and m.present), '{}'), j.opened_by
    from jury j where j.state <> 'closed' and (j.quorum or exists (select from jury_member m where m.jury_id = j.id and m.present is not null))
----
    create trigger jury_moment_when_open before insert or update on jury_moment for each row execute function jury_is_in_state('open')
----
    create trigger jury_moment_is_kept before delete or truncate on jury_moment for each statement execute function jury_record_is_kept()
----
    -- Why a candidate is kept as the marks say without having been looked at; null: the jury looked.
    alter table jury_examined add column reason text
  `),
  '999-zzzzzzzz-j-jury-of-the-academy': sqlMigration(`
    -- From when it meets; null: the day alone is known.
    alter table jury add column hour text check (hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
----
    -- A person of the academy; null: somebody written by name. Once they are erased there, their name stays in the record.
    alter table jury_member add column examiner_id uuid
----
    create unique index jury_member_examiner on jury_member (jury_id, examiner_id)
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const placeMigrations: Migrations = {
  '720-places': sqlMigration(`
    -- Where the exam of a session is sat. A centre has a code of its own, its rooms a name.
    create table exam_centre (
      id uuid primary key,
      academy text not null,
      session text not null,
      code text not null check (code ~ '^[A-Z0-9-]{1,20}$'),
      name text not null,
      address text not null,
      postcode text not null check (postcode ~ '^[0-9]{5}$'),
      city text not null,
      row_version integer not null default 1,
      constraint exam_centre_code unique (academy, session, code)
    )
----
    create table exam_room (
      id uuid primary key,
      academy text not null,
      session text not null,
      centre_id uuid not null references exam_centre (id),
      name text not null,
      -- As people compare names: without accents, capitals and signs.
      folded text not null,
      capacity integer not null check (capacity between 1 and 2000),
      accessible boolean not null,
      kinds text[] not null default '{}',
      row_version integer not null default 1,
      constraint exam_room_name unique (centre_id, folded)
    )
----
    create index exam_room_session on exam_room (academy, session)
----
    -- When a unit is sat. room_id: the room that is kept for it; null: the placing finds one.
    create table exam_sitting (
      id uuid primary key,
      academy text not null,
      session text not null,
      speciality text not null,
      unit text not null,
      starts_at timestamptz not null,
      minutes integer not null check (minutes between 1 and 1440),
      material text not null,
      kind text not null,
      room_id uuid references exam_room (id),
      row_version integer not null default 1,
      constraint exam_sitting_once unique nulls not distinct (academy, session, speciality, unit, starts_at, room_id)
    )
----
    create index exam_sitting_room on exam_sitting (room_id)
  `),
  '999-zzz-places-read': sqlMigration(`
    -- Centres, rooms and sittings as other rooms read them.
    create view written_centre as select id, academy, session, code, name, address, postcode, city, row_version from exam_centre
----
    create view written_room as select id, academy, session, centre_id, name, folded, capacity, accessible, kinds, row_version from exam_room
----
    create view calendar_sitting as
      select id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id, row_version from exam_sitting
  `),
  '999-zzzzzz-a-estate': sqlMigration(`
    -- Centres and rooms belong to the academy, and sessions use them. What is closed stays where it was written and takes nobody any more.
    alter table exam_centre add column closed boolean not null default false
----
    alter table exam_room add column closed boolean not null default false,
      -- Workstations for practical tests; null: as many as seats.
      add column stations integer check (stations between 1 and 2000)
----
    create table exam_session_centre (
      academy text not null,
      session text not null,
      centre_id uuid not null references exam_centre (id) on delete cascade,
      primary key (session, academy, centre_id)
    )
----
    create index exam_session_centre_centre on exam_session_centre (centre_id)
----
    insert into exam_session_centre (academy, session, centre_id) select academy, session, id from exam_centre
----
    -- One centre was written once a session: it is that of the session whose tests begin last.
    create table exam_centre_merged as
      select id, into_id from (
        select c.id, first_value(c.id) over (partition by c.academy, c.code order by t.last desc nulls last, c.session desc) as into_id
        from exam_centre c left join (select academy, session, max(starts_at) as last from exam_sitting group by academy, session) t
          on t.academy = c.academy and t.session = c.session) all_centres
      where id <> into_id
----
    create table exam_room_merged as
      select id, into_id from (
        select r.id, first_value(r.id) over (partition by coalesce(m.into_id, r.centre_id), r.folded
          order by m.into_id is null desc, r.session desc) as into_id
        from exam_room r left join exam_centre_merged m on m.id = r.centre_id) all_rooms
      where id <> into_id
----
    update exam_session_centre s set centre_id = m.into_id from exam_centre_merged m where m.id = s.centre_id
----
    update exam_sitting s set room_id = m.into_id from exam_room_merged m where m.id = s.room_id
  `),
  '999-zzzzzz-d-one-estate': sqlMigration(`
    delete from exam_room r using exam_room_merged m where m.id = r.id
----
    update exam_room r set centre_id = m.into_id from exam_centre_merged m where m.id = r.centre_id
----
    delete from exam_centre c using exam_centre_merged m where m.id = c.id
----
    drop table exam_room_merged
----
    drop table exam_centre_merged
----
    alter table exam_centre add constraint exam_centre_of_academy unique (academy, code)
----
    -- session: in which it was written, for a node of the version before; it is used in that one at least.
    create function exam_centre_used() returns trigger language plpgsql as $$
    begin
      insert into exam_session_centre (academy, session, centre_id) values (new.academy, new.session, new.id);
      return new;
    end $$
----
    create trigger exam_centre_used after insert on exam_centre for each row execute function exam_centre_used()
----
    create or replace view written_centre as
      select id, academy, session, code, name, address, postcode, city, row_version, closed from exam_centre
----
    create or replace view written_room as
      select id, academy, session, centre_id, name, folded, capacity, accessible, kinds, row_version, closed, stations from exam_room
----
    -- Which sessions use which centre, with its name.
    create view session_centre as
      select s.academy, s.session, c.id, c.code, c.name, c.city from exam_session_centre s join exam_centre c on c.id = s.centre_id
  `),
  '999-zzzzzz-e-held': sqlMigration(`
    -- How a test is held: in a hall, before a board that calls until an hour, at the posts of a workshop. Minutes before and after.
    alter table exam_sitting add column held text not null default 'written' check (held in ('written', 'oral', 'practical')),
      add column until timestamptz,
      add column preparation integer not null default 0 check (preparation between 0 and 240),
      add column rest integer not null default 0 check (rest between 0 and 240),
      add constraint exam_sitting_until check ((held = 'oral') = (until is not null) and until > starts_at)
----
    create or replace view calendar_sitting as
      select id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id, row_version, held, until, preparation, rest
      from exam_sitting
----
    -- From when until when a test has its room.
    create view held_sitting as
      select id, academy, session, room_id, held, case held when 'practical' then starts_at - preparation * interval '1 minute' else starts_at end as has_from,
        case held when 'oral' then until when 'practical' then starts_at + (minutes + rest) * interval '1 minute'
          else starts_at + minutes * interval '1 minute' end as has_to
      from exam_sitting
  `),
  '999-zzzzzzz-c-day-of-tests': sqlMigration(`
    -- A day of the calendars of an academy is drawn, and years that are over are not read.
    create index exam_sitting_day on exam_sitting (academy, starts_at)
  `),
  '999-zzzzzzzz-t-uncounted': sqlMigration(`
    -- Of the minutes of a test, those of a pause or a transfer: whoever has more time has no more of them.
    alter table exam_sitting add column uncounted integer not null default 0 check (uncounted between 0 and 240),
      add constraint exam_sitting_counted check (uncounted < minutes)
  `),
  '999-zzzzzzzzz-q-loans': sqlMigration(`
    -- A room that another academy has from one day to another, both included: the academy whose it is doesn't use it then, and the other uses it then alone.
    create table exam_room_loan (
      id uuid primary key,
      academy text not null,
      room_id uuid not null references exam_room (id),
      borrower text not null check (borrower <> academy),
      first_day date not null,
      last_day date not null check (last_day >= first_day),
      said_by uuid not null,
      said_at timestamptz not null default business_now(),
      -- Taken back before its first day.
      ended_at timestamptz,
      ended_by uuid,
      check ((ended_at is null) = (ended_by is null))
    )
----
    create index exam_room_loan_room on exam_room_loan (room_id)
----
    create index exam_room_loan_borrower on exam_room_loan (borrower)
  `),
  '999-zzzzzzzzzz-e-session-rooms': sqlMigration(`
    -- The code of a centre of another academy, which lends rooms of it, begins with that academy's: both may have one of that name.
    create or replace view session_centre as
      select s.academy, s.session, c.id, case c.academy when s.academy then c.code else upper(c.academy) || '-' || c.code end as code, c.name, c.city,
        c.address, c.postcode, c.closed, c.row_version
      from exam_session_centre s join exam_centre c on c.id = s.centre_id
----
    -- Which sessions have which room: of another academy, those that it lends or lent; one that was taken back takes nobody any more.
    create view session_room as
      select s.academy, s.session, r.id, r.centre_id, r.name, r.folded, r.capacity, r.accessible, r.kinds, r.stations, r.row_version,
        r.closed or r.academy <> s.academy and not exists (
          select from exam_room_loan l where l.room_id = r.id and l.borrower = s.academy and l.ended_at is null) as closed
      from exam_session_centre s join exam_room r on r.centre_id = s.centre_id
      where r.academy = s.academy or exists (select from exam_room_loan l where l.room_id = r.id and l.borrower = s.academy)
  `),
};

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
};

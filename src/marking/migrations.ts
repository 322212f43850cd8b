import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const markingMigrations: Migrations = {
  '999-zzzzzzz-m-marking': sqlMigration(`
    -- In which order sheets and verdicts came.
    create sequence marking_rank
----
    -- What a board said of one candidate and one unit; what was said before stays. id: drawn by the device, so that what is sent twice
    -- counts once. seen: the rank of the last sheet that its author knew of, 0 for none. digest: of what it says, as it was signed.
    create table marking_sheet (
      id uuid primary key,
      rank bigint not null default nextval('marking_rank') unique,
      academy text not null,
      session text not null,
      board_id uuid not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      version text not null,
      outcome text not null check (outcome in ('mark', 'absent', 'excused', 'exempt', 'barred')),
      half_points smallint check (half_points between 0 and 40),
      answers jsonb not null,
      words text not null default '',
      seen bigint not null check (seen >= 0),
      source text not null check (source in ('page', 'device')),
      device text not null,
      -- By the device's clock, set by ours when it last spoke with it.
      said_at timestamptz not null,
      at timestamptz not null default business_now(),
      examiner_id uuid not null,
      "by" uuid not null,
      digest text not null,
      check ((outcome = 'mark') = (half_points is not null))
    )
----
    create index marking_sheet_candidate on marking_sheet (academy, session, enrolment_id, unit, rank)
----
    create index marking_sheet_board on marking_sheet (board_id, rank)
----
    -- What another of the board, or a head, says of a sheet. examiner_id null: a head.
    create table marking_verdict (
      id uuid primary key,
      rank bigint not null default nextval('marking_rank') unique,
      academy text not null,
      session text not null,
      sheet_id uuid not null references marking_sheet (id),
      verdict text not null check (verdict in ('agree', 'disagree')),
      way text not null check (way in ('account', 'code', 'head')),
      examiner_id uuid,
      words text not null default '',
      seen bigint not null check (seen >= 0),
      source text not null check (source in ('page', 'device')),
      device text not null,
      said_at timestamptz not null,
      at timestamptz not null default business_now(),
      "by" uuid not null,
      digest text not null,
      check ((way = 'head') = (examiner_id is null))
    )
----
    create index marking_verdict_sheet on marking_verdict (sheet_id, rank)
----
    create function marking_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'what a board said is kept'; end $$
----
    create trigger marking_sheet_is_kept before update or delete or truncate on marking_sheet for each statement execute function marking_is_kept()
----
    create trigger marking_verdict_is_kept before update or delete or truncate on marking_verdict for each statement execute function marking_is_kept()
----
    -- The last wall: nobody agrees with themselves.
    create function marking_verdict_is_anothers() returns trigger language plpgsql as $$
    begin
      if exists (select from marking_sheet s where s.id = new.sheet_id and (s.examiner_id = new.examiner_id or new.way = 'head' and s."by" = new."by"))
        then raise exception 'nobody agrees with themselves'; end if;
      return new;
    end $$
----
    create trigger marking_verdict_is_anothers before insert on marking_verdict for each row execute function marking_verdict_is_anothers()
  `),
  '999-zzzzzzzz-j-received': sqlMigration(`
    -- When anything was received of whom, for whoever looks for what came after a lock.
    create view marking_received as
      select academy, session, unit, enrolment_id, at from marking_sheet
      union all
      select v.academy, v.session, s.unit, s.enrolment_id, v.at from marking_verdict v join marking_sheet s on s.id = v.sheet_id
----
    create index marking_sheet_received on marking_sheet (academy, session, unit, at)
----
    create index marking_verdict_received on marking_verdict (academy, session, at)
  `),
  '999-zzzzzzzzz-q-sheets-in-parts': sqlMigration(`
    -- What one of the two juries of a sheet gave of the most that it could, and how the whole is rounded; null: the sheet is whole. A part makes no mark.
    alter table marking_sheet add column part jsonb, drop constraint marking_sheet_check,
      add constraint marking_sheet_mark check ((outcome = 'mark' and part is null) = (half_points is not null))
  `),
};

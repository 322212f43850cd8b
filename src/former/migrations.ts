import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const formerMigrations: Migrations = {
  '794-former-results': sqlMigration(`
    -- Files of the system in place. Nothing is overwritten: of one unit of one person, the last file that was confirmed speaks.
    create table former_import (
      id uuid primary key,
      academy text not null,
      name text not null,
      sha256 text not null,
      lines integer not null,
      persons integer not null,
      added integer not null,
      changed integer not null,
      same integer not null,
      -- Not kept: nobody can use them any more.
      expired integer not null,
      -- Of units that the rules can't check.
      unchecked integer not null,
      by uuid not null,
      at timestamptz not null default business_now(),
      -- Order of those that were confirmed, and after which of them this one was compared.
      rank integer,
      after_rank integer not null,
      written_at timestamptz,
      taken_back_at timestamptz,
      taken_back_by uuid,
      taken_back_words text,
      unique (academy, rank),
      check ((rank is null) = (written_at is null)),
      check ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_words is null)),
      check (taken_back_at is null or written_at is not null)
    )
----
    create table former_line (
      import_id uuid not null references former_import (id) on delete cascade,
      -- Of the file.
      at integer not null,
      academy text not null,
      number text not null,
      birth_name text not null,
      first_names text not null,
      birth_date date not null,
      cfd text not null,
      year integer not null,
      unit text not null,
      obtained_on date not null,
      outcome text not null check (outcome in ('mark', 'absent', 'excused', 'exempt')),
      half_points smallint check (half_points between 0 and 40),
      decision text check (decision in ('admitted', 'not-admitted')),
      until date not null,
      primary key (import_id, number, cfd, year, unit),
      check ((outcome = 'mark') = (half_points is not null))
    )
----
    create index former_line_number on former_line (academy, number)
----
    create index former_line_birth on former_line (academy, birth_date)
----
    create index former_line_until on former_line (until)
----
    -- What the former system says now.
    create view former_result as
      select distinct on (l.academy, l.number, l.cfd, l.year, l.unit) l.academy, l.number, l.birth_name, l.first_names, l.birth_date, l.cfd,
        l.year, l.unit, l.obtained_on, l.outcome, l.half_points, l.decision, l.until, l.import_id
      from former_line l join former_import i on i.id = l.import_id
      where i.rank is not null and i.taken_back_at is null
      order by l.academy, l.number, l.cfd, l.year, l.unit, i.rank desc
----
    -- Whoever asks that their former results be given back. The number is what they typed: it may be nobody's.
    create table former_claim (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      candidate_id uuid not null,
      number text,
      asked_at timestamptz not null default business_now(),
      state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused')),
      words text,
      decided_by uuid,
      decided_at timestamptz,
      check ((state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
      check (state <> 'refused' or words is not null)
    )
----
    create unique index former_claim_waiting on former_claim (academy, candidate_id) where state = 'waiting'
----
    create index former_claim_asked on former_claim (academy, state, asked_at)
----
    create index former_claim_candidate on former_claim (candidate_id)
----
    -- Whose a number is: said by a person of the office, on a proof.
    create table former_link (
      id uuid primary key,
      academy text not null,
      number text not null,
      candidate_id uuid not null,
      enrolment_id uuid not null references enrolment (id),
      proof text not null check (proof in ('identity', 'transcript', 'number', 'seen')),
      words text,
      by uuid not null,
      at timestamptz not null default business_now(),
      undone_at timestamptz,
      undone_by uuid,
      undone_words text,
      check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_words is null))
    )
----
    create unique index former_link_standing on former_link (academy, number) where undone_at is null
----
    create index former_link_candidate on former_link (candidate_id)
  `),
};

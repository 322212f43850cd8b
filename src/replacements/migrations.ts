import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const replacementMigrations: Migrations = {
  '724-admitted': sqlMigration(`
    -- Decisions of a version that seated nobody by them: who was admitted then is admitted now.
    do $$ begin
      if to_regclass('replacement_decision') is not null then
        insert into exam_replacement (academy, session, enrolment_id, unit, admitted)
          select distinct on (enrolment_id, unit) academy, session, enrolment_id, unit, outcome = 'granted'
          from replacement_decision order by enrolment_id, unit, rank desc
        on conflict do nothing;
      end if;
    end $$
  `),
  '792-replacements': sqlMigration(`
    -- Whether somebody who was absent sits the unit again. What justifies the absence isn't here: only when it came.
    create table replacement_decision (
      id uuid primary key,
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      rank integer not null check (rank > 0),
      outcome text not null check (outcome in ('granted', 'refused')),
      received_on date not null,
      words text not null,
      decided_by uuid not null,
      decided_at timestamptz not null default business_now(),
      unique (enrolment_id, unit, rank)
    )
----
    create index replacement_decision_session on replacement_decision (academy, session)
----
    create function replacement_decision_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'decisions on replacements are kept'; end $$
----
    create trigger replacement_decision_is_kept before update or delete or truncate on replacement_decision
      for each statement execute function replacement_decision_is_kept()
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const editorMigrations: Migrations = {
  '900-rule-draft': sqlMigration(`
    create table rule_draft (
      id uuid primary key default gen_random_uuid(),
      academy text not null,
      title text not null,
      state text not null default 'open' check (state in ('open', 'submitted', 'published', 'abandoned')),
      base bigint not null references rule_publication,
      changes jsonb not null default '{}',
      delivered text,
      version integer not null default 1,
      started_by uuid not null,
      authors uuid[] not null,
      submitted_by uuid,
      purpose text,
      sent_back text,
      published_by uuid check (published_by is null or published_by <> all (authors)),
      published_despite text,
      -- Do the pieces of enrolments that are registered follow the new rules?
      applied boolean,
      publication bigint unique references rule_publication,
      changed_at timestamptz not null default now(),
      check ((state = 'published') = (publication is not null)),
      check ((state = 'published') = (published_by is not null)),
      check (state <> 'submitted' or submitted_by is not null)
    )
----
    create index rule_draft_by_change on rule_draft (academy, changed_at desc)
----
    -- Each save, so that one can be taken back.
    create table rule_draft_save (
      draft uuid not null references rule_draft,
      version integer not null,
      what text not null,
      changes jsonb not null,
      saved_by uuid not null,
      saved_at timestamptz not null default now(),
      primary key (draft, version)
    )
----
    -- What a publication changed for an enrolment that was running, as its candidate was told.
    create table rule_effect (
      publication bigint not null references rule_publication,
      enrolment uuid not null references enrolment,
      sentences jsonb not null,
      told_at timestamptz,
      primary key (publication, enrolment)
    )
  `),
  '901-rule-draft-again': sqlMigration(`
    -- 900 was edited after databases had it. Nothing wrote an effect before that, so its table can be made again.
    alter table rule_draft add column if not exists applied boolean
----
    do $$ begin
      if exists (select from information_schema.columns
                 where table_schema = current_schema() and table_name = 'rule_effect' and column_name = 'effects') then
        drop table rule_effect;
        create table rule_effect (
          publication bigint not null references rule_publication,
          enrolment uuid not null references enrolment,
          sentences jsonb not null,
          told_at timestamptz,
          primary key (publication, enrolment)
        );
      end if;
    end $$
  `),
  '910-health-effects': sqlMigration(`
    -- Pieces that hold health data changed for this enrolment too: told to its candidate, shown to nobody.
    alter table rule_effect add column health boolean not null default false
  `),
  '632-extension': sqlMigration(`
    -- Dates of sessions put off after an incident: one person proposes it, another puts it in force as a publication of the rules.
    create table extension (
      id uuid primary key default gen_random_uuid(),
      academy text not null,
      state text not null default 'proposed' check (state in ('proposed', 'dropped', 'approved')),
      sessions text[] not null check (sessions <> '{}'),
      deadlines text[] not null check (deadlines <> '{}'),
      days integer not null check (days >= 0),
      hours integer not null check (hours >= 0),
      reason text not null,
      proposed_by uuid not null,
      proposed_at timestamptz not null default now(),
      closed_by uuid,
      closed_at timestamptz,
      publication bigint unique,
      check (days + hours > 0),
      check ((state = 'proposed') = (closed_by is null)),
      check ((state = 'approved') = (publication is not null)),
      -- Nobody decides alone.
      check (state <> 'approved' or closed_by <> proposed_by)
    )
----
    create index extension_academy on extension (academy, proposed_at desc)
  `),
};

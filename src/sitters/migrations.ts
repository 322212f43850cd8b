import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const sitterMigrations: Migrations = {
  '666-replacement-tests': sqlMigration(`
    -- Who sits a unit again, as a head decided it; the decision itself is in the room of replacements.
    create table exam_replacement (
      academy text not null,
      session text not null,
      enrolment_id uuid not null references enrolment (id),
      unit text not null,
      admitted boolean not null,
      written_at timestamptz not null default business_now(),
      primary key (enrolment_id, unit)
    )
----
    create index exam_replacement_session on exam_replacement (academy, session)
  `),
};

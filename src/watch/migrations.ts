import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

export const watchMigrations: Migrations = {
  '723-watch-again': sqlMigration(`
    -- Something changed since the machine looked, and a look is ordered: one waits, however many enrolments end meanwhile.
    alter table exam_watch add column asked boolean not null default false
  `),
  '920-watch-moved': sqlMigration(`
    -- Whose seat is at another hour than the calendar's, or lacks what was granted since.
    alter table exam_watch add column to_move integer not null default 0
  `),
  '999-zzzzzz-watched-faults': sqlMigration(`
    -- Faults of the published plan for which nobody could publish it today: a smaller room, two sessions in one, two places at once.
    alter table exam_watch add column to_mend integer not null default 0
  `),
};

import { type Migrations, sqlMigration } from '../platform/database/migrate.ts';

/** Absences stand in a table that the office made (526-several). */
export const staffMigrations: Migrations = {
  '999-zzz-set-covers': sqlMigration(`
    -- Who stands in for whom, as other rooms read it.
    create view set_cover as
      select id, academy, absent_id, covering_id, portfolios, from_day, until_day, set_by, ended_at from office_cover
  `),
};

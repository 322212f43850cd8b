import { type RawBuilder, sql } from 'kysely';

/** In SQL: when a deadline stands at this step. Days are days of the calendar, at the same hour on the clock of Paris. */
export function standsAt(until: RawBuilder<unknown>, step: string): RawBuilder<unknown> {
  return step.startsWith('PT')
    ? sql`${until} - ${step}::interval`
    : sql`(${until} at time zone 'Europe/Paris' - ${step}::interval) at time zone 'Europe/Paris'`;
}

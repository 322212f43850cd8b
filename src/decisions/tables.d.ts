// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    decision: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string | null;
      act: string;
      delegation_id: string | null;
      author_id: string | null;
      first_name: string;
      surname: string;
      capacity: string;
      service: string;
      delegated: string | null;
      prepared_by: string | null;
      facts: readonly string[];
      reason: string;
      ground: string;
      undoes: string | null;
      taken_at: Generated<Temporal.Instant>;
    };
    delegation: {
      id: string;
      academy: string;
      account_id: string;
      first_name: string;
      surname: string;
      capacity: string;
      grantor: string;
      title: string;
      acts: readonly string[];
      published_on: Temporal.PlainDate;
      from_on: Temporal.PlainDate;
      until_on: Temporal.PlainDate | null;
      kept_by: string | null;
      kept_at: Generated<Temporal.Instant>;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
    };
    prepared_decision: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      version: number;
      act: string;
      facts: readonly string[];
      reason: string;
      ground: string;
      state: Generated<'waiting' | 'sent-back' | 'signed'>;
      prepared_by: string;
      prepared_at: Generated<Temporal.Instant>;
      closed_by: string | null;
      closed_at: Temporal.Instant | null;
      back: string | null;
      decision_id: string | null;
      row_version: Generated<number>;
      about: Generated<string>;
      asked: ColumnType<unknown, string | undefined, string>;
    };
    /** A view: any room may read it. */
    decision_author: {
      id: string;
      author: ColumnType<unknown, string | null, string | null>;
    };
    /** A view: any room may read it. */
    taken_decision: {
      id: string;
      act: string;
      author_id: string | null;
      taken_at: Temporal.Instant;
      author: ColumnType<unknown, string | null, string | null>;
      undone: boolean | null;
    };
  }
}

export {};

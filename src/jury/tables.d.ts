// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    jury: {
      id: string;
      academy: string;
      session: string;
      name: string;
      meets_on: Temporal.PlainDate;
      place: Generated<string>;
      state: Generated<'open' | 'closing' | 'closed'>;
      quorum: Generated<boolean>;
      opened_by: string;
      opened_at: Generated<Temporal.Instant>;
      proposed_by: string | null;
      proposed_at: Temporal.Instant | null;
      year: number | null;
      number: number | null;
      closed_by: string | null;
      closed_at: Temporal.Instant | null;
      row_version: Generated<number>;
      hour: string | null;
    };
    jury_addition: {
      id: string;
      jury_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      kind: 'mark' | 'decision';
      decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED' | null;
      reason: string;
      state: Generated<'proposed' | 'kept' | 'dropped'>;
      proposed_by: string;
      proposed_at: Generated<Temporal.Instant>;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
      number: number | null;
      row_version: Generated<number>;
    };
    jury_examined: {
      jury_id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      marks: string;
      by: string;
      at: Generated<Temporal.Instant>;
      reason: string | null;
    };
    jury_member: {
      id: string;
      jury_id: string;
      academy: string;
      session: string;
      quality: string;
      title: string;
      name: string;
      account_id: string | null;
      present: boolean | null;
      examiner_id: string | null;
    };
    jury_moment: {
      id: string;
      rank: GeneratedAlways<number>;
      jury_id: string;
      academy: string;
      session: string;
      at: Temporal.Instant;
      sitting: 'open' | 'paused' | 'ended';
      quorum: boolean;
      there: readonly string[];
      by: string;
      written_at: Generated<Temporal.Instant>;
      dropped_at: Temporal.Instant | null;
    };
    jury_point: {
      rank: GeneratedAlways<number>;
      jury_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      unit: string;
      before_mark: number;
      after_mark: number | null;
      reason: string;
      by: string;
      at: Generated<Temporal.Instant>;
    };
    jury_sheet: {
      id: string;
      jury_id: string;
      academy: string;
      session: string;
      number: number;
      content: ColumnType<unknown, string, string>;
      issued_at: Generated<Temporal.Instant>;
      pdf_key: string | null;
      pdf_sha256: string | null;
      pdf_size: number | null;
      seal_level: 'B-B' | 'B-T' | null;
      seal_certificate: string | null;
      checked_at: Temporal.Instant | null;
      fault: 'missing' | 'altered' | null;
    };
    jury_speciality: {
      jury_id: string;
      academy: string;
      session: string;
      speciality: string;
    };
    jury_verdict: {
      jury_id: string;
      enrolment_id: string;
      addition: number;
      academy: string;
      session: string;
      decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED';
      account: ColumnType<unknown, string, string>;
      points: ColumnType<unknown, string, string>;
      said_at: Generated<Temporal.Instant>;
    };
  }
}

export {};

// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    accommodation_advice: {
      event_id: string;
      case_id: string;
      given_on: Temporal.PlainDate;
      measures: ColumnType<unknown, string, string>;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    accommodation_case: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      state: 'draft' | 'submitted' | 'with-doctor' | 'advised' | 'decided' | 'withdrawn';
      channel: 'online' | 'post';
      measures: Generated<readonly string[]>;
      words: Generated<string>;
      late_words: string | null;
      revealed_on: Temporal.PlainDate | null;
      begun_at: Generated<Temporal.Instant>;
      submitted_at: Temporal.Instant | null;
      received_on: Temporal.PlainDate | null;
      waiting_since: Temporal.Instant | null;
      asked_until: Temporal.Instant | null;
      row_version: Generated<number>;
    };
    accommodation_decision: {
      event_id: string;
      case_id: string;
      enrolment_id: string;
      rank: number;
      measures: ColumnType<unknown, string, string>;
      ground: string;
      officer_id: string;
      paper_id: string;
      at: Generated<Temporal.Instant>;
      decision_id: string | null;
    };
    accommodation_demand: {
      event_id: string;
      case_id: string;
      words: string;
      until: Temporal.Instant;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    accommodation_document: {
      id: string;
      academy: string;
      session: string;
      case_id: string;
      enrolment_id: string;
      state: 'stored' | 'removed';
      kind: string;
      name: string;
      type: string;
      size: number;
      sha256: string;
      sent_sha256: string;
      sent_size: number;
      sent_type: string;
      file_key: string;
      receipt: string;
      begun_at: Temporal.Instant;
      finished_at: Temporal.Instant;
      ended_at: Temporal.Instant | null;
      scan: 'waiting' | 'clean' | 'infected' | null;
      finding: string | null;
      erased_at: Temporal.Instant | null;
      checked_at: Temporal.Instant | null;
      fault: 'missing' | 'altered' | null;
      unread: Generated<boolean>;
      refusal: string | null;
    };
    accommodation_prepared: {
      case_id: string;
      prepared_id: string;
      request_version: number;
      measures: ColumnType<unknown, string, string>;
      ground: string;
      back: string | null;
    };
    accommodation_reminder: {
      id: Generated<string>;
      academy: string;
      session: string;
      enrolment_id: string;
      until: Temporal.Instant;
      step: string;
      state: Generated<'planned' | 'queued' | 'sent' | 'solved' | 'ended' | 'missed'>;
      planned_at: Generated<Temporal.Instant>;
      settled_at: Temporal.Instant | null;
      event_id: string | null;
    };
    accommodation_said: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      what: 'sent-elsewhere' | 'given-up' | 'resumed';
      sent_on: Temporal.PlainDate | null;
      at: Generated<Temporal.Instant>;
      rank: GeneratedAlways<number>;
    };
    /** A view: any room may read it. */
    accommodation_deadline: {
      enrolment_id: string | null;
      academy: string | null;
      session: string | null;
      until: Temporal.Instant | null;
      known_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    accommodation_effect: {
      enrolment_id: string;
      academy: string;
      session: string;
      measure: string | null;
      label: string | null;
      percent: number | null;
      how: string | null;
    };
    /** A view: any room may read it. */
    accommodation_letter_over: {
      letter_id: string | null;
    };
  }
}

export {};

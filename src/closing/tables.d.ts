// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    cancellation: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      state: 'proposed' | 'dropped' | 'approved' | 'undone' | 'void' | 'done' | 'reversed';
      codes: readonly string[];
      words: string;
      ground: string;
      proposed_by: string;
      proposed_at: Generated<Temporal.Instant>;
      approved_by: string | null;
      approved_at: Temporal.Instant | null;
      takes_effect_at: Temporal.Instant | null;
      closed_by: string | null;
      closed_at: Temporal.Instant | null;
      note: string | null;
      paper_id: string | null;
      decision_id: string | null;
    };
    cancellation_lot: {
      id: string;
      academy: string;
      session: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    cancellation_lot_line: {
      lot_id: string;
      cancellation_id: string;
      rank: number;
      outcome: string | null;
    };
    granted_time: {
      event_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      codes: readonly string[];
      until: Temporal.Instant;
      reason: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    invitation_lot: {
      id: string;
      academy: string;
      session: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
    };
    invitation_lot_line: {
      lot_id: string;
      enrolment_id: string;
      outcome: string | null;
      hearing_id: string | null;
    };
    observation: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      words: string;
      at: Generated<Temporal.Instant>;
    };
    regularisation: {
      event_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      codes: readonly string[];
      until: Temporal.Instant;
      officer_id: string;
      paper_id: string;
      at: Generated<Temporal.Instant>;
    };
    /** A view: any room may read it. */
    cancellation_notice: {
      enrolment_id: string;
      paper_id: string | null;
    };
    /** A view: any room may read it. */
    cancellation_standing_of: {
      enrolment_id: string;
      state: 'proposed' | 'dropped' | 'approved' | 'undone' | 'void' | 'done' | 'reversed';
    };
    /** A view: any room may read it. */
    regularisation_end: {
      enrolment_id: string;
      until: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    regularisation_standing: {
      enrolment_id: string;
      until: Temporal.Instant | null;
      answered: boolean | null;
    };
  }
}

export {};

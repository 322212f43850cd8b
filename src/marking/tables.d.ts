// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    marking_sheet: {
      id: string;
      rank: Generated<number>;
      academy: string;
      session: string;
      board_id: string;
      enrolment_id: string;
      unit: string;
      version: string;
      outcome: 'mark' | 'absent' | 'excused' | 'exempt' | 'barred';
      half_points: number | null;
      answers: ColumnType<unknown, string, string>;
      words: Generated<string>;
      seen: number;
      source: 'page' | 'device';
      device: string;
      said_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
      examiner_id: string;
      by: string;
      digest: string;
      part: ColumnType<unknown, string | null, string | null>;
    };
    marking_verdict: {
      id: string;
      rank: Generated<number>;
      academy: string;
      session: string;
      sheet_id: string;
      verdict: 'agree' | 'disagree';
      way: 'account' | 'code' | 'head';
      examiner_id: string | null;
      words: Generated<string>;
      seen: number;
      source: 'page' | 'device';
      device: string;
      said_at: Temporal.Instant;
      at: Generated<Temporal.Instant>;
      by: string;
      digest: string;
    };
    /** A view: any room may read it. */
    marking_received: {
      academy: string | null;
      session: string | null;
      unit: string | null;
      enrolment_id: string | null;
      at: Temporal.Instant | null;
    };
  }
}

export {};

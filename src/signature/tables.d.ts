// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    online_signature: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      version: number;
      signer: 'candidate' | 'representative';
      name: string;
      address: string;
      recognised: 'password' | 'mail-code';
      sentence: string;
      paper_id: string;
      reference: string;
      content_sha256: string;
      pdf_sha256: string;
      signed_at: Generated<Temporal.Instant>;
      at: Generated<Temporal.Instant>;
      ended_at: Temporal.Instant | null;
    };
    signature_door: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      version: number;
      sent_at: Generated<Temporal.Instant>;
      ends_at: Temporal.Instant;
      opened_at: Temporal.Instant | null;
      opener: string | null;
      opener_until: Temporal.Instant | null;
      ended_at: Temporal.Instant | null;
      ended_why: 'signed' | 'refused' | 'revoked' | 'withdrawn' | 'replaced' | null;
    };
  }
}

export {};

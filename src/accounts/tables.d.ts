// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated, GeneratedAlways } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    access_letter: {
      id: string;
      account_id: string;
      academy: string;
      officer_id: string;
      mark: string;
      printed_at: Generated<Temporal.Instant>;
      voided_at: Temporal.Instant | null;
      used_at: Temporal.Instant | null;
    };
    access_letter_request: {
      id: string;
      account_id: string;
      academy: string;
      enrolment_id: string;
      asked_by: string;
      asked_at: Generated<Temporal.Instant>;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
      outcome: 'printed' | 'dropped' | null;
    };
    address_recovery: {
      id: string;
      account_id: string;
      academy: string;
      session: string | null;
      stream: string;
      state: 'proposed' | 'approved' | 'done' | 'dropped' | 'objected' | 'lapsed';
      former_address: string;
      new_address: string;
      proof: 'identity-card' | 'passport' | 'residence-permit' | 'driving-licence';
      seen_on: Temporal.PlainDate;
      proposed_by: string;
      proposed_at: Generated<Temporal.Instant>;
      approved_by: string | null;
      opens_at: Temporal.Instant | null;
      ends_at: Temporal.Instant | null;
      ended_at: Temporal.Instant | null;
    };
    auth_account: {
      id: string;
      account_id: string;
      provider_id: string;
      user_id: string;
      access_token: string | null;
      refresh_token: string | null;
      id_token: string | null;
      access_token_expires_at: Temporal.Instant | null;
      refresh_token_expires_at: Temporal.Instant | null;
      scope: string | null;
      password: string | null;
      created_at: Generated<Temporal.Instant>;
      updated_at: Generated<Temporal.Instant>;
    };
    auth_session: {
      id: string;
      token: string;
      user_id: string;
      expires_at: Temporal.Instant;
      created_at: Generated<Temporal.Instant>;
      updated_at: Generated<Temporal.Instant>;
      ip_address: string | null;
      user_agent: string | null;
    };
    auth_user: {
      id: string;
      name: string;
      email: string;
      email_verified: Generated<boolean>;
      image: string | null;
      created_at: Generated<Temporal.Instant>;
      updated_at: Generated<Temporal.Instant>;
    };
    auth_verification: {
      id: string;
      identifier: string;
      value: string;
      expires_at: Temporal.Instant;
      created_at: Generated<Temporal.Instant>;
      updated_at: Generated<Temporal.Instant>;
    };
    candidate: {
      account_id: string;
      civility: 'M' | 'MME';
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      birth_date: Temporal.PlainDate;
      birth_country: string;
      row_version: Generated<number>;
      closed_at: Temporal.Instant | null;
      erasure_told_at: Temporal.Instant | null;
    };
    notice_answer: {
      id: string;
      serial: GeneratedAlways<number>;
      account_id: string;
      accepts: boolean;
      wording: number;
      place: 'enrolment' | 'account';
      at: Generated<Temporal.Instant>;
    };
    passkey: {
      id: string;
      account_id: string;
      credential: string;
      public_key: Buffer;
      counter: number;
      transports: readonly string[];
      host: string;
      name: string;
      backed_up: boolean;
      created_at: Generated<Temporal.Instant>;
      used_at: Temporal.Instant | null;
    };
    passkey_challenge: {
      challenge: string;
      account_id: string;
      holder: string;
      name: string | null;
      expires_at: Temporal.Instant;
    };
    recovery_code: {
      account_id: string;
      mark: string;
      used_at: Temporal.Instant | null;
    };
    second_factor: {
      account_id: string;
      secret: string;
      last_step: number;
      set_at: Generated<Temporal.Instant>;
    };
    sign_up: {
      id: string;
      account_id: string;
      civility: string;
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      birth_date: Temporal.PlainDate;
      birth_country: string;
      password_hash: string;
      created_at: Generated<Temporal.Instant>;
    };
    staff: {
      account_id: string;
      academy: string;
      role: 'officer' | 'accommodation' | 'jury' | 'centre' | 'examiner' | 'head' | 'admin';
      name: string;
      disabled_at: Temporal.Instant | null;
      row_version: Generated<number>;
      placed_by: string | null;
      placed_at: Temporal.Instant | null;
    };
    staff_placing: {
      id: string;
      account_id: string;
      by_id: string | null;
      kind: 'invited' | 'role' | 'reopened' | 'second-proof' | 'earlier';
      at: Generated<Temporal.Instant>;
    };
    staff_placing_confirmed: {
      placing_id: string;
      by_id: string | null;
      at: Generated<Temporal.Instant>;
    };
    staff_portfolio: {
      account_id: string;
      academy: string;
      portfolio: string;
    };
    staff_proposal: {
      id: string;
      academy: string;
      kind: 'invite' | 'change' | 'second-proof';
      account_id: string | null;
      address: string | null;
      name: string;
      role: string;
      version: number | null;
      proposed_by: string;
      proposed_at: Generated<Temporal.Instant>;
    };
    /** A view: any room may read it. */
    access_letter_asked: {
      academy: string;
      enrolment_id: string;
      asked_by: string;
      asked_at: Temporal.Instant;
    };
    /** A view: any room may read it. */
    address_recovery_waiting: {
      id: string;
      academy: string;
      stream: string;
      proposed_by: string;
      proposed_at: Temporal.Instant;
    };
    /** A view: any room may read it. */
    candidate_identity: {
      account_id: string;
      civility: 'M' | 'MME';
      birth_name: string;
      usage_name: string | null;
      first_names: string;
      birth_date: Temporal.PlainDate;
      birth_country: string;
      address: string;
    };
    /** A view: any room may read it. */
    closed_account: {
      account_id: string;
      closed_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    open_session: {
      id: string;
      account_id: string;
    };
    /** A view: any room may read it. */
    staff_open: {
      account_id: string;
      academy: string;
      role: 'officer' | 'accommodation' | 'jury' | 'centre' | 'examiner' | 'head' | 'admin';
      name: string;
    };
  }
}

export {};

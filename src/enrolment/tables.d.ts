// From the migrated database, by `npm run types`. It changes with a migration.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    accommodation_request: {
      enrolment_id: string;
      academy: string;
      session: string;
      received_on: Temporal.PlainDate;
      recorded_at: Generated<Temporal.Instant>;
    };
    enrolment: {
      id: string;
      academy: string;
      session: string;
      exam: string;
      candidate_id: string;
      status: 'draft' | 'registered' | 'validated' | 'withdrawn' | 'set-aside' | 'cancelled' | 'abandoned';
      number: string | null;
      version: Generated<number>;
      registered: ColumnType<unknown, string | null, string | null>;
      working: ColumnType<unknown, string | null, string | null>;
      speciality: string | null;
      portfolio: string | null;
      form: string | null;
      family_name: string | null;
      first_registered_at: Temporal.Instant | null;
      registered_at: Temporal.Instant | null;
      signed_version: number | null;
      signed_at: Temporal.Instant | null;
      validated_at: Temporal.Instant | null;
      ended_at: Temporal.Instant | null;
      saved_at: Generated<Temporal.Instant>;
      row_version: Generated<number>;
      reserve: 'pending' | 'lifted' | 'upheld' | null;
      completed_units: ColumnType<unknown, string | null, string | null>;
      signed_online_version: number | null;
      decision_id: string | null;
    };
    enrolment_entry: {
      id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      officer_id: string;
      way: 'telephone' | 'counter' | 'post' | 'carried';
      received_on: Temporal.PlainDate;
      words: string;
      found: ColumnType<unknown, string | null, string | null>;
      wrote: string | null;
      opened_at: Generated<Temporal.Instant>;
      ended_at: Temporal.Instant | null;
      outcome: 'registered' | 'left' | 'replaced' | null;
      version: number | null;
    };
    enrolment_reserve: {
      enrolment_id: string;
      version: number;
      academy: string;
      session: string;
      reasons: ColumnType<unknown, string, string>;
      raised_at: Generated<Temporal.Instant>;
    };
    enrolment_serial: {
      academy: string;
      session: string;
      sequence: string;
    };
    enrolment_version: {
      enrolment_id: string;
      version: number;
      academy: string;
      session: string;
      answers: ColumnType<unknown, string, string>;
      rule_pack: string;
      begun_at: Temporal.Instant;
      registered_at: Temporal.Instant;
    };
    former_mark: {
      academy: string;
      candidate_id: string;
      number: string;
      cfd: string;
      year: number;
      unit: string;
      half_points: number;
      obtained_on: Temporal.PlainDate;
      until: Temporal.PlainDate;
    };
    held_mark: {
      enrolment_id: string;
      unit: string;
      academy: string;
      session: string;
      candidate_id: string;
      cfd: string;
      year: number;
      half_points: number;
      obtained_on: Temporal.PlainDate;
      withheld: Generated<boolean>;
    };
    reserve_decision: {
      id: string;
      enrolment_id: string;
      version: number;
      decision: 'lifted' | 'set-aside' | 'reinstated';
      words: string;
      ground: string | null;
      officer_id: string;
      at: Generated<Temporal.Instant>;
      decision_id: string | null;
    };
    same_person: {
      id: string;
      academy: string;
      one_id: string;
      other_id: string;
      decision: 'same' | 'different';
      words: string;
      officer_id: string;
      at: Generated<Temporal.Instant>;
      keeps_id: string | null;
      ends_id: string | null;
      ends_at: Temporal.Instant | null;
      outcome: 'ended' | 'void' | null;
      undone_by: string | null;
      undone_at: Temporal.Instant | null;
      undone_words: string | null;
      confirmed_by: string | null;
    };
    same_person_proposal: {
      id: string;
      academy: string;
      one_id: string;
      other_id: string;
      words: string;
      keeps_id: string | null;
      proposed_by: string;
      proposed_at: Generated<Temporal.Instant>;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
      outcome: 'confirmed' | 'dropped' | null;
    };
    unit_completion: {
      id: string;
      enrolment_id: string;
      academy: string;
      session: string;
      version: number;
      state: 'proposed' | 'confirmed' | 'contested' | 'dropped';
      units: ColumnType<unknown, string | null, string | null>;
      acquis: ColumnType<unknown, string, string>;
      epreuves: ColumnType<unknown, string, string>;
      officer_id: string;
      proposed_at: Generated<Temporal.Instant>;
      answered_at: Temporal.Instant | null;
      words: string | null;
    };
    /** A view: any room may read it. */
    accommodation_declaration: {
      enrolment_id: string | null;
      handicap: boolean | null;
      disabled_worker: boolean | null;
      requested_on: Temporal.PlainDate | null;
    };
    /** A view: any room may read it. */
    closed_enrolment: {
      enrolment_id: string;
      candidate_id: string;
    };
    /** A view: any room may read it. */
    enrolment_choice: {
      enrolment_id: string;
      category: string | null;
      options: readonly string[] | null;
    };
    /** A view: any room may read it. */
    enrolment_file: {
      id: string;
      academy: string;
      session: string;
      exam: string;
      candidate_id: string;
      status: 'draft' | 'registered' | 'validated' | 'withdrawn' | 'set-aside' | 'cancelled' | 'abandoned';
      number: string | null;
      version: number;
      speciality: string | null;
      portfolio: string | null;
      form: string | null;
      reserve: 'pending' | 'lifted' | 'upheld' | null;
      signed_version: number | null;
      first_registered_at: Temporal.Instant | null;
      registered_at: Temporal.Instant | null;
      validated_at: Temporal.Instant | null;
      ended_at: Temporal.Instant | null;
      saved_at: Temporal.Instant;
    };
    /** A view: any room may read it. */
    enrolment_home: {
      enrolment_id: string;
      postcode: string | null;
    };
    /** A view: any room may read it. */
    enrolment_phone: {
      enrolment_id: string;
      phone: string | null;
    };
    /** A view: any room may read it. */
    result_consent: {
      enrolment_id: string;
      online: boolean | null;
      press: boolean | null;
    };
    /** A view: any room may read it. */
    same_person_pair: {
      id: string;
      academy: string;
      one_id: string;
      other_id: string;
      decision: 'same' | 'different';
      ends_id: string | null;
      ends_at: Temporal.Instant | null;
      outcome: 'ended' | 'void' | null;
      at: Temporal.Instant;
    };
  }
}

export {};

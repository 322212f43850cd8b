import type { Civility, Role } from '../account.ts';

declare module '../../platform/database/database.ts' {
  interface Tables {
    auth_user: {
      id: string;
      name: string;
      email: string;
      email_verified: boolean;
      image: string | null;
      created_at: Temporal.Instant;
      updated_at: Temporal.Instant;
    };
    auth_session: {
      id: string;
      token: string;
      user_id: string;
      expires_at: Temporal.Instant;
      created_at: Temporal.Instant;
      updated_at: Temporal.Instant;
      ip_address: string | null;
      user_agent: string | null;
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
      created_at: Temporal.Instant;
      updated_at: Temporal.Instant;
    };
    auth_verification: {
      id: string;
      identifier: string;
      value: string;
      expires_at: Temporal.Instant;
      created_at: Temporal.Instant;
      updated_at: Temporal.Instant;
    };
    candidate: CivilStatusColumns & { account_id: string; row_version: number };
    sign_up: CivilStatusColumns & {
      id: string;
      account_id: string;
      password_hash: string;
      created_at: Temporal.Instant;
    };
    staff: {
      account_id: string;
      academy: string;
      role: Role;
      name: string;
      disabled_at: Temporal.Instant | null;
      row_version: number;
    };
    staff_portfolio: { account_id: string; academy: string; portfolio: string };
  }
}

export type CivilStatusColumns = {
  civility: Civility;
  birth_name: string;
  usage_name: string | null;
  first_names: string;
  birth_date: Temporal.PlainDate;
  birth_country: string;
};

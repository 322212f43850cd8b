import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { KyselyPlugin, UnknownRow } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { cookieName } from '../../platform/http/cookies.ts';
import { hashPassword } from './passwords.ts';
import { SESSION_COOKIE } from './sessionCookie.ts';

const RESET_LINK_SECONDS = 3600;

export type LibraryOptions = { readonly secret: string; readonly publicUrl: URL };

/** What is known of the password before the transaction opens, because argon2 must not hold a connection. */
export type KnownPassword = {
  /** The hash of the password to store. */
  readonly hash?: string;
  /** The stored hash that the typed password was found to match. */
  readonly matched?: string;
  /** How long a reset link lives. */
  readonly linkSeconds?: number;
};

/** better-auth on one transaction, and what it wanted to mail: mails are posted by us, in the same transaction. */
export type Library = ReturnType<typeof openLibrary>;

/** better-auth reads `Date`; our database gives `Temporal.Instant`. */
const datesForLibrary: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

function withDates(row: UnknownRow): UnknownRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value,
    ]),
  );
}

/**
 * An instance for one act (under 1 ms). Its callbacks only collect: better-auth swallows what they throw, and a transaction
 * that failed inside one would then be committed as if nothing were wrong.
 */
export function openLibrary(db: Database, options: LibraryOptions, known: KnownPassword = {}) {
  const resetTokens: string[] = [];
  const faults: unknown[] = [];
  const secure = options.publicUrl.protocol === 'https:';
  const auth = betterAuth({
    database: { db: db.withPlugin(datesForLibrary), type: 'postgres', transaction: false },
    secret: options.secret,
    baseURL: options.publicUrl.origin,
    telemetry: { enabled: false },
    logger: { log: (_level, _message, ...details) => void faults.push(...details) },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: known.linkSeconds ?? RESET_LINK_SECONDS,
      sendResetPassword: async ({ token }) => void resetTokens.push(token),
      password: {
        hash: async (password) => known.hash ?? hashPassword(password),
        verify: async ({ hash }) => hash === known.matched,
      },
    },
    emailVerification: { sendOnSignUp: false, sendOnSignIn: false, sendVerificationEmail: async () => undefined },
    session: {
      modelName: 'auth_session',
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
      expiresIn: SESSION_COOKIE.seconds,
      disableSessionRefresh: true,
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
      disableCleanup: true,
    },
    advanced: {
      database: { validateSchema: false, generateId: () => randomUUID() },
      // Their own `__Secure-` prefix stays off: the name carries `__Host-` already.
      useSecureCookies: false,
      cookies: { session_token: { name: cookieName(SESSION_COOKIE, options.publicUrl), attributes: { secure } } },
      ipAddress: { disableIpTracking: true },
    },
  });
  return { auth, resetTokens, faults };
}

/**
 * Runs a call of better-auth. Gives the code of its refusal when it is one of `expected`; any other fault is thrown, as the
 * database's own error where there is one, so that an outage is answered as an outage.
 */
export async function askLibrary<T, const Code extends string>(
  library: Library,
  expected: readonly Code[],
  call: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly refused: Code }> {
  try {
    return { value: await call() };
  } catch (error) {
    const refused = error instanceof APIError ? expected.find((code) => code === error.body?.code) : undefined;
    if (refused !== undefined) return { refused };
    throw library.faults.find((fault) => fault instanceof Error) ?? error;
  }
}

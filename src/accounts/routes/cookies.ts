import type { Cookie } from '../../platform/http/cookies.ts';
import { SESSION_COOKIE } from '../credentials/sessionCookie.ts';
import { PROOF_COOKIES } from './proceed.ts';
import { CODES_COOKIE } from './secondFactor.ts';
import { SIGN_UP_COOKIES } from './sentTo.ts';

export const ACCOUNT_COOKIES: readonly Cookie[] = [
  SESSION_COOKIE,
  ...SIGN_UP_COOKIES,
  ...Object.values(PROOF_COOKIES),
  CODES_COOKIE,
];

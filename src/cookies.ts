import { ACCOUNT_COOKIES } from './accounts/index.ts';
import { TOUR_COOKIE } from './demonstration/index.ts';
import { PREVIEW_COOKIE } from './editor/index.ts';
import { PHONE_COOKIE } from './pieces/index.ts';
import { PLACE_COOKIE } from './platform/admission/place.ts';
import type { Cookie } from './platform/http/cookies.ts';
import { FORM_COOKIE } from './platform/http/csrf.ts';
import { SCHEME_COOKIE, SIMULATION_COOKIE } from './public/index.ts';
import { DOOR_COOKIE } from './signature/index.ts';

/** All that are set, those of visitors first: the page on personal data says each. */
export const COOKIES: readonly Cookie[] = [
  SIMULATION_COOKIE,
  SCHEME_COOKIE,
  FORM_COOKIE,
  PLACE_COOKIE,
  ...ACCOUNT_COOKIES,
  PHONE_COOKIE,
  DOOR_COOKIE,
  PREVIEW_COOKIE,
  TOUR_COOKIE,
];

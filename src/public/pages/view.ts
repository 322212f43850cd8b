import type { Cookie } from '../../platform/http/cookies.ts';
import type { Chrome } from '../../ui/index.ts';
import type { Scope } from '../rules/scope.ts';
import type { Site } from '../site.ts';

/** What any public page is drawn from. */
export type View = {
  readonly site: Site;
  readonly chrome: Chrome;
  readonly now: Temporal.Instant;
  readonly scope: Scope;
};

/** The page on personal data says all that the house sets. */
export type CookieView = { readonly cookies: readonly Cookie[] };

/** Who works in an office also reads where each figure comes from, and what isn't known yet. */
export type OfficeView = { readonly office: boolean };

import { refusalTable } from '../platform/http/refusalTable.ts';
import { texts } from './texts.ts';

/** Everything this room may refuse, each with a code that can be quoted to the office. */
export type Refusal =
  | { readonly code: 'credentials-wrong' }
  | { readonly code: 'not-activated' }
  | { readonly code: 'access-closed' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly code: 'too-many-codes'; readonly waitSeconds: number }
  | { readonly code: 'busy'; readonly waitSeconds: number }
  | { readonly code: 'sign-in-code-wrong' }
  | { readonly code: 'sign-in-code-ended' }
  | { readonly code: 'link-ended' }
  | { readonly code: 'code-wrong' }
  | { readonly code: 'current-password-wrong' }
  | { readonly code: 'same-address' }
  | { readonly code: 'civil-status-locked' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'address-taken' }
  | { readonly code: 'staff-unknown' }
  | { readonly code: 'portfolio-needed' }
  | { readonly code: 'last-administrator' };

export type RefusalCode = Refusal['code'];

export const refusals = refusalTable<Refusal>({
  'credentials-wrong': [422, texts.refusals.credentialsWrong],
  'not-activated': [403, texts.refusals.notActivated],
  'access-closed': [403, texts.refusals.accessClosed],
  'too-many-tries': [429, ({ waitSeconds }) => texts.refusals.tooManyTries(waitSeconds)],
  'too-many-codes': [429, ({ waitSeconds }) => texts.refusals.tooManyCodes(waitSeconds)],
  busy: [503, texts.refusals.busy],
  'sign-in-code-wrong': [422, texts.refusals.signInCodeWrong],
  'sign-in-code-ended': [410, texts.refusals.signInCodeEnded],
  'link-ended': [410, texts.refusals.linkEnded],
  'code-wrong': [422, texts.refusals.codeWrong],
  'current-password-wrong': [422, texts.refusals.currentPasswordWrong],
  'same-address': [422, texts.refusals.sameAddress],
  'civil-status-locked': [409, texts.refusals.civilStatusLocked],
  'changed-meanwhile': [409, texts.refusals.changedMeanwhile],
  'address-taken': [409, texts.refusals.addressTaken],
  'staff-unknown': [404, texts.refusals.staffUnknown],
  'portfolio-needed': [422, texts.refusals.portfolioNeeded],
  'last-administrator': [409, texts.refusals.lastAdministrator],
});

/** RFC 9110, 10.2.3: when to try again. */
export function headersOf(refusal: Refusal): Readonly<Record<string, string>> {
  return 'waitSeconds' in refusal ? { 'retry-after': String(refusal.waitSeconds) } : {};
}

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

type Row<Code extends RefusalCode> = {
  readonly status: 403 | 404 | 409 | 410 | 422 | 429 | 503;
  readonly sentence: (refusal: Extract<Refusal, { code: Code }>) => string;
};

/** Code → HTTP status → French sentence. */
export const refusals: { readonly [Code in RefusalCode]: Row<Code> } = {
  'credentials-wrong': { status: 422, sentence: () => texts.refusals.credentialsWrong },
  'not-activated': { status: 403, sentence: () => texts.refusals.notActivated },
  'access-closed': { status: 403, sentence: () => texts.refusals.accessClosed },
  'too-many-tries': { status: 429, sentence: ({ waitSeconds }) => texts.refusals.tooManyTries(waitSeconds) },
  'too-many-codes': { status: 429, sentence: ({ waitSeconds }) => texts.refusals.tooManyCodes(waitSeconds) },
  busy: { status: 503, sentence: () => texts.refusals.busy },
  'sign-in-code-wrong': { status: 422, sentence: () => texts.refusals.signInCodeWrong },
  'sign-in-code-ended': { status: 410, sentence: () => texts.refusals.signInCodeEnded },
  'link-ended': { status: 410, sentence: () => texts.refusals.linkEnded },
  'code-wrong': { status: 422, sentence: () => texts.refusals.codeWrong },
  'current-password-wrong': { status: 422, sentence: () => texts.refusals.currentPasswordWrong },
  'same-address': { status: 422, sentence: () => texts.refusals.sameAddress },
  'civil-status-locked': { status: 409, sentence: () => texts.refusals.civilStatusLocked },
  'changed-meanwhile': { status: 409, sentence: () => texts.refusals.changedMeanwhile },
  'address-taken': { status: 409, sentence: () => texts.refusals.addressTaken },
  'staff-unknown': { status: 404, sentence: () => texts.refusals.staffUnknown },
  'portfolio-needed': { status: 422, sentence: () => texts.refusals.portfolioNeeded },
  'last-administrator': { status: 409, sentence: () => texts.refusals.lastAdministrator },
};

export function statusOf(refusal: Refusal): number {
  return refusals[refusal.code].status;
}

export function sentenceOf(refusal: Refusal): string {
  const { sentence } = refusals[refusal.code] as Row<RefusalCode>;
  return sentence(refusal);
}

/** RFC 9110, 10.2.3: when to try again. */
export function headersOf(refusal: Refusal): Readonly<Record<string, string>> {
  return 'waitSeconds' in refusal ? { 'retry-after': String(refusal.waitSeconds) } : {};
}

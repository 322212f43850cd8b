import { refusalTable } from '../platform/http/refusalTable.ts';
import { letterTexts } from './letterTexts.ts';
import { passkeyTexts } from './passkeyTexts.ts';
import { recoveryTexts } from './recoveryTexts.ts';
import { secondFactorTexts } from './secondFactorTexts.ts';
import type { OnePerson } from './secondPerson.ts';
import { onePersonInWords } from './secondPersonTexts.ts';
import { proposalRefusals } from './staffProposalTexts.ts';
import { texts } from './texts.ts';

const recovery = recoveryTexts.refusals;
const factor = secondFactorTexts.refusals;
const passkey = passkeyTexts.refusals;

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
  | { readonly code: 'factor-code-wrong' }
  | { readonly code: 'factor-code-used' }
  | { readonly code: 'factor-code-expired' }
  | { readonly code: 'factor-clock-ahead' }
  | { readonly code: 'recovery-code-used' }
  | { readonly code: 'too-many-factor-codes'; readonly waitSeconds: number }
  | { readonly code: 'second-factor-ended' }
  | { readonly code: 'factor-offer-ended' }
  | { readonly code: 'second-factor-there' }
  | { readonly code: 'second-factor-absent' }
  | { readonly code: 'passkey-unfit' }
  | { readonly code: 'passkey-challenge-ended' }
  | { readonly code: 'passkey-unknown' }
  | { readonly code: 'passkey-absent' }
  | { readonly code: 'passkey-there' }
  | { readonly code: 'passkey-copied' }
  | { readonly code: 'passkeys-nowhere' }
  | { readonly code: 'too-many-passkeys' }
  | { readonly code: 'last-proof' }
  | { readonly code: 'link-ended' }
  | { readonly code: 'form-ended' }
  | { readonly code: 'code-wrong' }
  | { readonly code: 'current-password-wrong' }
  | { readonly code: 'same-address' }
  | { readonly code: 'civil-status-locked' }
  | { readonly code: 'recovery-same-address' }
  | { readonly code: 'recovery-standing' }
  | OnePerson
  | { readonly code: 'recovery-moved' }
  | { readonly code: 'recovery-early'; readonly opensAt: Temporal.Instant }
  | { readonly code: 'recovery-stopped' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'address-taken' }
  | { readonly code: 'letter-wrong' }
  | { readonly code: 'has-mailbox' }
  | { readonly code: 'no-mailbox' }
  | { readonly code: 'mailed-enough' }
  | { readonly code: 'letter-standing' }
  | { readonly code: 'letter-unasked' }
  | { readonly code: 'staff-unknown' }
  | { readonly code: 'portfolio-needed' }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'proposal-standing' }
  | { readonly code: 'proposal-ended' };

export type RefusalCode = Refusal['code'];

export const refusals = refusalTable<Refusal>({
  'letter-wrong': [422, letterTexts.refusals.wrong, 'code'],
  'has-mailbox': [409, letterTexts.refusals.hasMailbox],
  'no-mailbox': [409, texts.refusals.noMailbox],
  'mailed-enough': [429, texts.refusals.mailedEnough],
  'letter-standing': [409, letterTexts.refusals.standing],
  'letter-unasked': [409, letterTexts.refusals.unasked],
  'credentials-wrong': [422, texts.refusals.credentialsWrong],
  'not-activated': [403, texts.refusals.notActivated],
  'access-closed': [403, texts.refusals.accessClosed],
  'too-many-tries': [429, ({ waitSeconds }) => texts.refusals.tooManyTries(waitSeconds)],
  'too-many-codes': [429, ({ waitSeconds }) => texts.refusals.tooManyCodes(waitSeconds)],
  busy: [503, texts.refusals.busy],
  'sign-in-code-wrong': [422, texts.refusals.signInCodeWrong, 'code'],
  'sign-in-code-ended': [410, texts.refusals.signInCodeEnded],
  'factor-code-wrong': [422, factor.wrong, 'code'],
  'factor-code-used': [422, factor.used, 'code'],
  'factor-code-expired': [422, factor.expired, 'code'],
  'factor-clock-ahead': [422, factor.ahead, 'code'],
  'recovery-code-used': [422, factor.recoveryUsed],
  'too-many-factor-codes': [429, ({ waitSeconds }) => factor.tooMany(waitSeconds)],
  'second-factor-ended': [410, factor.ended],
  'factor-offer-ended': [410, factor.offerEnded],
  'second-factor-there': [409, factor.there],
  'second-factor-absent': [422, factor.absent],
  'passkey-unfit': [422, passkey.unfit],
  'passkey-challenge-ended': [410, passkey.challengeEnded],
  'passkey-unknown': [422, passkey.unknown],
  'passkey-absent': [404, passkey.absent],
  'passkey-there': [409, passkey.there],
  'passkey-copied': [422, passkey.copied],
  'passkeys-nowhere': [409, passkey.nowhere],
  'too-many-passkeys': [409, passkey.tooMany],
  'last-proof': [409, passkey.lastProof],
  'link-ended': [410, texts.refusals.linkEnded],
  'form-ended': [410, texts.refusals.formEnded],
  'code-wrong': [422, texts.refusals.codeWrong],
  'current-password-wrong': [422, texts.refusals.currentPasswordWrong, 'current'],
  'same-address': [422, texts.refusals.sameAddress, 'address'],
  'civil-status-locked': [409, texts.refusals.civilStatusLocked],
  'recovery-same-address': [422, recovery.sameAddress],
  'recovery-standing': [409, recovery.standing],
  'one-person': [403, onePersonInWords],
  'recovery-moved': [409, recovery.moved],
  'recovery-early': [409, ({ opensAt }) => recovery.early(opensAt)],
  'recovery-stopped': [410, recovery.stopped],
  'changed-meanwhile': [409, texts.refusals.changedMeanwhile],
  'address-taken': [409, texts.refusals.addressTaken],
  'staff-unknown': [404, texts.refusals.staffUnknown],
  'portfolio-needed': [422, texts.refusals.portfolioNeeded],
  'last-administrator': [409, texts.refusals.lastAdministrator],
  'proposal-standing': [409, proposalRefusals.standing],
  'proposal-ended': [409, proposalRefusals.ended],
});

/** Of a form that asks for the password of now: tried too often, it is that field's. */
export const passwordRefusals: typeof refusals = {
  ...refusals,
  fieldOf: (refusal) => (refusal.code === 'too-many-tries' ? 'current' : refusals.fieldOf(refusal)),
};

/** RFC 9110, 10.2.3: when to try again. */
export function headersOf(refusal: Refusal): Readonly<Record<string, string>> {
  return 'waitSeconds' in refusal ? { 'retry-after': String(refusal.waitSeconds) } : {};
}

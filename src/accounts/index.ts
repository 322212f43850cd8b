export { ACCESS_LETTER_DAYS, type AskedLetter } from './accessLetter.ts';
export {
  type AccountId,
  accountId,
  accountStream,
  type Candidate,
  CIVIL_STATUS,
  CIVILITIES,
  type CivilStatus,
  type Datum,
  displayName,
  FILE_READERS,
  homeOf,
  IDENTITY,
  type Identity,
  type NeededDatum,
  OFFICE_ROLES,
  PERSON_NAMES,
  type PersonNames,
  personName,
  ROLES,
  type Role,
  readsFiles,
  type SignedInCandidate,
  type SignedInPerson,
  type SignedInStaff,
  type StaffMember,
  withName,
} from './account.ts';
export { actBy } from './actBy.ts';
export type { ActCodes, CodeFor } from './actions/actCode.ts';
export { answerNotice } from './actions/answerNotice.ts';
export { closeAccount, lockOwnAccount } from './actions/closeAccount.ts';
export type { Access } from './actions/helpOwner.ts';
export type { StaffChange, StaffForm } from './actions/staff.ts';
export type { ProposalOrder, ShownProposal } from './actions/staffProposals.ts';
export { type Accounts, type AccountsParts, createAccounts } from './createAccounts.ts';
export { hashPassword } from './credentials/passwords.ts';
export { dropSession } from './credentials/sessionCookie.ts';
export { DEMONSTRATION_DOMAIN, type DemonstrationAccount, inDemonstration, modeSoFar } from './demonstration.ts';
export { ACCOUNT_EVENTS } from './events.ts';
export { birthDateRules, sameAddressRules } from './formRules.ts';
export { addressFields, civilStatusFields, currentPasswordField, retypedAddressFields } from './forms.ts';
export type { Guards } from './guards.ts';
export { addressed } from './letters.ts';
export { addressInWords, hasMailbox } from './mailbox.ts';
export { accountMails } from './mails.ts';
export { accountMigrations } from './migrations.ts';
export { noticeTexts } from './noticeTexts.ts';
export { NoticeWords, noticeOffer } from './pages/noticeSection.tsx';
export {
  PROOF_DAYS,
  RECOVERY_LIFE,
  RECOVERY_PROOFS,
  RECOVERY_WAIT_HOURS,
  type Recovery,
  type RecoveryProof,
} from './recovery.ts';
export { recoveryProofs } from './recoveryTexts.ts';
export {
  type Refusal as AccountRefusal,
  refusals as accountRefusals,
} from './refusals.ts';
export { ACCOUNT_COOKIES } from './routes/cookies.ts';
export type { DemonstrationDoor, DemonstrationPerson } from './routes/demonstration.ts';
export { foldName } from './rules/foldName.ts';
export { type ComparedPerson, type Likeness, likenessOf } from './rules/likeness.ts';
export { namedApart } from './rules/namedApart.ts';
export {
  type Approval,
  type Kinship,
  type OnePerson,
  readKinship,
  secondPerson,
  whyNotSecond,
} from './secondPerson.ts';
export { linkInWords, onePersonInWords, whyOnePerson } from './secondPersonTexts.ts';
export { signInCodeFields } from './signInForms.ts';
export { isResponsible } from './staffProposal.ts';
export { proposalInWords } from './staffProposalTexts.ts';
export type { Unactivated } from './store/accounts.ts';
export { lockCandidate } from './store/candidates.ts';
export { noticeAgreementOf } from './store/notices.ts';
export { type NamedLink, readLinks } from './store/placings.ts';
export { texts as accountTexts } from './texts.ts';

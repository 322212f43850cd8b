export { beginEnrolment, beginOnPaper } from './actions/beginEnrolment.ts';
export { cancelEnrolment, restoreEnrolment } from './actions/cancelEnrolment.ts';
export { type CompletionOrder, dropUnits, proposeUnits } from './actions/completeUnits.ts';
export { decideReserve, type ReserveOrder, reinstateEnrolment } from './actions/decideReserve.ts';
export {
  confirmSamePerson,
  distinguishPersons,
  dropSamePerson,
  proposeSamePerson,
} from './actions/decideSamePerson.ts';
export { declareDisabledWorker } from './actions/declareDisabledWorker.ts';
export { endDoubles, undoSamePerson } from './actions/endDoubles.ts';
export { endSetAside } from './actions/endSetAside.ts';
export { followOfficer } from './actions/followOfficer.ts';
export { goesOnWithAnother } from './actions/goesOnWithAnother.ts';
export {
  markSigned,
  restoreSignature,
  restoreValidation,
  unvalidateEnrolment,
  validateEnrolment,
  voidSignature,
} from './actions/signature.ts';
export { type EntryOrder, leaveEntry, openEntry } from './actions/typeForCandidate.ts';
export { addresses as enrolmentAddresses } from './addresses.ts';
export { refuseWriting } from './answers.tsx';
export type { CompletedUnits, Completion } from './completion.ts';
export { officersToAsk } from './contacts.ts';
export { ENROLMENT_ACTS, REINSTATED, RESERVE_LIFTED, SAME_PERSON, SET_ASIDE } from './decisions.ts';
export { type Declaration, declarationOf } from './declaration.ts';
export type { EnrolmentDeps, WritingDeps } from './deps.ts';
export { ageOn, type Dossier, dossierOf, isMinor, type RulesOfTheDay } from './dossier.ts';
export {
  type Enrolment,
  type EnrolmentId,
  HELD_BACK,
  isBeingChanged,
  isLiving,
  isRunning,
  isSigned,
  isUnderReserve,
  type ReserveState,
  type Signature,
  type Status as EnrolmentStatus,
  type StepName,
  type Untold,
} from './enrolment.ts';
export { type AskedWay, ENTRY, type EntryOutcome, type EntryWay, type TypedEntry } from './entry.ts';
export {
  ENROLMENT_EVENTS,
  type EnrolmentEvent,
  enrolmentStream,
  healthSubjectOf,
  ofVersion,
  subjectOf,
} from './events.ts';
export { factsOf, judge } from './facts.ts';
export { candidateOfEnrolment, type OwnEnrolment } from './guards.ts';
export { verdictOn } from './judgement.ts';
export { enrolmentMigrations } from './migrations.ts';
export { onEnrolment, onRunning, type WhoseEnrolment } from './onEnrolment.ts';
export {
  awaitsUnits,
  type Completing,
  completedFile,
  openCompletion,
  unitBlocks,
  unitsKnownToRules,
} from './openCompletion.ts';
export { ExtensionNotice } from './pages/extensionNotice.tsx';
export { ExamineSituation } from './pages/notMet.tsx';
export { TranscriptTable } from './pages/transcriptTable.tsx';
export type { OpenedForWriting, Pen } from './pen.ts';
export { postalAddressOf } from './postalAddress.ts';
export { comparedHeld } from './readHeld.ts';
export { type Refusal as EnrolmentRefusal, refusals as enrolmentRefusals } from './refusals.ts';
export { type RegisteredFile, readRegistered, registeredFile } from './registeredFile.ts';
export { isUnrepresented, type Minority, minorityOf, type Representative } from './representative.ts';
export { type AnswersReview, type CompleteReview, completeReview, reviewAnswers } from './review.ts';
export { enrolmentRoutes } from './routes.tsx';
export { mayLeaveForm } from './rules/admission/formerCandidate.ts';
export { type MonthsAsked, monthsAsked } from './rules/admission/practice.ts';
export { hoursAsked } from './rules/admission/training.ts';
export { readUnits, type UnitsFault, unitInWords } from './rules/completedUnits.ts';
export { creditRulesOf } from './rules/creditRules.ts';
export {
  type Credit,
  type CreditRules,
  creditFor,
  type DeclaredCredit,
  groundsFor,
  judgeCredit,
  lastDayOf,
  mayCarry,
} from './rules/credits.ts';
export { readEnrolmentNumber } from './rules/enrolmentNumber.ts';
export { entryWindow } from './rules/entryWindow.ts';
export type { Reserve, ReserveDecision, ReserveReason } from './rules/reserve.ts';
export { searchSpecialities } from './rules/searchSpecialities.ts';
export { isOptional, isProfessional, mostOptionalUnits, type Slot, slotsOf, toSit } from './rules/slots.ts';
export { averageToAimFor, targetInWords } from './rules/target.ts';
export { type Doubt, type Sitter, type ToSit, unitsToSit } from './rules/toSit.ts';
export type { EligibilityVerdict, ReasonDetail } from './rules/verdict.ts';
export { GRACE } from './rules/window.ts';
export { beganTooEarly } from './rules/workPeriods.ts';
export { DAYS_TO_ANSWER, type SamePerson, type SameProposal } from './samePerson.ts';
export { isBeingRewritten } from './signed.ts';
export { sitterOf, stateOf } from './sitter.ts';
export { type UnitLine, unitLines } from './steps/epreuves/unitLines.ts';
export { disclosuresInWords } from './steps/informations/disclosure.ts';
export { SpecialityBrings } from './steps/qualification/specialityBrings.tsx';
export { standingSteps, titleOf } from './steps/steps.ts';
export { accountsInUse } from './store/closings.ts';
export { lastCompletion } from './store/completions.ts';
export { lastEntry, listEntries, listOpenDrafts, numbersOfEntries } from './store/entries.ts';
export {
  type HeldMark,
  oldFormerMarks,
  withholdHeldMarks,
  writeFormerMarks,
  writeHeldMarks,
} from './store/heldMarks.ts';
export { findReserve } from './store/reserves.ts';
export { findSamePerson, samePersonOf } from './store/samePersons.ts';
export { findSameProposal } from './store/sameProposals.ts';
export { openSeries } from './store/series.ts';
export { type KeptVersion, listVersions } from './store/versions.ts';
export {
  countLiving,
  findEnrolmentOf,
  findEnrolmentsOf,
  hasRegistered,
  listLiving,
  listOwnEnrolments,
  listRunningOf,
  lockEnrolment,
  type NamedByEnrolments,
  namedByEnrolments,
  readEnrolmentId,
} from './store.ts';
export { subscribeEnrolments } from './subscribe.ts';
export { type SummaryBlock, summaryOf } from './summary.ts';
export { writingRoutes } from './summaryRoutes.tsx';
export { completionTexts } from './texts/completion.ts';
export { askedWays, entryWays } from './texts/entry.ts';
export { unitTitle } from './texts/units.ts';
export { texts as enrolmentTexts } from './texts.ts';
export { compareVersions, type ShownVersion } from './versions.ts';
export { waysOut } from './waysOut.ts';
export { whereOf } from './whereabouts.ts';

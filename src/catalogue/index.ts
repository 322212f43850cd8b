export { FILE, PARTS, WHOLE } from './budgets.ts';
export { type Anchors, type Catalogue, createCatalogue, type SpecialityOffer } from './catalogue.ts';
export type { Kind } from './checks/known.ts';
export { type CopiedCatalogue, catalogueOf, copyCatalogue } from './copied.ts';
export { deliveredText } from './delivered.ts';
export { deliveredMailText, MAILS_FILE } from './deliveredMails.ts';
export { inTodaysLayout } from './earlier/todaysLayout.ts';
export { ENTRIES, type EntryKind } from './entries.ts';
export { CATALOGUE_EVENTS } from './events.ts';
export {
  FACT_NAMES,
  type FactName,
  type FactOf,
  type FactShape,
  type Facts,
  type FactValue,
  isHealthFact,
  shapeOf,
  withoutHealth,
} from './facts.ts';
export { countFaults } from './faultList.ts';
export { packFingerprint } from './fingerprint.ts';
export { deepFreeze } from './freeze.ts';
export { issuesInFrench } from './issues.ts';
export { type LiveCatalogue, openLiveCatalogue } from './live.ts';
export { loadPack, readPack } from './load.ts';
export { type PackFault, type Path, pathInWords } from './located.ts';
export {
  defineMail,
  type KnownMail,
  lostBy,
  type MailHead,
  type Mails,
  mailsOf,
  type PackMail,
  variablesIn,
  type WrittenMail,
} from './mails.ts';
export { type MailVariable, VARIABLE_WORDS } from './mailVariables.ts';
export { catalogueMigrations } from './migrations.ts';
export {
  type Delivered,
  findPublication,
  listPublications,
  lockPublications,
  type PackInForce,
  type Publication,
  packFiles,
  publicationBefore,
  publish,
  readPublished,
} from './publish.ts';
export {
  type Phase,
  phaseOf,
  type ResolvedPieceGroup,
  type ResolvedSession,
  type UnresolvableSession,
} from './resolve.ts';
export { academyAt, academyHostAt, accountPolicyAt } from './rules/academyAt.ts';
export { chosenSession } from './rules/chosenSession.ts';
export { totalCoefficient } from './rules/coefficients.ts';
export { asksFor, asksHealth, holds } from './rules/holds.ts';
export { keptFor, keptInWords, listKept } from './rules/keptFor.ts';
export { type CitedLaw, lawOf } from './rules/laws.ts';
export { type PassMarks, passMarksOf } from './rules/passMarks.ts';
export { academyName, academyOf, placeName } from './rules/placeNames.ts';
export { healthServiceByPost, serviceByPost } from './rules/services.ts';
export {
  type NotChoosable,
  refuseSpeciality,
  type SpecialityStatus,
  statusFor,
  unitsAreKnown,
  unwrittenRegulation,
} from './rules/specialityStatus.ts';
export { toComplete } from './rules/toComplete.ts';
export type { Academy, Department, Portfolio } from './schema/academy.ts';
export type { Admission } from './schema/admission.ts';
export type { RuleCase } from './schema/case.ts';
export { Condition } from './schema/condition.ts';
export type {
  Accommodations,
  Exam,
  ExaminerRules,
  JuryRules,
  LawName,
  Measure,
  Remedy,
  StepName,
  SummonsWords,
} from './schema/exam.ts';
export type { AccountPolicy, Installation, KeptLength, KeptLengths } from './schema/installation.ts';
export type { MailTemplate } from './schema/mail.ts';
export type { RulePack } from './schema/pack.ts';
export type { PieceType } from './schema/pieceType.ts';
export {
  isContinuous,
  PHASE_ENDING,
  REPLACEMENT_ENDING,
  type Regulation,
  type Unit,
  type UnitKind,
} from './schema/regulation.ts';
export type { PieceGroup, RelativeSession, Reminder, Session, SignatureSetting } from './schema/session.ts';
export { CONFIDENCES, type Confidence, Day, WallClock } from './schema/shape.ts';
export type { Speciality } from './schema/speciality.ts';
export { type AnyEntryWords, type AnyWords, type Choice, type Fields, type Looks, looksOf } from './schema/words.ts';
export { type AcademySession, sessionsOf } from './sessionsOf.ts';
export { sessionWithExam } from './sessionWithExam.ts';
export { SHELVES } from './shelves.ts';
export { notChoosableInWords, statusInWords } from './texts.ts';
export { openYaml, valuesOf } from './yamlDocument.ts';
export { createYamlReader, type PackFile } from './yamlFile.ts';

import './events.ts';

export { FILE, PARTS, WHOLE } from './budgets.ts';
export { type Anchors, type Catalogue, createCatalogue, type SpecialityOffer } from './catalogue.ts';
export { type CopiedCatalogue, catalogueOf, copyCatalogue } from './copied.ts';
export { deliveredMailText, MAILS_FILE } from './deliveredMails.ts';
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
export { type LiveCatalogue, openLiveCatalogue } from './live.ts';
export { loadPack, readPack } from './load.ts';
export { type PackFault, pathInWords } from './located.ts';
export { lostBy } from './mailNeeds.ts';
export {
  MAIL_VARIABLES,
  MailCode,
  type MailValues,
  type MailVariable,
  variablesIn,
} from './mails.ts';
export { catalogueMigrations } from './migrations.ts';
export type {
  Academy,
  Condition,
  Confidence,
  Department,
  Exam,
  ExamConditions,
  MailTemplate,
  PieceGroup,
  PieceType,
  Portfolio,
  Regulation,
  RelativeSession,
  RuleCase,
  RulePack,
  Session,
  Speciality,
  Unit,
  UnitKind,
} from './pack.ts';
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
  isOpenAt,
  type ResolvedPieceGroup,
  type ResolvedSession,
  type UnresolvableSession,
} from './resolve.ts';
export { totalCoefficient } from './rules/coefficients.ts';
export { asks, asksHealth, holds } from './rules/holds.ts';
export {
  type NotChoosable,
  refuseSpeciality,
  type SpecialityStatus,
  statusFor,
  unitsAreKnown,
  unwrittenRegulation,
} from './rules/specialityStatus.ts';
export { notChoosableInWords, statusInWords } from './texts.ts';
export { openYaml, valuesOf } from './yamlDocument.ts';
export type { PackFile } from './yamlFile.ts';

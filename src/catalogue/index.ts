export { type Anchors, type Catalogue, createCatalogue, type SpecialityOffer } from './catalogue.ts';
export type { FactShape } from './facts.ts';
export { packFingerprint } from './fingerprint.ts';
export { loadPack } from './load.ts';
export type { PackFault } from './located.ts';
export { MAIL_VARIABLES, type MailCode, type MailValues, type MailVariable } from './mails.ts';
export { catalogueMigrations } from './migrations.ts';
export type {
  Academy,
  Condition,
  Confidence,
  Department,
  Exam,
  ExamConditions,
  FactName,
  MailTemplate,
  PieceGroup,
  PieceType,
  Portfolio,
  Regulation,
  RelativeSession,
  RulePack,
  Session,
  Speciality,
  Unit,
  UnitKind,
} from './pack.ts';
export { anchorSessions, type PackInForce, publishPack } from './publish.ts';
export {
  isOpenAt,
  type ResolvedPieceGroup,
  type ResolvedSession,
  type UnresolvableSession,
} from './resolve.ts';
export { totalCoefficient } from './rules/coefficients.ts';
export { asks, type Facts, holds } from './rules/holds.ts';
export {
  choosable,
  type NotChoosable,
  type SpecialityStatus,
} from './rules/specialityStatus.ts';
export { notChoosableInWords, statusInWords } from './texts.ts';
export type { PackFile } from './yamlFile.ts';

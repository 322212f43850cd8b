import type { Academy, Department } from './academy.ts';
import type { RuleCase } from './case.ts';
import type { Exam } from './exam.ts';
import type { Installation } from './installation.ts';
import type { MailTemplate } from './mail.ts';
import type { PieceType } from './pieceType.ts';
import type { Regulation } from './regulation.ts';
import type { RelativeSession, Session } from './session.ts';
import type { Speciality } from './speciality.ts';

/**
 * The rule pack as types: what an office knows before the first candidate comes. Files under `catalogue/` are read with the
 * schemas beside, so that a fault is named with its file and place. A figure that no source gives is `null`, never 0.
 */
export type RulePack = {
  /** One. */
  readonly installation: readonly Installation[];
  readonly academies: readonly Academy[];
  readonly departments: readonly Department[];
  readonly exams: readonly Exam[];
  readonly specialities: readonly Speciality[];
  readonly regulations: readonly Regulation[];
  readonly pieceTypes: readonly PieceType[];
  readonly sessions: readonly Session[];
  readonly relativeSessions: readonly RelativeSession[];
  readonly mails: readonly MailTemplate[];
  readonly cases: readonly RuleCase[];
};
